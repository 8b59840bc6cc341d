import { compileJavaScript } from '../../src/codegen/javascript.ts';
import type { StepMethod } from '../../src/codegen/kernel.ts';
import { problem } from './ivp/problem.ts';

/** y' = y (1 - y), z' = -r z with a ramp r = 1 + t/2: logistic growth and a Gaussian, both known exactly. */
const smooth = problem({
  name: 'smooth',
  values: [0.2, 1],
  inputs: [1],
  end: 2,
  absoluteTolerance: 1e-8,
  endValues: [],
  build: (a) => [a.y(0).times(a.minus(1, a.y(0))), a.input(0).times(a.y(1)).times(-1)],
});

/** Order seen when the step is halved twice at fixed step size: log2 of the ratio of errors. */
export function measuredOrders(method: StepMethod): readonly number[] {
  const errors = [16, 32, 64].map((steps) => {
    const kernel = compileJavaScript(smooth.system);
    kernel.state.set([0.2, 1]);
    kernel.inputs.set([1]);
    kernel.slopes.set([0.5]);
    kernel.absoluteTolerance.fill(1e-8);
    kernel.prepare();
    for (let i = 0; i < steps; i++) {
      kernel.tryStep(method, (i * 2) / steps, 2 / steps, 1e-6);
      kernel.accept();
    }
    const logistic = 0.2 / (0.2 + 0.8 * Math.exp(-2));
    return Math.max(
      Math.abs((kernel.state[0] as number) - logistic),
      Math.abs((kernel.state[1] as number) - Math.exp(-3)),
    );
  });
  return [0, 1].map((i) => Math.log2((errors[i] as number) / (errors[i + 1] as number)));
}
