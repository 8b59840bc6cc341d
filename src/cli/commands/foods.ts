import type { Command } from 'commander';
import { findFood, foodSources, foodTable, nutrientIds, nutrients } from '../../foods/index.ts';
import { searchFoods } from '../../foods/search.ts';
import { nearest } from '../../person/suggest.ts';
import { type CommandContext, CommandProblem } from '../command-context.ts';
import { plainNumber } from '../text/numbers.ts';
import { table, wrapped } from '../text/table.ts';

const examples = `
Examples:
  zonula foods search lentils
  zonula foods search "wholemeal bred"        typing errors are forgiven
  zonula foods search lentejas --json
  zonula foods show lentils_boiled
`;

/** What the grade of a food value means. */
const gradeWords = { A: 'measured', B: 'derived', C: 'estimated', Z: 'none by nature' } as const;

export function add(program: Command, context: CommandContext): void {
  const foods = program
    .command('foods')
    .summary('search foods and show what is in them')
    .description('The food table: what is in 100 g, how well it is known, and where it comes from.')
    .addHelpText('after', examples);
  foods
    .command('search')
    .description('Finds foods by words in English or Spanish.')
    .argument('<words...>', 'name of a food')
    .option('--limit <n>', 'at most so many', (text) => Math.max(1, Number.parseInt(text, 10) || 10), 10)
    .option('--json', 'print as JSON')
    .action((words: readonly string[], flags: { readonly limit: number; readonly json?: boolean }) => {
      search(words.join(' '), flags, context);
    });
  foods
    .command('show')
    .description('Shows one food: nutrients, portions, sources.')
    .argument('<id>', 'id of a food, as the search shows it')
    .option('--json', 'print as JSON')
    .action((id: string, flags: { readonly json?: boolean }) => {
      show(id, flags, context);
    });
}

function search(
  words: string,
  { limit, json }: { readonly limit: number; readonly json?: boolean },
  context: CommandContext,
): void {
  const found = searchFoods(words, { limit });
  if (json) {
    context.write(
      `${JSON.stringify(
        found.map(({ food, matched, how }) => ({
          id: food.id,
          name: food.name,
          nameEs: food.nameEs,
          group: food.group,
          servingGrams: food.servingGrams,
          matched,
          how,
        })),
        null,
        2,
      )}\n`,
    );
    return;
  }
  if (found.length === 0) {
    context.write(`No food answers to "${words}". Try a more general name, or write it under ownFoods.\n`);
    return;
  }
  context.write(
    `${table(
      found.map(({ food, matched }) => [
        food.id,
        food.name,
        `${food.servingGrams} g a serving`,
        matched === food.name ? '' : `(${matched})`,
      ]),
      ['left', 'left', 'right', 'left'],
    )}\n`,
  );
}

function show(id: string, { json }: { readonly json?: boolean }, context: CommandContext): void {
  const food = findFood(id);
  if (!food) {
    const near = nearest(
      id,
      foodTable.map((each) => each.id),
    );
    throw new CommandProblem([
      {
        code: 'Z8010',
        severity: 'error',
        message: `There is no food "${id}".`,
        fix: near ? `Did you mean ${near}?` : `Search for it: zonula foods search ${id.replaceAll('_', ' ')}`,
      },
    ]);
  }
  if (json) {
    context.write(`${JSON.stringify(food, null, 2)}\n`);
    return;
  }
  const sources = new Set<string>();
  const rows = nutrientIds.map((nutrient) => {
    const { unit } = nutrients[nutrient];
    const name = nutrients[nutrient].nameEn;
    const value = food.nutrients[nutrient];
    if (!value) return [name, 'not known', '', 'filled in from like foods, with its spread'];
    sources.add(value.source);
    return [name, plainNumber(value.per100g), unit, `${gradeWords[value.grade]}; ${value.source}`];
  });
  const portions = food.portions.map(({ nameEn, grams }) => `${nameEn} ${grams} g`).join(', ');
  const named = foodSources.filter((source) => sources.has(source.id));
  context.write(
    [
      `${food.name} (${food.id}), ${food.nameEs}`,
      wrapped(
        `Group: ${food.group}. A serving is ${food.servingGrams} g.${portions ? ` Portions: ${portions}.` : ''}`,
        context.width,
      ),
      '',
      'In 100 g',
      table(rows, ['left', 'right', 'left', 'left']),
      '',
      'Sources',
      ...named.map((source) => wrapped(`${source.id}: ${source.citation}`, context.width, '  ')),
      '',
    ].join('\n'),
  );
}
