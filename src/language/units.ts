import { ZonulaError } from '../problem/problem.ts';
import type { LawTree } from './parse.ts';

/** Dimensions that never convert into each other. Volume stays apart from length: a lumen is measured in litres, mucus in micrometres. */
const dimensionNames = [
  'g',
  'mol',
  'L',
  'h',
  'um',
  'pH',
  'CFU',
  'IU',
  'osm',
  'kcal',
  'points',
  'SD',
] as const;
type Dimension = (typeof dimensionNames)[number];

export interface Unit {
  /** Factor to the base units above. */
  readonly scale: number;
  readonly exponents: readonly number[];
}

const base = (dimension: Dimension, scale = 1): Unit => ({
  scale,
  exponents: dimensionNames.map((name) => (name === dimension ? 1 : 0)),
});
export const dimensionless: Unit = { scale: 1, exponents: dimensionNames.map(() => 0) };

/** Symbols that unit strings may be composed of. */
const symbols: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['1', dimensionless],
  ['-', dimensionless],
  ['rel', dimensionless],
  ['%', { ...dimensionless, scale: 0.01 }],
  ['ppm', { ...dimensionless, scale: 1e-6 }],
  ...Object.entries({ kg: 1e3, g: 1, mg: 1e-3, ug: 1e-6, ng: 1e-9, pg: 1e-12 }).map(
    ([s, k]): [string, Unit] => [s, base('g', k)],
  ),
  ...Object.entries({ mol: 1, mmol: 1e-3, umol: 1e-6, nmol: 1e-9, pmol: 1e-12 }).map(
    ([s, k]): [string, Unit] => [s, base('mol', k)],
  ),
  ...Object.entries({ L: 1, mL: 1e-3, uL: 1e-6 }).map(([s, k]): [string, Unit] => [s, base('L', k)]),
  ...Object.entries({ h: 1, d: 24, min: 1 / 60 }).map(([s, k]): [string, Unit] => [s, base('h', k)]),
  ...Object.entries({ um: 1, mm: 1e3, cm: 1e4 }).map(([s, k]): [string, Unit] => [s, base('um', k)]),
  ...Object.entries({ osm: 1, mosm: 1e-3 }).map(([s, k]): [string, Unit] => [s, base('osm', k)]),
  ['pH', base('pH')],
  ['CFU', base('CFU')],
  ['IU', base('IU')],
  ['kcal', base('kcal')],
  ['points', base('points')],
  ['SD', base('SD')],
]);

export function multiplyUnits(a: Unit, b: Unit): Unit {
  return {
    scale: a.scale * b.scale,
    exponents: a.exponents.map((exponent, i) => exponent + (b.exponents[i] ?? 0)),
  };
}
export function powerUnit(a: Unit, exponent: number): Unit {
  return { scale: a.scale ** exponent, exponents: a.exponents.map((each) => each * exponent) };
}
export function divideUnits(a: Unit, b: Unit): Unit {
  return multiplyUnits(a, powerUnit(b, -1));
}
export function sameUnit(a: Unit, b: Unit): boolean {
  return (
    a.exponents.every((exponent, i) => exponent === b.exponents[i]) && Math.abs(a.scale / b.scale - 1) < 1e-9
  );
}

/** Writes a unit in base units, e.g. `0.001 mol/(L h)`, for messages. */
export function formatUnit(unit: Unit): string {
  const part = (sign: 1 | -1): string[] =>
    unit.exponents.flatMap((exponent, i) => {
      const power = exponent * sign;
      return power > 0 ? [`${dimensionNames[i]}${power === 1 ? '' : `^${power}`}`] : [];
    });
  const top = part(1);
  const bottom = part(-1);
  const factor = Math.abs(unit.scale - 1) < 1e-12 ? [] : [Number(unit.scale.toPrecision(6)).toString()];
  const numerator = [...factor, ...top].join(' ') || '1';
  if (bottom.length === 0) return numerator;
  return `${numerator}/${bottom.length > 1 ? `(${bottom.join(' ')})` : bottom[0]}`;
}

/**
 * Reads a unit such as `mmol/L`, `1/h`, `g^2/(L*h)` or `rel`.
 *
 * @throws ZonulaError Z1010 when a symbol is not known
 */
export function parseUnit(text: string, place: string): Unit {
  const unknown = (symbol: string): never => {
    throw new ZonulaError({
      code: 'Z1010',
      severity: 'error',
      message: `"${symbol}" in the unit "${text}" is not a unit that Zonula knows`,
      where: { field: place },
      fix: `Known: ${[...symbols.keys()].join(' ')}.`,
    });
  };
  const tokens = text === '-' ? ['1'] : (text.match(/[A-Za-z%]+|\d+|[-*/^()]/g) ?? unknown(text));
  let cursor = 0;
  const factor = (): Unit => {
    const token = tokens[cursor++];
    if (token === undefined) return unknown(text);
    let unit: Unit;
    if (token === '(') {
      unit = product();
      if (tokens[cursor++] !== ')') unknown(text);
    } else unit = symbols.get(token) ?? unknown(token);
    if (tokens[cursor] === '^') {
      cursor += 1;
      const negative = tokens[cursor] === '-';
      if (negative) cursor += 1;
      const exponent = Number(tokens[cursor++]);
      if (!Number.isInteger(exponent)) unknown(text);
      unit = powerUnit(unit, negative ? -exponent : exponent);
    }
    return unit;
  };
  const product = (): Unit => {
    let unit = factor();
    while (tokens[cursor] === '*' || tokens[cursor] === '/') {
      const operator = tokens[cursor++];
      const right = factor();
      unit = operator === '*' ? multiplyUnits(unit, right) : divideUnits(unit, right);
    }
    return unit;
  };
  const unit = product();
  if (cursor < tokens.length) unknown(tokens[cursor] ?? text);
  return unit;
}

const hour = base('h');
const acidity = base('pH');

/** `'any'` is the unit of a structural 0, which fits everywhere. */
type Inferred = Unit | 'any';

/**
 * The unit of a law, from the units of its names.
 *
 * @param place module and field, for the error
 * @throws ZonulaError Z1011 naming the law and both units where they do not balance
 */
export function unitOfLaw(
  tree: LawTree,
  unitOf: (name: string) => Unit,
  law: string,
  place: string,
): Inferred {
  const mismatch = (what: string, a: Unit, b: Unit): never => {
    throw new ZonulaError({
      code: 'Z1011',
      severity: 'error',
      message: `units do not balance in the law "${law}": ${what} ${formatUnit(a)} and ${formatUnit(b)}`,
      where: { field: place },
      fix: 'Correct the unit of a parameter, or name the missing factor as a parameter with its unit.',
    });
  };
  const equal = (what: string, a: Inferred, b: Inferred): Inferred => {
    if (a === 'any') return b;
    if (b === 'any') return a;
    if (!sameUnit(a, b)) mismatch(what, a, b);
    return a;
  };
  const pure = (what: string, a: Inferred): void => {
    equal(what, a, dimensionless);
  };
  const walk = (node: LawTree): Inferred => {
    switch (node.kind) {
      case 'number':
        return node.value === 0 ? 'any' : dimensionless;
      case 'time':
        return hour;
      case 'name':
        return unitOf(node.name);
      case 'negate':
        return walk(node.operand);
      case 'power': {
        const unit = walk(node.base);
        return unit === 'any' ? unit : powerUnit(unit, node.exponent);
      }
      case 'binary': {
        const left = walk(node.left);
        const right = walk(node.right);
        if (node.operator === '+' || node.operator === '-')
          return equal(`"${node.operator}" joins`, left, right);
        if (left === 'any' || right === 'any')
          return left === 'any' && node.operator === '/'
            ? 'any'
            : left === 'any'
              ? 'any'
              : right === 'any'
                ? 'any'
                : left;
        return node.operator === '*' ? multiplyUnits(left, right) : divideUnits(left, right);
      }
      case 'call': {
        const [a = 'any', b = 'any', c = 'any', d = 'any'] = node.operands.map(walk);
        switch (node.law) {
          case 'mo':
          case 'hill':
          case 'inh':
            equal(`${node.law} compares`, a, b);
            return dimensionless;
          case 'relax': {
            const unit = equal('relax joins', a, b);
            return unit === 'any' || c === 'any' ? 'any' : divideUnits(unit, c);
          }
          case 'gate':
            equal('gate compares', equal('gate compares', a, b), c);
            return dimensionless;
          case 'pos':
            return equal('pos compares', a, b);
          case 'qss': {
            // s = e h + U h/(K + h): s and U are fluxes, K an amount, e a rate.
            const flux = equal('qss joins source and capacity', a, c);
            if (flux !== 'any' && b !== 'any') equal('qss gives', divideUnits(flux, b), d);
            return d;
          }
          case 'bnd':
          case 'exp':
            pure(`${node.law} takes`, a);
            return dimensionless;
          case 'circ':
            pure('circ takes an amplitude of', a);
            equal('circ takes a clock time of', b, hour);
            return dimensionless;
          case 'acid':
            equal('acid compares', equal('acid compares', a, acidity), b);
            return dimensionless;
        }
      }
    }
  };
  return walk(tree);
}
