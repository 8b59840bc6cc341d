/** Plain sentences about a law: which quantity raises or lowers what, and where half of its effect is reached. */
import { interpret } from '../language/interpret.ts';
import { type LawTree, namesIn } from '../language/parse.ts';
import type { ModelSystem } from '../language/system.ts';
import { evaluateLaw } from './evaluate-law.ts';
import { namedQuantities } from './names.ts';

/** What a law works on: a quantity that it gives, or something that happens at its rate. */
export interface LawTarget {
  readonly kind: 'quantity' | 'process';
  readonly means: string;
}

type Call = Extract<LawTree, { kind: 'call' }>;

const number = (value: number): string =>
  Math.abs(value) >= 1e6 ? value.toExponential().replace('e+', 'e') : Number(value.toPrecision(3)).toString();
const amount = (value: number, unit: string): string =>
  unit === '1' || unit === 'rel'
    ? number(value)
    : unit === 'pH'
      ? `pH ${number(value)}`
      : `${number(value)} ${unit}`;
/** Lower first letter unless the word is a name or an abbreviation (TNF, Bacteroides stay). */
function inside(text: string): string {
  const [first = '', second = ''] = text;
  const capital = second !== '' && second === second.toLowerCase() && /[a-z -]/.test(second);
  return capital && !/^(Bacteroides|Escherichia|Clostridioides|Crohn|Kupffer|Akkermansia)/.test(text)
    ? first.toLowerCase() + text.slice(1)
    : text;
}

const values = new WeakMap<ModelSystem, ReadonlyMap<string, number>>();

/** Every name's value in health: states and inputs as declared, algebra computed from them at 8 in the morning. */
function healthyValues(system: ModelSystem): ReadonlyMap<string, number> {
  const found = values.get(system);
  if (found !== undefined) return found;
  const map = new Map<string, number>();
  for (const list of [system.states, system.parameters, system.inputs])
    for (const { id, value } of list) map.set(id, value);
  const point = {
    states: system.states.map(({ value }) => value),
    parameters: system.parameters.map(({ value }) => value),
    inputs: system.inputs.map(({ value }) => value),
    timeHours: 8,
  };
  const derived = interpret(
    system,
    system.derived.map(({ node }) => node),
    point,
  );
  system.derived.forEach(({ id }, index) => {
    map.set(id, derived[index] ?? Number.NaN);
  });
  values.set(system, map);
  return map;
}

function calls(tree: LawTree): Call[] {
  switch (tree.kind) {
    case 'number':
    case 'name':
    case 'time':
      return [];
    case 'negate':
      return calls(tree.operand);
    case 'power':
      return calls(tree.base);
    case 'binary':
      return [...calls(tree.left), ...calls(tree.right)];
    case 'call':
      return [tree, ...tree.operands.flatMap(calls)];
  }
}

/** The one quantity that an operand is about, its parameters aside; undefined when there are several or none. */
function subjectOf(tree: LawTree, isParameter: (name: string) => boolean): string | undefined {
  const names = [...namesIn(tree)].filter((name) => !isParameter(name));
  return names.length === 1 ? names[0] : undefined;
}

/** Which way the law goes when the subject rises: inside one call alone, and everywhere. +1, -1, or 0 when it does not move. */
function directions(
  tree: LawTree,
  call: Call,
  subject: string,
  healthy: ReadonlyMap<string, number>,
): { readonly inCall: number; readonly overall: number } {
  const at = healthy.get(subject) ?? Number.NaN;
  const step = Math.max(Math.abs(at) * 0.5, 0.1);
  // A name that is absent from this assembly is neutral: most often a factor.
  const value = (name: string): number => healthy.get(name) ?? 1;
  const shifted = (name: string): number => (name === subject ? at + step : value(name));
  const morning = 8;
  const before = evaluateLaw(call, value, morning);
  const after = evaluateLaw(call, shifted, morning);
  const change = (by: number): number => evaluateLaw(tree, value, morning, { node: call, by });
  // The call itself may be flat at health (a switch far from its threshold): then a full step of 0.1 shows the sign.
  const inner = Math.sign(after - before) || (call.law === 'inh' ? -1 : 1);
  return {
    inCall: inner * Math.sign(change(before + 0.1) - change(before)),
    overall: Math.sign(evaluateLaw(tree, shifted, morning) - evaluateLaw(tree, value, morning)),
  };
}

/** Whether a noun phrase is plural, by the last letter of its first noun group. */
function isPlural(means: string): boolean {
  const head =
    means.split(/[,(:]| (?:of|in|on|that|from|with|beyond|swallowed|given|left|at|and|per|after)\b/)[0] ??
    means;
  return /[^sui]s$/.test(head.trim());
}

/**
 * "Excess mucosal TNF raises the drive of mucosal TNF on junctions, half effect at 2."
 *
 * One sentence for each saturating, braking or switching law of one quantity and one number. Which way it goes is
 * worked out at the healthy values; a law whose gain is zero there (until a condition sets it) says so.
 */
export function sentencesOf(system: ModelSystem, tree: LawTree, target: LawTarget): string[] {
  const names = namedQuantities(system);
  const healthy = healthyValues(system);
  const isParameter = (name: string): boolean => names.get(name)?.kind === 'parameter';
  const found = new Set<string>();
  for (const call of calls(tree)) {
    const [x, half] = call.operands;
    const constantName = half?.kind === 'negate' ? half.operand : half;
    if (x === undefined || constantName?.kind !== 'name') continue;
    const constant = names.get(constantName.name);
    const subjectName = subjectOf(x, isParameter);
    const subject = subjectName === undefined ? undefined : names.get(subjectName);
    if (constant?.value === undefined || subject === undefined) continue;
    const at = amount(constant.value, constant.unit);
    const reached =
      call.law === 'mo' || call.law === 'hill'
        ? `half effect at ${at}`
        : call.law === 'inh'
          ? `halved at ${at}`
          : call.law === 'gate'
            ? `switching around ${at}`
            : undefined;
    if (reached === undefined || subject.means === target.means) continue;
    const { inCall, overall } = directions(tree, call, subject.id, healthy);
    // A brake on something that the same quantity drives: what counts is where the drive fades.
    const fading = inCall < 0 && overall > 0;
    const way = fading ? overall : inCall;
    const verb = (stem: string): string =>
      subject.unit !== 'pH' && isPlural(subject.means) ? stem : `${stem}s`;
    const who =
      subject.unit === 'pH'
        ? `A higher pH${subject.means.replace(/^acidity/i, '')}`
        : `${subject.means.charAt(0).toUpperCase()}${subject.means.slice(1)}`;
    const beyond = x.kind === 'call' && x.law === 'pos' ? ' beyond its threshold' : '';
    const verbs = target.kind === 'quantity' ? (['raise', 'lower'] as const) : (['speed', 'slow'] as const);
    const acts = way === 0 ? 'can change' : verb(way > 0 ? verbs[0] : verbs[1]);
    const what = `${acts}${target.kind === 'quantity' ? '' : ' this:'} ${inside(target.means).replace(/^acidity/, 'pH')}`;
    const unset = way === 0 ? ' (not in health: its gain is then zero)' : '';
    found.add(`${who}${beyond} ${what}, ${fading ? `fading beyond ${at}` : reached}${unset}.`);
  }
  return [...found];
}
