/**
 * A model as SBML Level 3 Version 2 Core, for other simulators (COPASI, libRoadRunner, AMICI ...).
 *
 * Every state is a parameter with a rate rule, because states carry their own units and flows convert between them by
 * named yields; every flow and every derived quantity is a parameter with an assignment rule, so that other programs
 * can plot it. Inputs change by events. Time is in hours.
 */
import type { NodeId } from '../language/expression.ts';
import { namesIn, parseLaw } from '../language/parse.ts';
import type { ModelSystem } from '../language/system.ts';
import { divideUnits, formatUnit, parseUnit, type Unit, unitOfLaw } from '../language/units.ts';
import { type Problem, ZonulaError } from '../problem/problem.ts';
import { lawToMathml, mathmlFunctions, nodeToMathml } from './mathml.ts';

/** An input between two times: constant, or straight from `value` to `endValue`; outside its segments it is at its base. */
export interface SbmlSegment {
  readonly input: string;
  readonly startHours: number;
  readonly endHours: number;
  readonly value: number;
  readonly endValue?: number;
}

export interface SbmlOptions {
  /** Value of an input outside its segments; the model's own where absent. */
  readonly base?: Readonly<Record<string, number>>;
  /** What happens, from hour 0 on; the segments of one input must not overlap. */
  readonly segments?: readonly SbmlSegment[];
  /** Parameter values of a person, by id; the model's own where absent. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** State at hour 0, by id; the healthy values where absent. */
  readonly initial?: Readonly<Record<string, number>>;
  /** Said at the head of the file. */
  readonly notes?: string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');
const math = (content: string): string =>
  `<math xmlns="http://www.w3.org/1998/Math/MathML">${content}</math>`;
const notes = (text: string): string =>
  text === '' ? '' : `<notes><p xmlns="http://www.w3.org/1999/xhtml">${escapeXml(text)}</p></notes>`;
const element = (name: string, attributes: Readonly<Record<string, string>>, content: string): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return content === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content}</${name}>`;
};
const flowId = (id: string): string => `flow_${id.replace(/\W/g, '_')}`;
const slopeId = (input: string): string => `${input}_slope`;

/**
 * Writes a model as one SBML document.
 *
 * @throws ZonulaError Z2310 for an input, parameter or state that the model does not have, Z2311 for segments of one
 *   input that overlap or that are not finite
 */
export function toSbml(system: ModelSystem, options: SbmlOptions = {}): string {
  check(system, options);
  const { base = {}, segments = [], parameters = {}, initial = {} } = options;
  const units = new Map<string, string>();
  const unitOf = (unit: string | Unit): string => {
    const text = typeof unit === 'string' ? unit : formatUnit(unit);
    const id = unitId(text);
    if (!units.has(id))
      units.set(id, unitDefinition(id, text, typeof unit === 'string' ? parseUnit(unit, 'SBML') : unit));
    return id;
  };
  const known = new Map<NodeId, string>();
  for (const { id, node } of system.derived) if (!known.has(node)) known.set(node, id);
  const symbolOf = (kind: 'state' | 'parameter' | 'input', index: number): string => {
    const lists = { state: system.states, parameter: system.parameters, input: system.inputs };
    return lists[kind][index]?.id ?? '';
  };
  const present = new Set(
    [system.states, system.parameters, system.inputs, system.derived].flatMap((list) =>
      (list as readonly { readonly id: string }[]).map(({ id }) => id),
    ),
  );
  /** The law as written where all its names are in this assembly; else the graph, which knows what stands in. */
  const lawMath = (law: string, node: NodeId, place: string): string => {
    const tree = parseLaw(law, place);
    return [...namesIn(tree)].every((name) => present.has(name))
      ? lawToMathml(tree)
      : nodeToMathml(system.graph, node, symbolOf, known);
  };

  const declared: string[] = [];
  const rules: string[] = [];
  const declare = (
    id: string,
    unit: string | Unit,
    constant: boolean,
    text: string,
    value?: number,
    name = id,
  ): void => {
    const start = value === undefined ? {} : { value: String(value) };
    declared.push(
      element(
        'parameter',
        { id, name, ...start, units: unitOf(unit), constant: String(constant) },
        notes(text),
      ),
    );
  };
  const assign = (id: string, content: string): void => {
    rules.push(element('assignmentRule', { variable: id }, math(content)));
  };
  const change = (id: string, content: string): void => {
    rules.push(element('rateRule', { variable: id }, math(content)));
  };

  for (const { id, unit, value, means } of system.states)
    declare(id, unit, false, means, initial[id] ?? value);
  for (const { id, unit, value, means, grade, source } of system.parameters) {
    const origin = `${means}. Grade: ${grade}${source.length > 0 ? ` (${source.join(', ')})` : ''}.`;
    declare(id, unit, true, origin, parameters[id] ?? value);
  }
  const plan = inputPlan(system, base, segments);
  for (const { id, unit, means } of system.inputs) {
    const start = plan.start.get(id) ?? { value: 0, slope: 0 };
    declare(id, unit, !plan.moving.has(id), means, start.value);
    if (!plan.ramped.has(id)) continue;
    declare(slopeId(id), perHour(unit), false, `Change of ${id} per hour`, start.slope);
    change(id, `<ci> ${slopeId(id)} </ci>`);
  }
  for (const { id, unit, law, node, means } of system.derived) {
    declare(id, unit, false, means);
    assign(id, lawMath(law, node, id));
  }
  const gains = new Map<string, string[]>();
  const gain = (state: string, content: string): void => {
    const list = gains.get(state);
    if (list) list.push(content);
    else gains.set(state, [content]);
  };
  const unitsOfNames = new Map(
    [system.states, system.parameters, system.inputs, system.derived].flatMap((quantities) =>
      (quantities as readonly { readonly id: string; readonly unit: string }[]).map(
        ({ id, unit }) => [id, unit] as const,
      ),
    ),
  );
  const unitOfName = (name: string): Unit => parseUnit(unitsOfNames.get(name) ?? '1', name);
  /** A rate is what leaves `from` per hour; without it, what enters a state, over the yield. */
  const rateUnit = (from: string | undefined, to: (typeof system.flows)[number]['to']): string | Unit => {
    const target = to[0];
    const known = unitsOfNames.get(from ?? '');
    if (known !== undefined || target === undefined) return perHour(known ?? '1');
    const gained = parseUnit(perHour(unitsOfNames.get(target.state) ?? '1'), target.state);
    const tree = parseLaw(target.yieldLaw, target.state);
    const perRate = unitOfLaw(tree, unitOfName, target.yieldLaw, target.state);
    return perRate === 'any' ? gained : divideUnits(gained, perRate);
  };
  for (const { id, from, to, law, rate, means } of system.flows) {
    declare(flowId(id), rateUnit(from, to), false, means, undefined, id);
    assign(flowId(id), lawMath(law, rate, id));
    const own = `<ci> ${flowId(id)} </ci>`;
    if (from !== undefined) gain(from, `<apply><minus/>${own}</apply>`);
    for (const { state, yield: node, yieldLaw } of to)
      gain(
        state,
        yieldLaw === '1'
          ? own
          : `<apply><times/>${own}${lawMath(yieldLaw, node, `${id}.to.${state}`)}</apply>`,
      );
  }
  for (const { state, law, rate } of system.drifts) change(state, lawMath(law, rate, state));
  for (const [state, list] of gains)
    change(state, list.length === 1 ? (list[0] ?? '') : `<apply><plus/>${list.join('')}</apply>`);

  const functions = [...mathmlFunctions].map(([id, lambda]) =>
    element('functionDefinition', { id }, math(lambda)),
  );
  const events = plan.events.map(({ timeHours, assignments }, index) =>
    element(
      'event',
      { id: `event_${index + 1}`, useValuesFromTriggerTime: 'true' },
      [
        element(
          'trigger',
          { initialValue: 'true', persistent: 'true' },
          math(
            `<apply><geq/><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time"> t </csymbol><cn> ${timeHours} </cn></apply>`,
          ),
        ),
        element(
          'listOfEventAssignments',
          {},
          assignments
            .map(([variable, value]) => element('eventAssignment', { variable }, math(`<cn> ${value} </cn>`)))
            .join(''),
        ),
      ].join(''),
    ),
  );
  const list = (name: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `  <${name}>\n${items.map((item) => `   ${item}\n`).join('')}  </${name}>\n`;
  for (const unit of ['h', 'mol', 'L']) unitOf(unit);
  const model = {
    id: `zonula_${system.name.replace(/\W/g, '_')}`,
    name: `Zonula, assembly ${system.name}, ${system.hash.slice(0, 12)}`,
    substanceUnits: unitId('mol'),
    timeUnits: unitId('h'),
    volumeUnits: unitId('L'),
    extentUnits: unitId('mol'),
  };
  const head = Object.entries(model).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">\n',
    ` <model${head.join('')}>\n`,
    `  ${notes(
      `${options.notes ?? 'An executable model of the human gut barrier. Times are in hours, from midnight.'} Not a diagnosis.`,
    )}\n`,
    list('listOfFunctionDefinitions', functions),
    list('listOfUnitDefinitions', [...units.values()]),
    list('listOfParameters', declared),
    list('listOfRules', rules),
    list('listOfEvents', events),
    ' </model>\n</sbml>\n',
  ].join('');
}

function check(system: ModelSystem, { base, segments, parameters, initial }: SbmlOptions): void {
  const problems: Problem[] = [];
  const unknown = (what: string, id: string): void => {
    problems.push({
      code: 'Z2310',
      severity: 'error',
      message: `The model "${system.name}" has no ${what} "${id}".`,
    });
  };
  const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(list.map(({ id }) => id));
  const [states, known, inputs] = [ids(system.states), ids(system.parameters), ids(system.inputs)];
  for (const id of Object.keys(initial ?? {})) if (!states.has(id)) unknown('state', id);
  for (const id of Object.keys(parameters ?? {})) if (!known.has(id)) unknown('parameter', id);
  for (const id of Object.keys(base ?? {})) if (!inputs.has(id)) unknown('input', id);
  const ordered = [...(segments ?? [])].sort((a, b) => a.startHours - b.startHours);
  const free = new Map<string, number>();
  for (const { input, startHours, endHours, value, endValue = value } of ordered) {
    if (!inputs.has(input)) unknown('input', input);
    const finite = [startHours, endHours, value, endValue].every(Number.isFinite) && endHours > startHours;
    if (!finite || startHours < (free.get(input) ?? Number.NEGATIVE_INFINITY))
      problems.push({
        code: 'Z2311',
        severity: 'error',
        message: `The segment of ${input} from ${startHours} h to ${endHours} h overlaps another or is not finite.`,
      });
    free.set(input, endHours);
  }
  if (problems.length > 0) throw new ZonulaError(problems);
}

interface InputPlan {
  /** Value and slope of each input at hour 0. */
  readonly start: ReadonlyMap<string, { readonly value: number; readonly slope: number }>;
  readonly moving: ReadonlySet<string>;
  readonly ramped: ReadonlySet<string>;
  readonly events: readonly {
    readonly timeHours: number;
    readonly assignments: readonly (readonly [variable: string, value: number])[];
  }[];
}

/** Segments as one event per moment after hour 0; a segment that runs at hour 0 sets the start value. */
function inputPlan(
  system: ModelSystem,
  base: Readonly<Record<string, number>>,
  segments: readonly SbmlSegment[],
): InputPlan {
  const start = new Map(
    system.inputs.map(({ id, value }) => [id, { value: base[id] ?? value, slope: 0 as number }] as const),
  );
  const rest = (id: string): number => base[id] ?? system.inputs.find((input) => input.id === id)?.value ?? 0;
  const moving = new Set<string>();
  const ramped = new Set<string>();
  for (const { input, value, endValue = value } of segments) if (endValue !== value) ramped.add(input);
  const moments = new Map<number, Map<string, number>>();
  const set = (timeHours: number, input: string, value: number, slope: number, onlyIfUnset = false): void => {
    const moment = moments.get(timeHours) ?? new Map<string, number>();
    moments.set(timeHours, moment);
    if (onlyIfUnset && moment.has(input)) return;
    moving.add(input);
    moment.set(input, value);
    if (ramped.has(input)) moment.set(slopeId(input), slope);
  };
  for (const { input, startHours, endHours, value, endValue = value } of segments) {
    if (endHours <= 0) continue;
    const slope = (endValue - value) / (endHours - startHours);
    if (startHours > 0) set(startHours, input, value, slope);
    else {
      start.set(input, { value: value - slope * startHours, slope });
      if (ramped.has(input)) moving.add(input);
    }
  }
  for (const { input, endHours } of segments) if (endHours > 0) set(endHours, input, rest(input), 0, true);
  return {
    start,
    moving,
    ramped,
    events: [...moments]
      .sort(([a], [b]) => a - b)
      .map(([timeHours, assignments]) => ({ timeHours, assignments: [...assignments] })),
  };
}

const perHour = (unit: string): string => (unit === '1' || unit === 'rel' ? '1/h' : `${unit}/h`);

const unitId = (unit: string): string =>
  unit === '1' || unit === '-' || unit === 'rel'
    ? 'ratio'
    : `unit_${unit
        .replaceAll('%', 'percent')
        .replaceAll('^', '')
        .replaceAll('/', '_per_')
        .replaceAll('*', '_')
        .replace(/[()]/g, '')
        .replace(/\W/g, '_')}`;

/** What each base symbol of the model's units is in SBML: kind, power of ten, factor. */
const kinds: Readonly<Record<string, readonly [kind: string, scale: number, multiplier: number]>> = {
  g: ['gram', 0, 1],
  mol: ['mole', 0, 1],
  L: ['litre', 0, 1],
  h: ['second', 0, 3600],
  um: ['metre', -6, 1],
  CFU: ['item', 0, 1],
  IU: ['item', 0, 1],
  osm: ['mole', 0, 1],
  kcal: ['joule', 0, 4184],
};
/** Order of the exponents of `Unit`, as the base symbols themselves have them. */
const symbols = Object.keys(kinds).map((symbol) => ({ symbol, unit: parseUnit(symbol, 'SBML') }));

function unitDefinition(id: string, name: string, { scale, exponents }: Unit): string {
  const parts: string[] = [];
  const part = (kind: string, exponent: number, power: number, multiplier: number): void => {
    parts.push(
      element(
        'unit',
        {
          kind,
          exponent: String(exponent),
          scale: String(power),
          multiplier: String(multiplier),
        },
        '',
      ),
    );
  };
  exponents.forEach((exponent, index) => {
    if (exponent === 0) return;
    const found = symbols.find(({ unit: each }) => each.exponents[index] === 1);
    // pH, points and standard deviations have no dimension in SBML.
    const [kind, power, multiplier] = kinds[found?.symbol ?? ''] ?? ['dimensionless', 0, 1];
    if (kind !== 'dimensionless') part(kind, exponent, power, multiplier);
  });
  if (Math.abs(scale - 1) > 1e-12 || parts.length === 0) part('dimensionless', 1, 0, scale);
  return element('unitDefinition', { id, name }, `<listOfUnits>${parts.join('')}</listOfUnits>`);
}
