import { compileJavaScript } from '../codegen/javascript.ts';
import type { Kernel, KernelNames } from '../codegen/kernel.ts';
import { emitWasm, instantiateWasm } from '../codegen/wasm.ts';
import type { EquationSystem } from '../language/system.ts';
import { ZonulaError } from '../problem/problem.ts';

export interface CompileOptions {
  /** 2: two people in lockstep (WebAssembly SIMD). */
  readonly lanes: 1 | 2;
  readonly backEnd: 'wasm' | 'javascript';
}

/** Everything a worker needs to make kernels of a model without compiling it again; can be posted. */
export interface CompiledModel {
  readonly lanes: 1 | 2;
  /** Bytes, or an already compiled module where workers can share one. */
  readonly wasm: Uint8Array<ArrayBuffer> | WebAssembly.Module;
  readonly names: KernelNames;
  /** Indices of states that must not become negative. */
  readonly nonNegative: readonly number[];
}

const bytesOf = new WeakMap<EquationSystem, Map<1 | 2, Uint8Array<ArrayBuffer>>>();
const modulesOf = new WeakMap<Uint8Array<ArrayBuffer>, WebAssembly.Module>();
const namesOf = new WeakMap<EquationSystem, KernelNames>();

/** Where compiled bytes are kept between processes. */
export interface WasmStore {
  /** Undefined when there is nothing of that key. */
  read(key: string): Uint8Array<ArrayBuffer> | undefined;
  write(key: string, bytes: Uint8Array<ArrayBuffer>): void;
}

let store: WasmStore | undefined;

/** From now on compiled models are looked for there first, and kept there. Undefined: nowhere. */
export function keepCompiledModelsIn(wasmStore: WasmStore | undefined): void {
  store = wasmStore;
}

/** Key of a model's bytes in a store; undefined for systems that are no assembled model and have no hash. */
export function storeKey(system: EquationSystem, lanes: 1 | 2): string | undefined {
  const { hash } = system as { readonly hash?: string };
  return hash === undefined ? undefined : `${hash}-${lanes}`;
}

/** WebAssembly bytes of a system, made once per system and number of lanes, or found in the store. */
export function wasmBytes(system: EquationSystem, lanes: 1 | 2): Uint8Array<ArrayBuffer> {
  const ofLanes = remembered(bytesOf, system, () => new Map());
  const known = ofLanes.get(lanes);
  if (known) return known;
  const key = store && storeKey(system, lanes);
  const kept = key === undefined ? undefined : store?.read(key);
  const bytes = kept ?? emitWasm(system, { lanes });
  if (!kept && key !== undefined) store?.write(key, bytes);
  ofLanes.set(lanes, bytes);
  return bytes;
}

/** Names of a system's vectors, for errors of kernels that were made elsewhere. */
export function kernelNames(system: EquationSystem): KernelNames {
  return remembered(namesOf, system, () => ({
    states: system.states.map(({ id }) => id),
    parameters: system.parameters.map(({ id }) => id),
    inputs: system.inputs.map(({ id }) => id),
    places: system.states.map((_, index) => system.describeState(index)),
  }));
}

/** States whose declared range does not go below zero; a system without ranges promises nothing. */
export function nonNegativeStates(system: EquationSystem): readonly number[] {
  return system.states.flatMap((state, index) => {
    const { range } = state as { readonly range?: readonly [number, number] };
    return range && range[0] >= 0 ? [index] : [];
  });
}

/**
 * A fresh kernel of a system. Code is generated once per system; every call has its own memory.
 * The kernel starts with the system's own values of states, parameters, inputs and tolerances, prepared.
 *
 * @throws ZonulaError Z2004 for two lanes in JavaScript
 */
export function compileSystem(system: EquationSystem, options: CompileOptions): Kernel {
  if (options.backEnd === 'javascript') {
    if (options.lanes !== 1)
      throw new ZonulaError({
        code: 'Z2004',
        severity: 'error',
        message: 'Generated JavaScript carries one person at a time.',
        fix: 'Ask for one lane, or for WebAssembly.',
      });
    return primeKernel(system, compileJavaScript(system));
  }
  return primeKernel(system, instantiateWasm(cachedModule(wasmBytes(system, options.lanes))));
}

/** Writes the system's own values into a kernel: states, parameters, inputs, tolerances. */
export function primeKernel(system: EquationSystem, kernel: Kernel): Kernel {
  kernel.names = kernelNames(system);
  kernel.nonNegative = nonNegativeStates(system);
  const { lanes } = kernel;
  for (let lane = 0; lane < lanes; lane++) {
    system.states.forEach(({ value, absoluteTolerance }, i) => {
      kernel.state[i * lanes + lane] = value;
      kernel.absoluteTolerance[i * lanes + lane] = absoluteTolerance;
    });
    system.parameters.forEach(({ value }, i) => {
      kernel.parameters[i * lanes + lane] = value;
    });
    system.inputs.forEach(({ value }, i) => {
      kernel.inputs[i * lanes + lane] = value;
    });
  }
  kernel.slopes.fill(0);
  kernel.prepare();
  return kernel;
}

/** What to post to a worker; there `instantiateCompiled` makes kernels of it. */
export function compileModel(system: EquationSystem, lanes: 1 | 2): CompiledModel {
  return {
    lanes,
    wasm: cachedModule(wasmBytes(system, lanes)),
    names: kernelNames(system),
    nonNegative: nonNegativeStates(system),
  };
}

/** A fresh kernel of an already compiled model; the caller writes states, parameters and tolerances. */
export function instantiateCompiled(model: CompiledModel): Kernel {
  const kernel = instantiateWasm(
    model.wasm instanceof WebAssembly.Module ? model.wasm : cachedModule(model.wasm),
  );
  kernel.names = model.names;
  kernel.nonNegative = model.nonNegative;
  return kernel;
}

function cachedModule(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module {
  return remembered(modulesOf, bytes, () => new WebAssembly.Module(bytes));
}

function remembered<Key extends object, Value>(
  cache: WeakMap<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
