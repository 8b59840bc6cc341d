import { type Command, Option } from 'commander';
import type { NormalisedFile } from '../../person/index.ts';
import {
  askDose,
  askFibre,
  askLeaveOneOut,
  type RankOptions,
  type RankOrder,
  rankChanges,
  rankDefaults,
  rankOrders,
} from '../../rank/index.ts';
import { type CommandContext, CommandProblem } from '../command-context.ts';
import { withRanking } from '../rank-runner.ts';
import { readInput } from '../read-input.ts';
import { type RunFlags, withRunFlags } from '../run-options.ts';
import { rankingSummary } from '../summary/ranking-summary.ts';
import { wrapped } from '../text/table.ts';

interface Flags extends RunFlags {
  readonly json?: boolean;
  readonly quick?: boolean;
  readonly order: RankOrder;
  readonly language: 'en' | 'es';
  readonly ask?: string;
}

const examples = `
Examples:
  zonula rank examples/people/western-eater.yaml
  zonula rank examples/people/ibs-much-fodmap.yaml --order symptoms
  zonula rank my-life.yaml --quick                 first answer only, without the many people
  zonula rank my-life.yaml --json > ranking.json
  zonula rank my-life.yaml --ask fibre             how much, and how slowly
  zonula rank my-life.yaml --ask dose:inulin       from which dose on nothing is added
  zonula rank my-life.yaml --ask leave-one-out     what matters most in life as it is
`;

export function add(program: Command, context: CommandContext): void {
  withRunFlags(
    program
      .command('rank')
      .summary('which changes would help this person')
      .description(
        'Tries every change that fits on the same virtual people, with it and without it, and ranks them by chance,\nsize and evidence. First few people and all changes, then many people and the leading ones.',
      )
      .argument('<file>', 'person file, YAML or JSON')
      .option('--json', 'print the whole ranking as JSON')
      .option('--quick', 'stop after the first stage')
      .addOption(new Option('--order <by>', 'what comes first').choices([...rankOrders]).default('score'))
      .addOption(new Option('--language <code>', 'en or es').choices(['en', 'es']).default('en'))
      .option('--ask <question>', 'fibre, dose:CHANGE or leave-one-out'),
  )
    .addHelpText('after', examples)
    .action(async (path: string, flags: Flags) => {
      const { file, problems } = await readInput(path);
      await withRanking(flags, problems, context, async (given) => {
        const options: RankOptions = { ...given, order: flags.order, language: flags.language };
        if (flags.ask !== undefined) return answer(flags.ask, file, flags, options, context);
        const people = flags.people ?? rankDefaults.people;
        const ranking = await rankChanges(file, {
          ...options,
          people: Math.min(people, rankDefaults.people),
          leadingPeople: Math.max(people, flags.people === undefined ? rankDefaults.leadingPeople : people),
          ...(flags.quick ? { leading: 0, people } : {}),
          // Whoever watches sees the first answer while the many people are on their way.
          onPartial: (partial) => {
            if (context.interactive && !flags.json && !flags.quick && partial.stage === 1)
              context.writeError(
                firstLines(
                  partial.changes.slice(0, 5).map(({ title }) => title),
                  partial.people,
                ),
              );
          },
        });
        context.write(flags.json ? `${JSON.stringify(ranking)}\n` : rankingSummary(ranking, context.width));
      });
    });
}

const firstLines = (titles: readonly string[], people: number): string =>
  `After ${people} possible yous: ${titles.length > 0 ? titles.join('; ') : 'nothing stands out'}\n`;

async function answer(
  question: string,
  file: NormalisedFile,
  flags: Flags,
  options: RankOptions,
  context: CommandContext,
): Promise<void> {
  const { runner, seed, signal, onProgress } = options;
  const asked = {
    runner,
    language: flags.language,
    ...(flags.people === undefined ? {} : { people: flags.people }),
    ...(seed === undefined ? {} : { seed }),
    ...(signal ? { signal } : {}),
    ...(onProgress
      ? { onProgress: (done: number, all: number) => onProgress({ step: 'all', done, all }) }
      : {}),
  };
  const [kind, change] = question.split(':');
  const found =
    kind === 'fibre'
      ? await askFibre(file, asked)
      : kind === 'leave-one-out'
        ? await askLeaveOneOut(file, asked)
        : kind === 'dose' && change
          ? await askDose(file, change, asked)
          : undefined;
  if (!found)
    throw new CommandProblem([
      {
        code: 'Z9506',
        severity: 'error',
        message: `"${question}" is no question that can be asked.`,
        fix: 'Ask fibre, dose:CHANGE (such as dose:inulin) or leave-one-out.',
      },
    ]);
  if (flags.json) {
    context.write(`${JSON.stringify(found)}\n`);
    return;
  }
  const lines = [found.says];
  if (found.question === 'leave-one-out') lines.push(...found.parts.map(({ says }) => says));
  else
    lines.push(
      ...found.doses.map(
        ({ dose, unit, outcome }) =>
          `${dose} ${unit}: ${outcome.p50.toFixed(1)} ${outcome.unit} (${outcome.p10.toFixed(1)} to ${outcome.p90.toFixed(1)}), counts in ${Math.round(20 * outcome.chanceNoticeable)} of 20`,
      ),
      ...found.cautions.map(({ says }) => `! ${says}`),
    );
  context.write(`${lines.map((line) => wrapped(line, context.width)).join('\n')}\n`);
}
