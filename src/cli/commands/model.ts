import { type Command, Option } from 'commander';
import { describeModel, type ParameterDescription } from '../../describe/index.ts';
import { assumedShare, rankAssumed } from '../../describe/shares.ts';
import { findReference, shortCitation } from '../../evidence/index.ts';
import type { ModelSystem } from '../../language/system.ts';
import { nearest } from '../../person/suggest.ts';
import { assemblyNames, defaultAssembly } from '../../simulate/assemblies.ts';
import { buildGut, type Gut } from '../../simulate/gut.ts';
import { type CommandContext, CommandProblem } from '../command-context.ts';
import { readSensitivity } from '../sensitivity-table.ts';
import { plainNumber } from '../text/numbers.ts';
import { table, wrapped } from '../text/table.ts';

interface Flags {
  readonly model: string;
  readonly assumed?: boolean;
  readonly shares?: boolean;
  readonly json?: boolean;
}

const topics = ['modules', 'states', 'derived', 'parameters', 'inputs', 'flows'] as const;
type Topic = (typeof topics)[number];

const examples = `
Examples:
  zonula model                          the model at a glance
  zonula model modules                  every module, and what is absent
  zonula model parameters butyrate      parameters whose id or meaning holds the word
  zonula model sb_leak                  one state, parameter, input, derived quantity or module
  zonula model --assumed                numbers that nobody has measured, those that matter most first
  zonula model --shares                 how much is measured, tuned, assumed
  zonula model parameters --json
`;

export function add(program: Command, context: CommandContext): void {
  program
    .command('model')
    .summary('modules, states, parameters and their sources')
    .description('Shows what the model is made of: every number with unit, range, grade and source.')
    .argument('[topic]', `${topics.join(', ')}, or the id of anything in the model`)
    .argument('[word]', 'only what holds this word')
    .addOption(
      new Option('--model <name>', 'assembly of the model')
        .choices([...assemblyNames])
        .default(defaultAssembly),
    )
    .option('--assumed', 'numbers that are assumed')
    .option('--shares', 'shares of measured, tuned and assumed numbers')
    .option('--json', 'print as JSON')
    .addHelpText('after', examples)
    .action(async (topic: string | undefined, word: string | undefined, flags: Flags) => {
      const gut = buildGut(flags.model);
      // With the test drinks: their numbers can be set and looked at like any other.
      const whole = { ...gut, system: gut.withProbes().system };
      const show = (data: unknown, text: () => string): void => {
        context.write(flags.json ? `${JSON.stringify(data, null, 2)}\n` : text());
      };
      if (flags.assumed) await showAssumed(gut.system, show, context);
      else if (flags.shares) await showShares(gut.system, show);
      else if (topic === undefined) show(overviewOf(gut), () => overviewText(gut, context));
      else if ((topics as readonly string[]).includes(topic))
        showTopic(topic as Topic, word, whole, show, context);
      else showOne(topic, whole, show, context);
    });
}

type Show = (data: unknown, text: () => string) => void;

function overviewOf({ system, absentModules }: Gut): Record<string, unknown> {
  return {
    name: system.name,
    hash: system.hash,
    modules: system.modules.length,
    states: system.states.length,
    parameters: system.parameters.length,
    inputs: system.inputs.length,
    derived: system.derived.length,
    flows: system.flows.length,
    absentModules,
    shares: assumedShare(system).byCount,
  };
}

function overviewText(gut: Gut, { width }: CommandContext): string {
  const { system } = gut;
  const { byCount } = assumedShare(system);
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  return [
    wrapped(
      `The ${system.name} model: ${system.modules.length} modules with ${system.states.length} states, ${system.parameters.length} parameters, ${system.flows.length} flows and ${system.inputs.length} inputs.`,
      width,
    ),
    wrapped(
      `Of its numbers ${percent(byCount.measured)} are measured, ${percent(byCount.fitted)} tuned to studies and ${percent(byCount.assumed)} assumed by the modellers.`,
      width,
    ),
    `Fingerprint: ${system.hash.slice(0, 16)}`,
    '',
    ...(gut.absentModules.length > 0
      ? [wrapped(`Absent in this assembly: ${gut.absentModules.join(', ')}.`, width), '']
      : []),
    'Ask for: zonula model modules | states | derived | parameters | inputs | flows, or any id.',
    '',
  ].join('\n');
}

const holds = (word: string | undefined, ...texts: readonly string[]): boolean =>
  word === undefined || texts.some((text) => text.toLowerCase().includes(word.toLowerCase()));

const range = ([low, high]: readonly [number, number]): string =>
  `${plainNumber(low)} to ${plainNumber(high)}`;

function showTopic(
  topic: Topic,
  word: string | undefined,
  gut: Gut,
  show: Show,
  { width }: CommandContext,
): void {
  const { system } = gut;
  switch (topic) {
    case 'modules': {
      const found = system.modules.filter(({ name, title, about }) => holds(word, name, title, about));
      show({ modules: found, absentModules: gut.absentModules }, () =>
        [
          ...found.flatMap(({ name, title, about, tier }) => [
            `${name} (${tier}): ${title}`,
            wrapped(about, width, '    '),
          ]),
          ...(gut.absentModules.length > 0 ? ['', `Absent: ${gut.absentModules.join(', ')}`] : []),
          '',
        ].join('\n'),
      );
      return;
    }
    case 'states': {
      const found = system.states.filter(({ id, means }) => holds(word, id, means));
      show(found, () =>
        lines(
          found.map(({ id, value, unit, range: [low, high], means }) => [
            id,
            plainNumber(value),
            unit,
            range([low, high]),
            means,
          ]),
          ['state', 'healthy', 'unit', 'range', 'meaning'],
        ),
      );
      return;
    }
    case 'inputs': {
      const found = system.inputs.filter(({ id, means }) => holds(word, id, means));
      show(found, () =>
        lines(
          found.map(({ id, value, unit, range: [low, high], means }) => [
            id,
            plainNumber(value),
            unit,
            range([low, high]),
            means,
          ]),
          ['input', 'unless set', 'unit', 'range', 'meaning'],
        ),
      );
      return;
    }
    case 'parameters': {
      const found = system.parameters.filter(({ id, means, source }) => holds(word, id, means, ...source));
      show(
        found.map(({ declaration: _, ...parameter }) => parameter),
        () =>
          lines(
            found.map(({ id, value, unit, range: [low, high], grade, source, means }) => [
              id,
              plainNumber(value),
              unit,
              range([low, high]),
              grade,
              source.join(', '),
              means,
            ]),
            ['parameter', 'value', 'unit', 'range', 'grade', 'source', 'meaning'],
          ),
      );
      return;
    }
    case 'derived': {
      const found = system.derived.filter(({ id, means }) => holds(word, id, means));
      show(
        found.map(({ id, module, unit, means, law }) => ({ id, module, unit, means, law })),
        () =>
          lines(
            found.map(({ id, unit, means, law }) => [id, unit, means, law]),
            ['derived', 'unit', 'meaning', 'law'],
          ),
      );
      return;
    }
    case 'flows': {
      const found = system.flows.filter(({ id, means, from, to }) =>
        holds(word, id, means, from ?? '', ...to.map(({ state }) => state)),
      );
      show(
        found.map(({ id, module, from, to, law, means }) => ({
          id,
          module,
          from,
          to: to.map(({ state, yieldLaw }) => ({ state, yieldLaw })),
          law,
          means,
        })),
        () =>
          lines(
            found.map(({ id, from, to, means, law }) => [
              id,
              `${from ?? '(outside)'} -> ${to.length > 0 ? to.map(({ state }) => state).join(' + ') : '(outside)'}`,
              means,
              law,
            ]),
            ['flow', 'moves', 'meaning', 'law'],
          ),
      );
    }
  }
}

function lines(rows: readonly (readonly string[])[], header: readonly string[]): string {
  if (rows.length === 0) return 'Nothing in the model answers to that.\n';
  return `${table(
    [header, ...rows],
    header.map(() => 'left' as const),
    '',
  )}\n`;
}

/** One thing by its id. */
function showOne(id: string, gut: Gut, show: Show, { width }: CommandContext): void {
  const { system } = gut;
  const description = describeModel(system);
  const module = description.modules.find(({ name }) => name === id);
  if (module) {
    show(module, () =>
      [
        `${module.title} (module ${module.name}, ${module.tier})`,
        wrapped(module.about, width),
        '',
        ...module.flows.map(({ id: flow, law, means }) => `${flow}: ${means}\n    ${law}`),
        ...module.drifts.map(({ state, law, means }) => `${state}' : ${means}\n    ${law}`),
        ...module.derived.map(({ id: derived, law, means }) => `${derived}: ${means}\n    ${law}`),
        '',
        ...module.parameters.map((parameter) => parameterLine(parameter)),
        '',
      ].join('\n'),
    );
    return;
  }
  for (const owner of description.modules) {
    const parameter = owner.parameters.find((each) => each.id === id);
    if (parameter) {
      show({ module: owner.name, ...parameter }, () =>
        [
          `${parameter.id}: ${parameter.means}`,
          `  value ${parameter.value} ${parameter.unit}, believed to be ${range(parameter.range)}`,
          `  grade: ${parameter.grade}; module ${owner.name}`,
          ...(parameter.note ? [wrapped(parameter.note, width, '  ')] : []),
          ...(parameter.sources.length > 0
            ? parameter.sources.map((source) => {
                const reference = findReference(source);
                return `  source: ${source}${reference ? ` (${shortCitation(reference)})` : ''}`;
              })
            : ['  no source: nobody has measured it']),
          `  try it: zonula run FILE --set ${parameter.id}=${parameter.value}`,
          '',
        ].join('\n'),
      );
      return;
    }
    const quantity = [...owner.states, ...owner.inputs, ...owner.derived].find((each) => each.id === id);
    if (quantity) {
      const laws = [
        ...owner.derived.filter((each) => each.id === id),
        ...owner.drifts.filter(({ state }) => state === id),
      ];
      const flows = description.modules.flatMap(({ flows: each }) =>
        each.filter(({ from, to }) => from === id || to.some(({ state }) => state === id)),
      );
      show({ module: owner.name, ...quantity, flows }, () =>
        [
          `${quantity.id}: ${quantity.means}`,
          `  unit ${quantity.unit}; module ${owner.name}`,
          ...('value' in quantity ? [`  at health ${quantity.value}, range ${range(quantity.range)}`] : []),
          ...laws.flatMap(({ law, sentences }) => [
            `  ${law}`,
            ...sentences.map((text) => wrapped(text, width, '    ')),
          ]),
          ...flows.map(
            ({ id: flow, law, means, from }) =>
              `  ${from === id ? 'loses by' : 'gains by'} ${flow}: ${means}\n      ${law}`,
          ),
          '',
        ].join('\n'),
      );
      return;
    }
  }
  const ids = description.modules.flatMap((each) => [
    each.name,
    ...each.parameters.map((one) => one.id),
    ...each.states.map((one) => one.id),
    ...each.inputs.map((one) => one.id),
    ...each.derived.map((one) => one.id),
  ]);
  const near = nearest(id, ids);
  throw new CommandProblem([
    {
      code: 'Z8020',
      severity: 'error',
      message: `The model "${system.name}" has nothing called "${id}".`,
      fix: near ? `Did you mean ${near}?` : `Ask for ${topics.join(', ')}, or an id of theirs.`,
    },
  ]);
}

const parameterLine = ({
  id,
  value,
  unit,
  range: [low, high],
  grade,
  sources,
  means,
}: ParameterDescription): string =>
  `${id} = ${value} ${unit} (${range([low, high])}; ${grade}${sources.length > 0 ? `: ${sources.join(', ')}` : ''}) ${means}`;

async function showAssumed(system: ModelSystem, show: Show, { width }: CommandContext): Promise<void> {
  const sensitivity = await readSensitivity(system);
  const ranked: readonly {
    readonly parameter: ModelSystem['parameters'][number];
    readonly felt?: { readonly mostOn: string; readonly most: number };
  }[] = sensitivity
    ? rankAssumed(system, sensitivity)
    : system.parameters.filter(({ grade }) => grade === 'assumed').map((parameter) => ({ parameter }));
  show(
    ranked.map(({ parameter: { declaration: _, ...parameter }, felt }) => ({ ...parameter, felt })),
    () =>
      [
        wrapped(
          `${ranked.length} of ${system.parameters.length} parameters are assumed: nobody has measured them.${sensitivity ? ' Those that results feel most come first.' : ''}`,
          width,
        ),
        '',
        table(
          [
            ['parameter', 'value', 'unit', 'believed', sensitivity ? 'felt most by' : '', 'meaning'],
            ...ranked.map(
              ({
                parameter: {
                  id,
                  value,
                  unit,
                  range: [low, high],
                  means,
                },
                felt,
              }) => [
                id,
                plainNumber(value),
                unit,
                range([low, high]),
                felt ? `${felt.mostOn} (${plainNumber(100 * felt.most)} % per SD)` : '',
                means,
              ],
            ),
          ],
          ['left', 'right', 'left', 'left', 'left', 'left'],
          '',
        ),
        '',
      ].join('\n'),
  );
}

async function showShares(system: ModelSystem, show: Show): Promise<void> {
  const sensitivity = await readSensitivity(system);
  const shares = assumedShare(system, sensitivity);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  show(shares, () =>
    [
      table(
        [
          ['', 'measured', 'tuned', 'assumed'],
          [
            'of the numbers',
            percent(shares.byCount.measured),
            percent(shares.byCount.fitted),
            percent(shares.byCount.assumed),
          ],
          ...(shares.byEffect
            ? [
                [
                  'of what results feel',
                  percent(shares.byEffect.measured),
                  percent(shares.byEffect.fitted),
                  percent(shares.byEffect.assumed),
                ],
              ]
            : []),
        ],
        ['left', 'right', 'right', 'right'],
        '',
      ),
      `Counted: ${shares.counts.measured + shares.counts.fitted + shares.counts.assumed} numbers; not counted: ${shares.notCounted} switches, constants of chemistry and numerical widths.`,
      '',
    ].join('\n'),
  );
}
