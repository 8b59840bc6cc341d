import { probes } from '../../model/probes.ts';
import type { Kernel } from '../../src/codegen/kernel.ts';
import { assemble } from '../../src/language/assemble.ts';
import type { ModuleDeclaration } from '../../src/language/module.ts';
import type { ModelSystem } from '../../src/language/system.ts';
import { compileSystem } from '../../src/solver/compile.ts';
import type { LaneSegment } from '../../src/solver/contract.ts';
import { integrate } from '../../src/solver/integrate.ts';

/** What a person eats in a day, g (the columns of the specification's reference diet). */
export interface Diet {
  readonly fat: number;
  readonly prot: number;
  readonly starch: number;
  readonly sugar: number;
  readonly fibre: number;
  readonly rs: number;
  readonly oli: number;
  readonly gluten: number;
  readonly lactose?: number;
  /** Unfermentable fibre eaten beside the usual quarter of all fibre (bran, psyllium). */
  readonly bran?: number;
}

/** The specification's Western reference diet. */
export const referenceDiet: Diet = {
  fat: 110,
  prot: 99,
  starch: 160,
  sugar: 105,
  fibre: 14.4,
  rs: 7.2,
  oli: 5,
  gluten: 12,
};

/** An input held at a value for some hours, counted from the start of the run. */
export interface Exposure {
  readonly input: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface RunOptions {
  readonly hours: number;
  /** Undefined: the diet of the run before; null: fasting. */
  readonly diet?: Diet | null;
  readonly exposures?: readonly Exposure[];
  /** Inputs that differ from their base value for the whole run. */
  readonly constants?: Readonly<Record<string, number>>;
  /** Jumps of states, hours from the start. */
  readonly boluses?: readonly { readonly state: string; readonly at: number; readonly amount: number }[];
  /** States and derived quantities to record. */
  readonly record?: readonly string[];
  readonly everyHours?: number;
  readonly relativeTolerance?: number;
  /** Called at every recorded moment with copies of states and inputs, for balances. */
  readonly eachMoment?: (point: {
    readonly states: Float64Array;
    readonly inputs: Float64Array;
    readonly parameters: Float64Array;
    readonly timeHours: number;
  }) => void;
}

export class Trace {
  readonly time: number[] = [];
  readonly values = new Map<string, number[]>();
  of(id: string): readonly number[] {
    const values = this.values.get(id);
    if (!values) throw new RangeError(`${id} was not recorded`);
    return values;
  }
  /** Mean between two times (trapezoid). */
  mean(id: string, from = 0, to = Number.POSITIVE_INFINITY): number {
    const values = this.of(id);
    let sum = 0;
    let span = 0;
    for (let i = 1; i < values.length; i++) {
      const [a, b] = [this.time[i - 1] as number, this.time[i] as number];
      if (a < from - 1e-9 || b > to + 1e-9) continue;
      sum += ((b - a) * ((values[i - 1] as number) + (values[i] as number))) / 2;
      span += b - a;
    }
    return sum / span;
  }
  peak(id: string): number {
    return Math.max(...this.of(id));
  }
  at(id: string, hours: number): number {
    const i = this.time.findIndex((time) => time >= hours - 1e-9);
    return this.of(id)[i < 0 ? this.time.length - 1 : i] as number;
  }
}

const meals = [
  { at: 8, share: 0.25 },
  { at: 13, share: 0.35 },
  { at: 19, share: 0.4 },
] as const;
const mealHours = 0.5;
const fermentableShare = 0.75;
/** Shares of the reference diet by which the full assembly divides sugar and protein. */
const lactoseOfSugar = 12 / 105;
const milkOfProtein = 24 / 99;

/** One person of one assembly, with the probes beside it; keeps state and clock between runs. */
export class Gut {
  readonly system: ModelSystem;
  readonly kernel: Kernel;
  private readonly inputs: ReadonlyMap<string, number>;
  private readonly states: ReadonlyMap<string, number>;
  private readonly outputs: ReadonlyMap<string, number>;
  private diet: Diet | null = referenceDiet;
  clock = 0;
  /** Values that stand in for the declared ones in everything this person does. */
  rival: Readonly<Record<string, number>> = {};

  constructor(modules: readonly ModuleDeclaration[], name: string) {
    this.system = assemble([...modules, probes], { name });
    this.kernel = compileSystem(this.system, { lanes: 1, backEnd: 'wasm' });
    const index = (list: readonly { readonly id: string }[]): Map<string, number> =>
      new Map(list.map(({ id }, i) => [id, i]));
    this.inputs = index(this.system.inputs);
    this.states = index(this.system.states);
    this.outputs = index(this.system.outputs);
  }

  get isFull(): boolean {
    return this.inputs.has('meal_lac');
  }
  has(id: string): boolean {
    return this.states.has(id) || this.outputs.has(id);
  }
  hasInput(id: string): boolean {
    return this.inputs.has(id);
  }

  /** Back to the healthy start values, with parameters as declared or as given. */
  reset(parameters: Readonly<Record<string, number>> = {}): this {
    this.system.states.forEach(({ value }, i) => {
      this.kernel.state[i] = value;
    });
    this.diet = referenceDiet;
    this.clock = 0;
    return this.set(parameters, true);
  }

  /** Sets parameters; `fresh` first restores the declared ones. */
  set(parameters: Readonly<Record<string, number>>, fresh = false): this {
    const unknown = new Set(Object.keys(parameters));
    this.system.parameters.forEach(({ id, value }, i) => {
      const given = parameters[id];
      unknown.delete(id);
      if (given !== undefined) this.kernel.parameters[i] = given;
      else if (fresh) this.kernel.parameters[i] = this.rival[id] ?? value;
    });
    if (unknown.size > 0) throw new RangeError(`no parameter ${[...unknown].join(', ')}`);
    this.kernel.prepare();
    return this;
  }

  state(id: string): number {
    const i = this.states.get(id);
    if (i === undefined) throw new RangeError(`no state ${id}`);
    return this.kernel.state[i] as number;
  }
  put(id: string, value: number): void {
    const i = this.states.get(id);
    if (i === undefined) throw new RangeError(`no state ${id}`);
    this.kernel.state[i] = value;
  }

  save(): { readonly state: Float64Array; readonly clock: number; readonly diet: Diet | null } {
    return { state: this.kernel.state.slice(), clock: this.clock, diet: this.diet };
  }
  load(saved: ReturnType<Gut['save']>): this {
    this.kernel.state.set(saved.state);
    this.clock = saved.clock;
    this.diet = saved.diet;
    return this;
  }

  run(options: RunOptions): Trace {
    const { kernel, system } = this;
    if (options.diet !== undefined) this.diet = options.diet;
    const start = this.clock;
    const end = start + options.hours;
    const segments: LaneSegment[] = [];
    const segment = (input: string, from: number, to: number, value: number): void => {
      const index = this.inputs.get(input);
      if (index === undefined) throw new RangeError(`no input ${input}`);
      if (value !== 0) segments.push({ input: index, startHours: from, endHours: to, value });
    };
    if (this.diet)
      for (let day = Math.floor(start / 24) - 1; day * 24 < end; day++)
        for (const { at, share } of meals)
          for (const [input, grams] of Object.entries(this.mealInputs(this.diet)))
            segment(input, day * 24 + at, day * 24 + at + mealHours, (grams * share) / mealHours);
    const base = Float64Array.from(system.inputs, ({ id, value }) => options.constants?.[id] ?? value);
    for (const { input, from, to, value } of options.exposures ?? [])
      segment(input, start + from, start + to, value);
    const trace = new Trace();
    const record = options.record ?? [];
    const every = options.everyHours ?? 0.1;
    const readers = record.map((id) => {
      const state = this.states.get(id);
      const output = this.outputs.get(id);
      if (state === undefined && output === undefined) throw new RangeError(`nothing called ${id}`);
      const values: number[] = [];
      trace.values.set(id, values);
      return (): void => {
        values.push((state === undefined ? kernel.outputs[output as number] : kernel.state[state]) as number);
      };
    });
    const needsOutputs = record.some((id) => this.outputs.has(id));
    let next = start;
    let last = start;
    const sample = (time: number): void => {
      if (needsOutputs) kernel.evaluateOutputs(time);
      trace.time.push(time - start);
      for (const read of readers) read();
      options.eachMoment?.({
        states: kernel.state.slice(),
        inputs: kernel.inputs.slice(),
        parameters: kernel.parameters.slice(),
        timeHours: time,
      });
    };
    const held = new Float64Array(kernel.state.length);
    integrate(kernel, {
      startHours: start,
      endHours: end,
      lanes: [
        {
          base,
          segments,
          boluses: (options.boluses ?? []).map(({ state, at, amount }) => {
            const index = this.states.get(state);
            if (index === undefined) throw new RangeError(`no state ${state}`);
            return { state: index, timeHours: start + at, amount };
          }),
        },
      ],
      ...(options.relativeTolerance === undefined ? {} : { relativeTolerance: options.relativeTolerance }),
      ...(record.length === 0
        ? {}
        : {
            observe: (_kernel: Kernel, from: number, to: number): void => {
              held.set(kernel.state);
              while (next <= to + 1e-9 && to > from) {
                // Dense output starts from the state at the end of the step: put back before each sample.
                kernel.state.set(held);
                kernel.interpolate(Math.min(1, Math.max(0, (next - from) / (to - from))));
                kernel.state.set(kernel.interpolated);
                sample(next);
                last = next;
                next += every;
              }
              kernel.state.set(held);
            },
          }),
    });
    if (record.length > 0 && last < end - 1e-6) sample(end);
    this.clock = end;
    return trace;
  }

  /** Days of the same life, without a record. */
  days(count: number, options: Omit<RunOptions, 'hours'> = {}): this {
    this.run({ ...options, hours: 24 * count });
    return this;
  }

  private mealInputs(diet: Diet): Record<string, number> {
    const { fat, prot, starch, sugar, fibre, rs, oli, gluten } = diet;
    const shared = { meal_fat: fat, meal_prot: prot, meal_starch: starch, meal_glu: gluten };
    if (!this.isFull)
      return {
        ...shared,
        meal_sugar: sugar,
        meal_oli: oli,
        meal_fib: fermentableShare * fibre + rs,
      };
    const lactose = diet.lactose ?? lactoseOfSugar * sugar;
    const milk = milkOfProtein * prot;
    return {
      ...shared,
      meal_sugar: Math.max(0, sugar - lactose),
      meal_lac: lactose,
      meal_oli: oli,
      meal_fib: fermentableShare * fibre,
      meal_rs: rs,
      meal_nsf: (1 - fermentableShare) * fibre + (diet.bran ?? 0),
      meal_mlk: milk,
      meal_oth: Math.max(0, prot - gluten - milk),
    };
  }
}
