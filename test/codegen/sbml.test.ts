import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOMParser } from 'linkedom';
import { afterAll, describe, expect, it } from 'vitest';
import { coreModules, fullModules } from '../../model/assemblies.ts';
import { lawToMathml, mathmlFunctions } from '../../src/codegen/mathml.ts';
import { toSbml } from '../../src/codegen/sbml.ts';
import { evaluateLaw } from '../../src/describe/evaluate-law.ts';
import { referenceMeals } from '../../src/describe/index.ts';
import { assemble } from '../../src/language/assemble.ts';
import { interpret } from '../../src/language/interpret.ts';
import { parseLaw } from '../../src/language/parse.ts';
import { compileSystem } from '../../src/solver/compile.ts';
import { integrate } from '../../src/solver/integrate.ts';

/* ---------- an evaluator of content MathML that shares no code with the project ---------- */

type Environment = (name: string) => number;
interface Parsed {
  readonly tagName: string;
  readonly textContent: string;
  readonly children: Iterable<Parsed>;
  readonly childNodes: Iterable<{ textContent: string; tagName?: string }>;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Parsed>;
}
type Lambdas = ReadonlyMap<string, Parsed>;

function evaluate(node: Parsed, of: Environment, clock: number, lambdas: Lambdas): number {
  const text = node.textContent.trim();
  const children = [...node.children];
  switch (node.tagName.toLowerCase()) {
    case 'math':
      return evaluate(children[0] as Parsed, of, clock, lambdas);
    case 'cn':
      if (node.getAttribute('type') === 'e-notation') {
        const [mantissa = '', exponent = ''] = [...node.childNodes]
          .map((child) => child.textContent.trim())
          .filter((part) => part !== '');
        return Number(`${mantissa}e${exponent}`);
      }
      return Number(text);
    case 'pi':
      return Math.PI;
    case 'csymbol':
      return clock;
    case 'ci':
      return of(text);
    case 'apply': {
      const [operator, ...operands] = children as [Parsed, ...Parsed[]];
      const values = operands.map((operand) => evaluate(operand, of, clock, lambdas));
      const [a = Number.NaN, b] = values;
      switch (operator.tagName.toLowerCase()) {
        case 'plus':
          return values.reduce((sum, value) => sum + value, 0);
        case 'times':
          return values.reduce((product, value) => product * value, 1);
        case 'minus':
          return b === undefined ? -a : a - b;
        case 'divide':
          return a / (b ?? Number.NaN);
        case 'power':
          return a ** (b ?? Number.NaN);
        case 'root':
          return Math.sqrt(a);
        case 'exp':
          return Math.exp(a);
        case 'cos':
          return Math.cos(a);
        case 'ci': {
          const lambda = lambdas.get(operator.textContent.trim());
          if (lambda === undefined) throw new Error(`no function ${operator.textContent}`);
          const parts = [...lambda.children];
          const names = parts.slice(0, -1).map((part) => part.textContent.trim());
          const inner: Environment = (name) => values[names.indexOf(name)] ?? Number.NaN;
          return evaluate(parts.at(-1) as Parsed, inner, Number.NaN, lambdas);
        }
      }
      throw new Error(`no operator ${operator.tagName}`);
    }
  }
  throw new Error(`no element ${node.tagName}`);
}

const parseXml = (text: string): Parsed =>
  (new DOMParser().parseFromString(text, 'text/xml') as unknown as { documentElement: Parsed })
    .documentElement;

const standardLambdas: Lambdas = new Map(
  [...mathmlFunctions].map(([name, lambda]) => [name, parseXml(lambda)]),
);

/** Right-hand side of every rate rule of an SBML text, evaluated as any simulator would. */
function ratesOf(sbml: string, values: ReadonlyMap<string, number>, clock: number): Map<string, number> {
  const root = parseXml(sbml);
  const first = (node: Parsed): Parsed => [...node.children][0] as Parsed;
  const lambdas = new Map(
    [...root.querySelectorAll('functionDefinition')].map((each) => [
      each.getAttribute('id') ?? '',
      first(first(each)),
    ]),
  );
  const rules = (tag: string): Map<string, Parsed> =>
    new Map(
      [...root.querySelectorAll(tag)].map((each) => [each.getAttribute('variable') ?? '', first(each)]),
    );
  const algebra = rules('assignmentRule');
  const known = new Map(values);
  const of: Environment = (name) => {
    let value = known.get(name);
    if (value === undefined) {
      const rule = algebra.get(name);
      if (rule === undefined) throw new Error(`nothing gives ${name}`);
      value = evaluate(rule, of, clock, lambdas);
      known.set(name, value);
    }
    return value;
  };
  return new Map([...rules('rateRule')].map(([name, rule]) => [name, evaluate(rule, of, clock, lambdas)]));
}

/* ---------- tests ---------- */

const systems = [
  ['core', assemble(coreModules, { name: 'core' })],
  ['full', assemble(fullModules, { name: 'full' })],
] as const;

describe('laws as MathML', () => {
  it.each([
    'a + b*c - 2',
    'a/(b + c)^3',
    '-(a - b)',
    'mo(a, b)*hill(a, c, 4)',
    'inh(b, a, 2) + gate(-a, -b, c)',
    'relax(a, b, c) + pos(a - b, c)',
    'qss(a, b, c, a + b)',
    'bnd(a)*exp(-b)',
    'circ(c, b)*t',
    'acid(a, b)',
  ])('%s means the same as the law', (law) => {
    const values: Readonly<Record<string, number>> = { a: 1.7, b: 2.9, c: 0.35 };
    const tree = parseLaw(law, 'test');
    const of: Environment = (name) => values[name] ?? Number.NaN;
    const mathml = evaluate(parseXml(lawToMathml(tree)), of, 13.5, standardLambdas);
    expect(mathml).toBeCloseTo(evaluateLaw(tree, of, 13.5), 12);
  });
});

describe.each(systems)('SBML of the %s assembly', (name, system) => {
  it('has the right-hand sides of the model, at disturbed states', () => {
    const sbml = toSbml(system);
    for (const [factor, clock] of [
      [1, 3],
      [1.3, 8.25],
      [0.6, 20],
    ] as const) {
      const states = system.states.map(({ value }, index) => value * factor ** (index % 3) + 0.01);
      const inputs = system.inputs.map(({ value }, index) => value + (index % 4 === 0 ? 0.1 : 0));
      const parameters = system.parameters.map(({ value }) => value);
      const expected = interpret(system, system.derivatives, {
        states,
        inputs,
        parameters,
        timeHours: clock,
      });
      const values = new Map<string, number>();
      system.states.forEach(({ id }, index) => {
        values.set(id, states[index] ?? Number.NaN);
      });
      system.inputs.forEach(({ id }, index) => {
        values.set(id, inputs[index] ?? Number.NaN);
      });
      for (const { id, value } of system.parameters) values.set(id, value);
      const rates = ratesOf(sbml, values, clock);
      system.states.forEach(({ id, absoluteTolerance }, index) => {
        const right = expected[index] ?? Number.NaN;
        const scale = Math.max(Math.abs(right), absoluteTolerance);
        expect(Math.abs((rates.get(id) ?? Number.NaN) - right) / scale, id).toBeLessThan(1e-6);
      });
    }
  });

  const directory = mkdtempSync(join(tmpdir(), 'zonula-sbml-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const python = '/usr/bin/python3';
  const probe = spawnSync(python, ['-c', 'import libsbml, scipy']);

  it('is valid for libSBML and gives the same day in SciPy', (context) => {
    if (probe.status !== 0)
      context.skip(
        'needs Debian python3-sbml5 and python3-scipy (apt-get install python3-sbml5 python3-scipy)',
      );
    const file = join(directory, `${name}.xml`);
    const ramp = { input: 'u_stress', startHours: 9, endHours: 11, value: 0, endValue: 1 };
    writeFileSync(
      file,
      toSbml(system, { segments: [...referenceMeals(system), ramp], parameters: { k_ge: 0.45 } }),
    );
    const script = fileURLToPath(new URL('check_sbml.py', import.meta.url));
    const run = spawnSync(python, [script, file, '24'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(run.stderr).toBe('');
    const answer = JSON.parse(run.stdout) as { errors: string[]; end: Record<string, number> };
    expect(answer.errors).toEqual([]);

    const kernel = compileSystem(system, { lanes: 1, backEnd: 'wasm' });
    kernel.parameters[system.parameters.findIndex(({ id }) => id === 'k_ge')] = 0.45;
    kernel.prepare();
    const life = {
      base: Float64Array.from(system.inputs, ({ value }) => value),
      segments: [...referenceMeals(system), ramp].map(({ input, ...rest }) => ({
        input: system.inputs.findIndex(({ id }) => id === input),
        ...rest,
      })),
      boluses: [],
    };
    integrate(kernel, { startHours: 0, endHours: 24, lanes: [life], relativeTolerance: 1e-9 });
    system.states.forEach(({ id, absoluteTolerance }, index) => {
      const own = kernel.state[index] ?? Number.NaN;
      const difference = Math.abs((answer.end[id] ?? Number.NaN) - own);
      expect(difference, id).toBeLessThan(1e-5 * Math.abs(own) + absoluteTolerance);
    });
  });
});

describe('what an export refuses', () => {
  const [, system] = systems[0];
  const segment = { input: 'meal_fat', startHours: 8, endHours: 9, value: 1 };
  const message = (options: Parameters<typeof toSbml>[1]): string => {
    try {
      toSbml(system, options);
      return 'nothing';
    } catch (error) {
      return error instanceof Error ? error.message : 'something';
    }
  };

  it('tells unknown names and overlaps', () => {
    expect(message({ parameters: { k_nothing: 1 } })).toContain('Z2310');
    expect(message({ initial: { nobody: 1 } })).toContain('Z2310');
    expect(message({ segments: [{ ...segment, input: 'meal_gold' }] })).toContain('Z2310');
    expect(message({ segments: [segment, { ...segment, startHours: 8.5 }] })).toContain('Z2311');
    expect(message({ segments: [{ ...segment, value: Number.NaN }] })).toContain('Z2311');
    expect(message({ segments: [segment, { ...segment, startHours: 9, endHours: 10 }] })).toBe('nothing');
  });
});
