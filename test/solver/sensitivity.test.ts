import { describe, expect, it } from 'vitest';
import { coreModules } from '../../model/assemblies.ts';
import { assemble } from '../../src/language/assemble.ts';
import { compileSystem } from '../../src/solver/compile.ts';
import { integrate } from '../../src/solver/integrate.ts';
import { parameterSensitivities } from '../../src/solver/sensitivity.ts';
import { gutLife } from './gut-life.ts';
import { problem } from './ivp/problem.ts';

describe('parameterSensitivities', () => {
  it('meets the exact derivative of a decay, over time', () => {
    const decay = problem({
      name: 'decay',
      values: [1],
      end: 5,
      absoluteTolerance: 1e-9,
      endValues: [],
      build: (a) => [a.y(0).times(-1)],
    });
    // y' = -k y needs a parameter: use the graph's own.
    const { graph } = decay.system;
    const system = {
      ...decay.system,
      parameters: [{ id: 'k', value: 0.3 }],
      derivatives: [graph.negate(graph.multiply(graph.parameter(0), graph.state(0)))],
      jacobian: [{ row: 0, column: 0, node: graph.negate(graph.parameter(0)) }],
      timeDerivative: [graph.number(0)],
    };
    const kernel = compileSystem(system, { lanes: 2, backEnd: 'wasm' });
    const [effect] = parameterSensitivities(kernel, {
      startHours: 0,
      endHours: 5,
      schedule: decay.schedule,
      start: [2],
      parameters: [0.3],
      parameterIndices: [0],
      perturbation: 1e-6,
      atHours: [0, 1, 2.5, 5],
      relativeTolerance: 1e-6,
    });
    [0, 1, 2.5, 5].forEach((t, i) => {
      expect(effect?.derivatives[i]?.[0]).toBeCloseTo(-2 * t * Math.exp(-0.3 * t), 4);
    });
    expect(() =>
      parameterSensitivities(compileSystem(system, { lanes: 1, backEnd: 'wasm' }), {
        startHours: 0,
        endHours: 1,
        schedule: decay.schedule,
        start: [1],
        parameters: [0.3],
        parameterIndices: [0],
      }),
    ).toThrow('Z2040');
  });

  it('agrees on the gut with central differences at tight tolerance', () => {
    const system = assemble(coreModules, { name: 'core' });
    const schedule = gutLife(system, 7);
    const kernel = compileSystem(system, { lanes: 2, backEnd: 'wasm' });
    const start = system.states.map(({ value }) => value);
    const parameters = system.parameters.map(({ value }) => value);
    const asked = ['k_ge', 'k_sb', 'a_scfa', 'tau_tnfm', 'K_fib', 'lps0'].flatMap((id) => {
      const index = system.parameters.findIndex((parameter) => parameter.id === id);
      return index < 0 ? [] : [index];
    });
    expect(asked.length).toBeGreaterThan(3);
    const end = 7 * 24;
    const found = parameterSensitivities(kernel, {
      startHours: 0,
      endHours: end,
      schedule,
      start,
      parameters,
      parameterIndices: asked,
    });
    const single = compileSystem(system, { lanes: 1, backEnd: 'wasm' });
    const endState = (parameter: number, factor: number, relativeTolerance: number, tolerance: number) => {
      single.state.set(start);
      single.parameters.set(parameters);
      single.parameters[parameter] = (parameters[parameter] as number) * factor;
      single.absoluteTolerance.set(
        system.states.map(({ absoluteTolerance }) => absoluteTolerance * tolerance),
      );
      single.prepare();
      integrate(single, {
        startHours: 0,
        endHours: end,
        lanes: [schedule],
        relativeTolerance,
        method: 'tsit5',
      });
      return single.state.slice();
    };
    let worst = 0;
    found.forEach(({ parameter, derivatives: [lockstep] }) => {
      const value = parameters[parameter] as number;
      const [up, down] = [endState(parameter, 1.001, 1e-11, 1e-6), endState(parameter, 0.999, 1e-11, 1e-6)];
      const base = endState(parameter, 1, 1e-11, 1e-6);
      // Elasticities, so that all states count alike.
      system.states.forEach(({ absoluteTolerance }, i) => {
        const size = Math.abs(base[i] as number) + 1e6 * absoluteTolerance;
        const exact = ((up[i] as number) - (down[i] as number)) / 0.002 / size;
        worst = Math.max(worst, Math.abs(((lockstep?.[i] as number) * value) / size - exact));
      });
    });
    expect(worst).toBeLessThan(5e-3);
  });
});
