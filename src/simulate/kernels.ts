import type { Kernel } from '../codegen/kernel.ts';
import { compileSystem } from '../solver/compile.ts';
import type { Gut } from './gut.ts';

/** One set of kernels per gut and thread: their memory is reused from person to person. */
export class GutKernels {
  readonly gut: Gut;
  private readonly made = new Map<string, Kernel>();

  constructor(gut: Gut) {
    this.gut = gut;
  }

  /** The gut alone, for one or two people in lockstep. */
  plain(lanes: 1 | 2): Kernel {
    return this.kernel(`plain ${lanes}`, lanes, false);
  }

  /** The gut with test drinks in it. */
  withProbes(lanes: 1 | 2): Kernel {
    return this.kernel(`probes ${lanes}`, lanes, true);
  }

  private kernel(key: string, lanes: 1 | 2, probes: boolean): Kernel {
    let kernel = this.made.get(key);
    if (!kernel) {
      const { system } = probes ? this.gut.withProbes() : this.gut;
      kernel = compileSystem(system, { lanes, backEnd: 'wasm' });
      this.made.set(key, kernel);
    }
    return kernel;
  }
}

/** Writes one person's values into a lane. */
export function fillLane(target: Float64Array, lanes: number, lane: number, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) target[i * lanes + lane] = values[i] as number;
}

/** Copies one lane out. */
export function readLane(source: Float64Array, lanes: number, lane: number, count: number): Float64Array {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = source[i * lanes + lane] as number;
  return values;
}
