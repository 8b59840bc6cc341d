import binaryen from 'binaryen';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileJavaScript, emitJavaScript } from '../../src/codegen/javascript.ts';
import type { Kernel, StepMethod } from '../../src/codegen/kernel.ts';
import { compileWasm, emitWasm, instantiateWasm } from '../../src/codegen/wasm.ts';
import type { ExpressionGraph, NodeId } from '../../src/language/expression.ts';
import { interpret } from '../../src/language/interpret.ts';
import type { EquationSystem } from '../../src/language/system.ts';
import { ZonulaError } from '../../src/problem/problem.ts';
import { sketchSystem, syntheticModel } from './systems.ts';

const METHODS: readonly StepMethod[] = ['tsit5', 'wide5', 'rodas4p', 'rodas5p'];
const TIME_HOURS = 7.25;
const INPUT_TIME_HOURS = 6.5;

type Person = {
  readonly states: readonly number[];
  readonly parameters: readonly number[];
  readonly inputs: readonly number[];
  readonly slopes: readonly number[];
};

/** The same person in every lane, unless a second one is given. */
function load(kernel: Kernel, people: readonly Person[]): Kernel {
  const put = (target: Float64Array, key: keyof Person): void => {
    for (let lane = 0; lane < kernel.lanes; lane++)
      (people[lane] ?? people[0])?.[key].forEach((value, i) => {
        target[i * kernel.lanes + lane] = value;
      });
  };
  put(kernel.state, 'states');
  put(kernel.parameters, 'parameters');
  put(kernel.inputs, 'inputs');
  put(kernel.slopes, 'slopes');
  kernel.inputTime[0] = INPUT_TIME_HOURS;
  kernel.absoluteTolerance.fill(1e-6);
  kernel.prepare();
  return kernel;
}

function lane(vector: Float64Array, kernel: Kernel, index: number): number[] {
  return Array.from(
    { length: vector.length / kernel.lanes },
    (_, i) => vector[i * kernel.lanes + index] as number,
  );
}

function evaluate(kernel: Kernel, index = 0): number[] {
  kernel.derivatives(TIME_HOURS);
  kernel.evaluateOutputs(TIME_HOURS);
  const jacobian = kernel.jacobian(TIME_HOURS);
  return [kernel.derivative, kernel.outputs, jacobian].flatMap((vector) => lane(vector, kernel, index));
}

function interpreted(system: EquationSystem, person: Person): number[] {
  const inputs = person.inputs.map(
    (value, i) => value + (person.slopes[i] as number) * (TIME_HOURS - INPUT_TIME_HOURS),
  );
  return [
    ...interpret(
      system,
      [
        ...system.derivatives,
        ...system.outputs.map((output) => output.node),
        ...system.jacobian.map((entry) => entry.node),
      ],
      { ...person, inputs, timeHours: TIME_HOURS },
    ),
  ];
}

/** A small stack program stands for an expression: any list of numbers is one. */
function grow(graph: ExpressionGraph, program: readonly number[], tame: boolean): NodeId {
  const stack: NodeId[] = [graph.state(0)];
  const pop = (): NodeId => stack.pop() ?? graph.number(0.5);
  for (const word of program) {
    const argument = Math.floor(word / 16);
    switch (word % 16) {
      case 0:
      case 1:
        stack.push(graph.state(argument % 4));
        break;
      case 2:
      case 3:
        stack.push(graph.parameter(argument % 5));
        break;
      case 4:
        stack.push(graph.input(argument % 2));
        break;
      case 5:
        stack.push(graph.number((argument % 7) - 2.5));
        break;
      case 6:
        stack.push(graph.time());
        break;
      case 7:
        stack.push(graph.add(pop(), pop()));
        break;
      case 8:
        stack.push(graph.subtract(pop(), pop()));
        break;
      case 9:
      case 10:
        stack.push(graph.multiply(pop(), pop()));
        break;
      case 11:
      case 12: {
        const [top, bottom] = [pop(), pop()];
        stack.push(
          graph.divide(top, tame ? graph.add(graph.number(1), graph.multiply(bottom, bottom)) : bottom),
        );
        break;
      }
      case 13: {
        const inner = pop();
        stack.push(
          tame ? graph.sqrt(graph.add(graph.number(0.5), graph.multiply(inner, inner))) : graph.sqrt(inner),
        );
        break;
      }
      case 14: {
        const inner = pop();
        stack.push(
          graph.exp(
            tame ? graph.divide(inner, graph.add(graph.number(1), graph.multiply(inner, inner))) : inner,
          ),
        );
        break;
      }
      default:
        stack.push(graph.cosTurn(pop()));
    }
  }
  return stack.reduce((sum, node) => graph.add(sum, node));
}

const programs = fc.array(fc.array(fc.nat(1023), { minLength: 1, maxLength: 25 }), {
  minLength: 4,
  maxLength: 4,
});
const numbers = (count: number, range: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: -range, max: range, noNaN: true }), { minLength: count, maxLength: count });
const person = (range: number): fc.Arbitrary<Person> =>
  fc.record({
    states: numbers(4, range),
    parameters: numbers(5, range),
    inputs: numbers(2, range),
    slopes: numbers(2, range),
  });

const randomSystem = (words: readonly number[][], tame: boolean): EquationSystem =>
  sketchSystem({
    name: 'random',
    states: [1, 1, 1, 1],
    parameters: [1, 1, 1, 1, 1],
    inputs: [1, 1],
    build: (graph) => {
      const nodes = words.map((program) => grow(graph, program, tame));
      return { derivatives: nodes, outputs: [graph.add(nodes[0] as NodeId, nodes[1] as NodeId)] };
    },
  });

describe('generated code', () => {
  it('agrees with the interpreter on random well-conditioned systems', () => {
    fc.assert(
      fc.property(programs, person(2), (words, someone) => {
        const system = randomSystem(words, true);
        const expected = interpreted(system, someone);
        const all = interpret(
          system,
          system.graph.nodes.map((_, id) => id),
          {
            ...someone,
            timeHours: TIME_HOURS,
          },
        );
        const scale = Math.max(1, ...[...all].map(Math.abs).filter(Number.isFinite));
        evaluate(load(compileJavaScript(system), [someone])).forEach((value, i) => {
          expect(Math.abs(value - (expected[i] as number))).toBeLessThanOrEqual(1e-11 * scale);
        });
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it('gives the same bits from JavaScript, WebAssembly and both SIMD lanes, infinities and NaN included', () => {
    fc.assert(
      fc.property(programs, person(40), person(40), (words, one, other) => {
        const system = randomSystem(words, false);
        const script = compileJavaScript(system);
        const first = evaluate(load(script, [one]));
        const second = evaluate(load(script, [other]));
        expect(evaluate(load(compileWasm(system, { lanes: 1 }), [one]))).toEqual(first);
        const pair = load(compileWasm(system, { lanes: 2 }), [one, other]);
        expect(evaluate(pair, 0)).toEqual(first);
        expect(evaluate(pair, 1)).toEqual(second);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  const system = syntheticModel(40, 12);
  const healthy: Person = {
    states: system.states.map((state) => state.value),
    parameters: system.parameters.map((parameter) => parameter.value),
    inputs: system.inputs.map((input) => input.value),
    slopes: system.inputs.map((_, i) => (i % 3) * 0.01),
  };
  const other: Person = {
    ...healthy,
    parameters: healthy.parameters.map((value, i) => value * (1 + 0.1 * Math.sin(i))),
  };

  it.each(METHODS)('takes the same steps of %s to the last bit in all back ends', (method) => {
    const kernels = [
      load(compileJavaScript(system), [healthy]),
      load(compileWasm(system, { lanes: 1 }), [healthy]),
      load(compileWasm(system, { lanes: 2 }), [healthy]),
    ];
    const runs = kernels.map((kernel) => {
      const record: number[][] = [];
      let time = INPUT_TIME_HOURS;
      for (const step of [0.05, 0.1, 0.4, 0.2, 0.3]) {
        const norm = kernel.tryStep(method, time, step, 1e-5);
        if (norm <= 50) {
          kernel.accept();
          time += step;
        }
        kernel.interpolate(0.3);
        record.push([norm, ...lane(kernel.state, kernel, 0), ...lane(kernel.interpolated, kernel, 0)]);
      }
      return record;
    });
    expect(runs[0]?.flat().every(Number.isFinite)).toBe(true);
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
  });

  it('reports the worst lane, and what each lane computes does not depend on its partner', () => {
    const [alone, partner, pair] = [
      load(compileWasm(system, { lanes: 1 }), [healthy]),
      load(compileWasm(system, { lanes: 1 }), [other]),
      load(compileWasm(system, { lanes: 2 }), [healthy, other]),
    ];
    const norms = [alone, partner].map((kernel) => kernel?.tryStep('rodas5p', 6.5, 0.5, 1e-6) ?? Number.NaN);
    expect(pair?.tryStep('rodas5p', 6.5, 0.5, 1e-6)).toBe(Math.max(...norms));
    if (!alone || !partner || !pair) throw new Error('kernels are missing');
    expect(lane(pair.candidate, pair, 0)).toEqual(lane(alone.candidate, alone, 0));
    expect(lane(pair.candidate, pair, 1)).toEqual(lane(partner.candidate, partner, 0));
  });

  it('stays valid WebAssembly in an independent validator', () => {
    for (const lanes of [1, 2] as const) {
      const bytes = emitWasm(system, { lanes });
      const module = binaryen.readBinary(bytes);
      module.setFeatures(binaryen.Features.SIMD128);
      expect(module.validate()).toBe(1);
      module.dispose();
    }
  });

  it('emits the same bytes and text every time, in pieces that V8 optimises', () => {
    expect(emitWasm(system, { lanes: 2 })).toEqual(emitWasm(system, { lanes: 2 }));
    const { source } = emitJavaScript(syntheticModel());
    expect(source).toBe(emitJavaScript(syntheticModel()).source);
    const longest = Math.max(...source.split('\nfunction ').map((text) => text.length));
    expect(longest).toBeLessThan(22_000);
  });

  it('runs a module that another worker compiled', () => {
    const module = new WebAssembly.Module(emitWasm(system, { lanes: 1, methods: ['tsit5'] }));
    const kernel = load(instantiateWasm(module), [healthy]);
    expect(evaluate(kernel)).toEqual(evaluate(load(compileJavaScript(system), [healthy])));
    expect(() => kernel.tryStep('rodas5p', 0, 0.1, 1e-6)).toThrow(/Z2002.*tsit5/);
  });

  it('refuses a module that it did not make', () => {
    const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
    expect(() => instantiateWasm(empty)).toThrow(ZonulaError);
    expect(() => instantiateWasm(empty)).toThrow(/Z2003/);
    expect(() => emitWasm(system, { lanes: 3 as 2 })).toThrow(/Z2001/);
  });
});
