/** docs/model: one page per module of the full model, an index, and who acts on whom. */
import { fullModules } from '../../model/assemblies.ts';
import {
  type DependencyGraph,
  dependencyGraph,
  neighbourhood,
  toMermaid,
} from '../../src/codegen/dependency-graph.ts';
import { latexName } from '../../src/codegen/latex.ts';
import { lawExplanations } from '../../src/codegen/sentences.ts';
import { committedSensitivity } from '../../src/describe/committed-sensitivity.ts';
import {
  assumedShare,
  describeModel,
  type LawDescription,
  type ModelDescription,
  type ModuleDescription,
  rankAssumed,
} from '../../src/describe/index.ts';
import { findReference, formatCitation, referenceUrl, shortCitation } from '../../src/evidence/index.ts';
import { assemble } from '../../src/language/assemble.ts';
import type { LawName } from '../../src/language/module.ts';
import type { ModelSystem } from '../../src/language/system.ts';
import { code, formula, page, section, table } from './markdown.ts';

/** How the operands of each named law are called in its formula. */
const lawOperands: Readonly<Record<LawName, readonly string[]>> = {
  mo: ['x', 'K'],
  hill: ['x', 'K', 'n'],
  inh: ['x', 'K', 'n'],
  relax: ['target', 'x', 'tau'],
  gate: ['x', 'x0', 'w'],
  pos: ['x', 'w'],
  qss: ['s', 'e', 'U', 'K'],
  bnd: ['x'],
  exp: ['x'],
  circ: ['a', 'peak'],
  acid: ['pH', 'pKa'],
};

const regenerate = 'Written from the model by `npm run docs`; do not edit.';

const link = (name: string, title: string): string => `[${title}](${name}.md)`;
const citation = (id: string): string => {
  const reference = findReference(id);
  return reference === undefined ? id : `[${shortCitation(reference)}](#${reference.id})`;
};
const number = (value: number): string => String(Number(value.toPrecision(4)));
const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** The distal twin of something of the proximal colon, when it is the same law with `dc` for `pc`. */
function withoutTwins<T extends LawDescription>(
  list: readonly T[],
  idOf: (item: T) => string,
): { item: T; twin: boolean }[] {
  const distal = (text: string): string => text.replaceAll('pc', 'dc');
  const byId = new Map(list.map((item) => [idOf(item), item]));
  const twinOf = (item: T): T | undefined => {
    const id = idOf(item);
    if (!id.includes('pc')) return undefined;
    const other = byId.get(distal(id));
    return other !== undefined && other.law === distal(item.law) ? other : undefined;
  };
  const twins = new Set(list.flatMap((item) => twinOf(item) ?? []));
  return list.filter((item) => !twins.has(item)).map((item) => ({ item, twin: twinOf(item) !== undefined }));
}

const alike = (twin: boolean): string => (twin ? ' The same law holds in the distal colon (dc).' : '');

function modulePage(
  module: ModuleDescription,
  graph: DependencyGraph,
  titles: ReadonlyMap<string, string>,
): string {
  const titleOf = (name: string): string => titles.get(name) ?? name;
  const states = table(
    ['state', 'meaning', 'unit', 'healthy', 'range'],
    module.states.map(({ id, means, unit, value, range, readOut, slow }) => [
      code(id),
      `${means}${readOut ? ' (only reported)' : ''}${slow ? ' (slow)' : ''}`,
      unit,
      number(value),
      range.map(number).join(' to '),
    ]),
  );
  const drifts = withoutTwins(module.drifts, ({ state }) => state).map(
    ({ item, twin }) =>
      `**${code(item.state)}** ${item.means}.${alike(twin)}\n\n${formula(
        `\\frac{d\\,${latexName(item.state)}}{dt} = ${item.latex}`,
      )}`,
  );
  const flows = withoutTwins(module.flows, ({ id }) => id).map(({ item, twin }) => {
    const gains = item.to.map(({ state, yieldLaw }) =>
      yieldLaw === '1' ? code(state) : `${code(state)} (times ${code(yieldLaw)})`,
    );
    const way = `${item.from === undefined ? 'outside' : code(item.from)} → ${gains.length === 0 ? 'outside' : gains.join(', ')}`;
    return `**${item.means}** (${code(item.id.replace(`${module.name}.`, ''))}): ${way}.${alike(twin)}\n\n${formula(`\\mathrm{rate} = ${item.latex}`)}`;
  });
  const derived = withoutTwins(module.derived, ({ id }) => id).map(
    ({ item, twin }) =>
      `**${code(item.id)}** ${item.means}${item.unit === '1' || item.unit === 'rel' ? '' : ` (${item.unit})`}.${alike(twin)}\n\n${formula(`${latexName(item.id)} = ${item.latex}`)}`,
  );
  const sentences = [
    ...new Set([...module.derived, ...module.flows, ...module.drifts].flatMap((each) => each.sentences)),
  ];
  const parameters = table(
    ['parameter', 'meaning', 'value', 'range', 'unit', 'grade', 'source'],
    module.parameters.map(({ id, means, value, range, unit, grade, sources, note }) => [
      code(id),
      note === undefined ? means : `${means}. ${note}`,
      number(value),
      range.map(number).join(' to '),
      unit,
      grade,
      sources.map(citation).join(', '),
    ]),
  );
  const inputs = table(
    ['input', 'meaning', 'unit', 'unless set'],
    module.inputs.map(({ id, means, unit, value }) => [code(id), means, unit, number(value)]),
  );
  const events = table(
    ['event', 'meaning', 'into', 'amount'],
    module.events.map(({ id, means, state, law }) => [code(id), means, code(state), code(law)]),
  );
  const reads = module.reads.map(
    ({ module: other, names }) => `- ${link(other, titleOf(other))}: ${names.map(code).join(', ')}`,
  );
  const sources = [...new Set(module.sources.map((id) => findReference(id) ?? id))].map((source) => {
    if (typeof source === 'string') return `- ${source}`;
    const url = referenceUrl(source);
    return `- <a id="${source.id}"></a>${formatCitation(source)}${url === undefined ? '' : ` [open](${url})`}`;
  });
  const near = neighbourhood(graph, module.name);
  return page([
    `# ${module.title}`,
    `${module.about}\n\nTier: ${module.tier}. Module ${code(module.name)}. [All modules](README.md). ${regenerate}`,
    section(2, 'States', states),
    section(2, 'What changes them', [...drifts, ...flows].join('\n\n')),
    section(2, 'Quantities worked out from them', derived.join('\n\n')),
    section(2, 'In words', sentences.map((sentence) => `- ${sentence}`).join('\n')),
    section(2, 'Numbers', parameters),
    section(2, 'Inputs', inputs),
    section(2, 'Events', events),
    section(2, 'Reads from other modules', reads.join('\n')),
    section(
      2,
      'Who acts on whom',
      near.edges.length === 0 ? '' : `\`\`\`mermaid\n${toMermaid(near, { focus: module.name })}\n\`\`\``,
    ),
    section(2, 'Sources', sources.join('\n')),
  ]);
}

/** Who acts on whom as a square: a dot where the module of the row uses or feeds something of the column's. */
function dependencyMatrix(graph: DependencyGraph): string {
  const size = 11;
  const label = 330;
  const names = graph.modules.map(({ name }) => name);
  const place = new Map(names.map((name, index) => [name, index]));
  const extent = label + size * names.length;
  const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const marks = graph.edges.map(({ from, to, names: shared }) => {
    const [row = 0, column = 0] = [place.get(to), place.get(from)];
    const [x, y] = [label + column * size, label + row * size];
    return `<rect x="${x + 1}" y="${y + 1}" width="${size - 2}" height="${size - 2}"><title>${escapeXml(`${from} acts on ${to}: ${shared.join(', ')}`)}</title></rect>`;
  });
  const rows = graph.modules.map(({ title }, index) => {
    const middle = label + index * size + size - 2;
    return [
      `<text x="${label - 6}" y="${middle}" text-anchor="end">${escapeXml(title)}</text>`,
      `<text transform="translate(${middle} ${label - 6}) rotate(-90)">${escapeXml(title)}</text>`,
      `<path d="M${label} ${label + index * size}H${extent}M${label + index * size} ${label}V${extent}"/>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${extent + 8} ${extent + 8}" role="img">`,
    '<title>Which module acts on which</title>',
    '<desc>A mark says that the module of the column acts on the module of the row.</desc>',
    '<style>text{font:9px sans-serif;fill:#1f2937}path{stroke:#e5e7eb;stroke-width:.5}rect{fill:#0f766e}svg{background:#fff}</style>',
    ...rows,
    ...marks,
    '</svg>',
    '',
  ].join('\n');
}

function indexPage(model: ModelDescription, system: ModelSystem): string {
  const shares = assumedShare(system, committedSensitivity);
  const counts = table(
    ['', 'measured', 'fitted', 'assumed'],
    [
      ['parameters', ...Object.values(shares.counts).map(String)],
      ['share of the numbers', ...Object.values(shares.byCount).map(percent)],
      ['share of what results feel', ...Object.values(shares.byEffect ?? {}).map(percent)],
    ],
  );
  const assumptions = table(
    ['parameter', 'meaning', 'value', 'range', 'felt most by', 'change per standard deviation'],
    rankAssumed(system, committedSensitivity)
      .slice(0, 20)
      .map(({ parameter: { id, means, value, unit, range }, felt }) => [
        code(id),
        means,
        unit === '1' || unit === 'rel' ? number(value) : `${number(value)} ${unit}`,
        range.map(number).join(' to '),
        felt === undefined
          ? ''
          : code(felt.mostOn.replace(' in hard days', '')) +
            (felt.mostOn.includes(' ') ? ' in hard days' : ''),
        felt === undefined ? 'not known' : `${felt.most > 0 ? '+' : '-'}${percent(Math.abs(felt.most))}`,
      ]),
  );
  const modules = table(
    ['module', 'tier', 'states', 'numbers', 'what it does'],
    model.modules.map(({ name, title, tier, states, parameters, about }) => [
      link(name, title),
      tier,
      String(states.length),
      String(parameters.length),
      about,
    ]),
  );
  return page([
    '# The model, page by page',
    `The full assembly has ${system.states.length} states and ${system.parameters.length} numbers in ${model.modules.length} modules. These pages are written from the model itself: equations, numbers, grades and sources are those that run. ${regenerate} A test fails when they are stale.`,
    'Read a law like this: a flow takes from one state and gives the same to another, times the yield that is named; `mo`, `hill`, `inh`, `gate`, `pos`, `bnd`, `relax`, `qss`, `circ` and `acid` are the named laws below. Time is in hours. "Relative" quantities are 1 in health.',
    section(
      2,
      'How much is known',
      `${counts}\n\nMeasured means in people, in tissue, in animals or in a dish. Fitted means tuned to a named study or to the healthy state. Assumed means chosen by the modellers. ${shares.notCounted} switches, chemical constants and numerical widths are not counted. What results feel is the mean square of the relative change of ${new Set(committedSensitivity.outputs.map(({ id }) => id)).size} outputs per standard deviation of a number's prior, in a usual life and in ten hard days.`,
    ),
    section(
      2,
      'Assumptions that results feel most',
      `${assumptions}\n\n\`zonula model --assumed\` lists all of them.`,
    ),
    section(2, 'Modules', modules),
    section(
      2,
      'Named laws',
      table(
        ['law', 'formula', 'in words'],
        Object.entries(lawExplanations).map(([law, { formula: text, sentence }]) => [
          code(`${law}(${lawOperands[law as LawName].join(', ')})`),
          code(text),
          sentence,
        ]),
      ),
    ),
    section(
      2,
      'Who acts on whom',
      '![A square of marks: each says that the module of the column acts on the module of the row](dependencies.svg)\n\nA mark says that the module of the column acts on the module of the row. Each page shows its own neighbours.',
    ),
  ]);
}

/** File name below `docs/model/` and its content. */
export function modelPages(): ReadonlyMap<string, string> {
  const system = assemble(fullModules, { name: 'full' });
  const model = describeModel(system);
  const graph = dependencyGraph(system);
  const titles = new Map(model.modules.map(({ name, title }) => [name, title]));
  const files = new Map<string, string>([
    ['README.md', indexPage(model, system)],
    ['dependencies.svg', dependencyMatrix(graph)],
  ]);
  for (const module of model.modules) files.set(`${module.name}.md`, modulePage(module, graph, titles));
  return files;
}
