import type { EquationSystem } from '../language/system.ts';
import {
  CodeGraph,
  type CodeId,
  FIRST_ARGUMENT,
  MEMORY,
  type Region,
  SECOND_ARGUMENT,
} from './code-graph.ts';
import type { StepMethod } from './kernel.ts';
import { LoweredEquations } from './lower.ts';
import { factorLayout, factorNodes, type SymbolicFactors, solveNodes, symbolicFactors } from './sparse-lu.ts';
import { type ExplicitTableau, RODAS4P, RODAS5P, type RosenbrockTableau, TSIT5, WIDE5 } from './tableaus.ts';

/** Named vectors in a kernel's memory, in slots (one slot: one number per lane). */
export type Area =
  | 'time'
  | 'step'
  | 'relativeTolerance'
  | 'inputTime'
  | 'stageTime'
  | 'errorSquare'
  | 'pivotFloor'
  | 'state'
  | 'candidate'
  | 'previous'
  | 'derivative'
  | 'absoluteTolerance'
  | 'interpolated'
  | 'stage'
  | 'work'
  | 'slope'
  | 'parameters'
  | 'inputs'
  | 'slopes'
  | 'hoisted'
  | 'jacobian'
  | 'timeDerivative'
  | 'factors'
  | 'outputs'
  | `k${number}`;

export interface AreaPlace {
  readonly offset: number;
  readonly length: number;
}

export interface Store {
  readonly region: Region;
  readonly slot: number;
  readonly node: CodeId;
}

export type Statement =
  /** Straight-line code; every slot is written once and no slot written is read. */
  | { readonly kind: 'block'; readonly stores: readonly Store[] }
  /** `count` times: stores to `slot + counter`, and sums kept in one slot each. */
  | {
      readonly kind: 'loop';
      readonly count: number;
      readonly stores: readonly Store[];
      readonly sums: readonly { readonly slot: number; readonly node: CodeId }[];
    }
  /** Calls another routine with vectors in memory as its arguments. */
  | { readonly kind: 'call'; readonly routine: string; readonly arguments: readonly number[] };

export interface Routine {
  readonly name: string;
  readonly argumentCount: 0 | 1 | 2;
  /** Callable from outside (then without arguments). */
  readonly entry: boolean;
  readonly statements: readonly Statement[];
}

/** Sizes that documentation and benchmarks print. */
export interface ProgramFacts {
  readonly states: number;
  readonly jacobianNonZeros: number;
  readonly factorNonZeros: number;
  readonly hoisted: number;
}

/** A model as machine-level routines over one block of memory: what all back ends translate, in the same order. */
export interface Program {
  readonly name: string;
  readonly graph: CodeGraph;
  readonly areas: ReadonlyMap<Area, AreaPlace>;
  /** Slots before the scratch space that back ends append. */
  readonly slots: number;
  readonly routines: readonly Routine[];
  readonly methods: readonly StepMethod[];
  readonly facts: ProgramFacts;
}

export interface ProgramOptions {
  /** Step methods to generate; all by default. */
  readonly methods?: readonly StepMethod[];
}

export const ALL_METHODS: readonly StepMethod[] = ['tsit5', 'wide5', 'rodas4p', 'rodas5p'];

export const EXPLICIT: Readonly<Partial<Record<StepMethod, ExplicitTableau>>> = {
  tsit5: TSIT5,
  wide5: WIDE5,
};
export const ROSENBROCK: Readonly<Partial<Record<StepMethod, RosenbrockTableau>>> = {
  rodas4p: RODAS4P,
  rodas5p: RODAS5P,
};

/** Lowers a system and lays out memory and routines: evaluation, and one whole step per call of each method. */
export function buildProgram(system: EquationSystem, options: ProgramOptions = {}): Program {
  return new ProgramBuilder(system, options.methods ?? ALL_METHODS).build();
}

class ProgramBuilder {
  private readonly graph = new CodeGraph();
  private readonly areas = new Map<Area, AreaPlace>();
  private readonly routines: Routine[] = [];
  private slots = 0;
  private readonly system: EquationSystem;
  private readonly methods: readonly StepMethod[];
  private readonly size: number;

  constructor(system: EquationSystem, methods: readonly StepMethod[]) {
    this.system = system;
    this.methods = methods;
    this.size = system.states.length;
  }

  build(): Program {
    const { system, size, graph } = this;
    for (const scalar of [
      'time',
      'step',
      'relativeTolerance',
      'inputTime',
      'stageTime',
      'errorSquare',
      'pivotFloor',
    ] as const)
      this.area(scalar, 1);
    for (const vector of [
      'state',
      'candidate',
      'previous',
      'derivative',
      'absoluteTolerance',
      'interpolated',
      'stage',
      'work',
      'slope',
    ] as const)
      this.area(vector, size);
    const stages = Math.max(
      0,
      ...this.methods.map((method) => (EXPLICIT[method] ?? ROSENBROCK[method])?.stages ?? 0),
    );
    for (let stage = 1; stage <= stages; stage++) this.area(`k${stage}`, size);
    this.area('inputs', system.inputs.length);
    this.area('slopes', system.inputs.length);
    this.area('parameters', system.parameters.length);
    this.area('outputs', system.outputs.length);
    this.area('jacobian', system.jacobian.length);
    this.area('timeDerivative', size);

    const roots = [
      ...system.derivatives,
      ...system.outputs.map((output) => output.node),
      ...system.jacobian.map((entry) => entry.node),
      ...system.timeDerivative,
    ];
    // Hoisted slots come last among the named areas: their number is known after lowering.
    const places = {
      parameters: this.at('parameters'),
      inputs: this.at('inputs'),
      slopes: this.at('slopes'),
      inputTime: this.at('inputTime'),
      stageTime: this.at('stageTime'),
      hoisted: this.slots,
    };
    // Derivatives alone are evaluated far more often than together with the Jacobian, and share less.
    const alone = new LoweredEquations(system, graph, system.derivatives, places);
    const lowered = new LoweredEquations(system, graph, roots, places, alone);
    const derivativesAlone = system.derivatives.map((id) => alone.lower(id));
    const derivatives = system.derivatives.map((id) => lowered.lower(id));
    const outputs = system.outputs.map((output) => lowered.lower(output.node));
    const jacobian = system.jacobian.map((entry) => lowered.lower(entry.node));
    const timeDerivative = system.timeDerivative.map((id) => lowered.lower(id));
    this.area('hoisted', lowered.hoisted.length);

    const toMemory = (area: Area, nodes: readonly CodeId[]): Store[] =>
      nodes.map((node, i) => ({ region: MEMORY, slot: this.at(area) + i, node }));
    const toSecond = (nodes: readonly CodeId[]): Store[] =>
      nodes.map((node, slot) => ({ region: SECOND_ARGUMENT, slot, node }));
    const jacobianStores = toMemory('jacobian', jacobian);

    this.entry('prepare', [this.block(toMemory('hoisted', lowered.hoisted))]);
    this.routine('derivativesAt', 2, [this.block(toSecond(derivativesAlone))]);
    this.routine('outputsAt', 1, [this.block(toMemory('outputs', outputs))]);
    this.routine('jacobianAt', 1, [this.block(jacobianStores)]);
    this.entry('derivatives', [this.call('derivativesAt', 'state', 'derivative')]);
    this.entry('outputs', [this.call('outputsAt', 'state')]);
    this.entry('jacobian', [this.call('jacobianAt', 'state')]);

    for (const method of this.methods) {
      const explicit = EXPLICIT[method];
      if (explicit) this.explicitStep(method, explicit);
    }
    let factorNonZeros = 0;
    if (this.methods.some((method) => ROSENBROCK[method])) {
      const factors = symbolicFactors(size, system.jacobian);
      factorNonZeros = factors.nonZeros;
      this.area('factors', factors.nonZeros);
      // Derivative, Jacobian and time derivative at the start of a step share most of their subexpressions.
      this.routine('lineariseAt', 2, [
        this.block([
          ...toSecond(derivatives),
          ...jacobianStores,
          ...toMemory('timeDerivative', timeDerivative),
        ]),
      ]);
      this.entry('linearise', [
        this.block([this.assign('stageTime', graph.load(MEMORY, this.at('time')))]),
        this.call('lineariseAt', 'state', 'derivative'),
      ]);
      this.solver(factors);
      for (const method of this.methods) {
        const tableau = ROSENBROCK[method];
        if (tableau) this.rosenbrockStep(method, tableau, factors);
      }
    }
    return {
      name: system.name,
      graph,
      areas: this.areas,
      slots: this.slots,
      routines: this.routines,
      methods: this.methods,
      facts: {
        states: size,
        jacobianNonZeros: system.jacobian.length,
        factorNonZeros,
        hoisted: lowered.hoisted.length,
      },
    };
  }

  private area(name: Area, length: number): void {
    this.areas.set(name, { offset: this.slots, length });
    this.slots += length;
  }

  private at(name: Area): number {
    const place = this.areas.get(name);
    if (!place) throw new RangeError(`no area ${name} in the memory layout`);
    return place.offset;
  }

  private routine(name: string, argumentCount: 0 | 1 | 2, statements: readonly Statement[]): void {
    this.routines.push({ name, argumentCount, entry: false, statements });
  }

  private entry(name: string, statements: readonly Statement[]): void {
    this.routines.push({ name, argumentCount: 0, entry: true, statements });
  }

  private block(stores: readonly Store[]): Statement {
    return { kind: 'block', stores };
  }

  private call(routine: string, ...areas: readonly Area[]): Statement {
    return { kind: 'call', routine, arguments: areas.map((area) => this.at(area)) };
  }

  private assign(area: Area, node: CodeId): Store {
    return { region: MEMORY, slot: this.at(area), node };
  }

  private scalar(area: Area): CodeId {
    return this.graph.load(MEMORY, this.at(area));
  }

  private element(area: Area): CodeId {
    return this.graph.element(MEMORY, this.at(area));
  }

  private loop(
    stores: readonly (readonly [Area, CodeId])[],
    sums: readonly (readonly [Area, CodeId])[] = [],
  ): Statement {
    return {
      kind: 'loop',
      count: this.size,
      stores: stores.map(([area, node]) => this.assign(area, node)),
      sums: sums.map(([area, node]) => ({ slot: this.at(area), node })),
    };
  }

  /** `scale * weight` for each non-zero weight, with the stage vector it belongs to. */
  private terms(scale: CodeId, weights: readonly number[]): [CodeId, CodeId][] {
    return weights.flatMap((weight, j) =>
      weight === 0
        ? []
        : [[this.graph.multiply(scale, this.graph.constant(weight)), this.element(`k${j + 1}`)]],
    );
  }

  private stageTime(node: number): Statement {
    const { graph } = this;
    const time = this.scalar('time');
    const offset = graph.multiply(graph.constant(node), this.scalar('step'));
    return this.block([this.assign('stageTime', node === 0 ? time : graph.add(time, offset))]);
  }

  /** Square of the error in units of the tolerance. */
  private errorSquare(error: CodeId, candidate: CodeId): CodeId {
    const { graph } = this;
    // A candidate that is not a number stands on the left, where it stays and fails the step.
    const magnitude = graph.maximum(graph.absolute(candidate), graph.absolute(this.element('state')));
    const tolerance = graph.add(
      this.element('absoluteTolerance'),
      graph.multiply(this.scalar('relativeTolerance'), magnitude),
    );
    const ratio = graph.divide(error, tolerance);
    return graph.multiply(ratio, ratio);
  }

  private explicitStep(method: StepMethod, tableau: ExplicitTableau): void {
    const { graph } = this;
    const step = this.scalar('step');
    const state = this.element('state');
    this.entry(`${method}Begin`, [
      this.block([this.assign('stageTime', this.scalar('time'))]),
      this.call('derivativesAt', 'state', 'k1'),
    ]);
    const statements: Statement[] = [];
    for (let stage = 1; stage < tableau.stages; stage++) {
      const target: Area = stage === tableau.stages - 1 ? 'candidate' : 'stage';
      const sum = graph.combination(this.terms(step, tableau.weights[stage] ?? []));
      statements.push(
        this.stageTime(tableau.nodes[stage] ?? 0),
        this.loop([[target, graph.add(state, sum)]]),
        this.call('derivativesAt', target, `k${stage + 1}`),
      );
    }
    const error = graph.combination(this.terms(step, tableau.error));
    statements.push(this.loop([], [['errorSquare', this.errorSquare(error, this.element('candidate'))]]));
    this.entry(`${method}Step`, statements);
  }

  /** Factors and solves with J - I/(h gamma): the sign that needs no negations; right-hand sides carry it. */
  private solver(factors: SymbolicFactors): void {
    const { graph, system } = this;
    const layout = factorLayout(factors);
    const places = new Map(system.jacobian.map((entry, i) => [entry.row * this.size + entry.column, i]));
    const shift = graph.load(FIRST_ARGUMENT, 0);
    const entryNode = (row: number, column: number): CodeId | undefined => {
      const place = places.get(row * this.size + column);
      const value = place === undefined ? undefined : graph.load(MEMORY, this.at('jacobian') + place);
      if (row !== column) return value;
      return value === undefined ? graph.negate(shift) : graph.subtract(value, shift);
    };
    const { values, smallestPivot } = factorNodes(graph, factors, entryNode);
    this.routine('factor', 1, [
      this.block([
        ...values.map((node, i): Store => ({ region: MEMORY, slot: this.at('factors') + i, node })),
        this.assign('pivotFloor', graph.divide(smallestPivot, shift)),
      ]),
    ]);
    const solution = solveNodes(
      graph,
      factors,
      layout,
      (place) => graph.load(MEMORY, this.at('factors') + place),
      (state) => graph.load(FIRST_ARGUMENT, state),
    );
    this.routine('solve', 2, [
      this.block(solution.map((node, state): Store => ({ region: SECOND_ARGUMENT, slot: state, node }))),
    ]);
  }

  private rosenbrockStep(method: StepMethod, tableau: RosenbrockTableau, _factors: SymbolicFactors): void {
    const { graph } = this;
    const step = this.scalar('step');
    const inverseStep = graph.divide(graph.constant(1), step);
    const statements: Statement[] = [
      this.block([
        this.assign(
          'work',
          graph.divide(graph.constant(1), graph.multiply(step, graph.constant(tableau.gamma))),
        ),
      ]),
      this.call('factor', 'work'),
    ];
    for (let stage = 0; stage < tableau.stages; stage++) {
      const slope: Area = stage === 0 ? 'derivative' : 'slope';
      if (stage > 0) {
        const weights = tableau.weights[stage] ?? [];
        const before = tableau.weights[stage - 1] ?? [];
        // The last stages of a stiffly accurate method only add the k before.
        const addsOne =
          weights.length === before.length + 1 &&
          weights.at(-1) === 1 &&
          before.every((weight, j) => weight === weights[j]);
        const argument = addsOne
          ? graph.add(this.element('stage'), this.element(`k${stage}`))
          : graph.add(this.element('state'), graph.combination(this.terms(graph.constant(1), weights)));
        statements.push(
          this.stageTime(tableau.nodes[stage] ?? 0),
          this.loop([['stage', argument]]),
          this.call('derivativesAt', 'stage', 'slope'),
        );
      }
      const coupling = this.terms(
        inverseStep,
        (tableau.couplings[stage] ?? []).map((weight) => -weight),
      );
      const timeWeight = tableau.timeWeights[stage] ?? 0;
      if (timeWeight !== 0)
        coupling.push([graph.multiply(step, graph.constant(-timeWeight)), this.element('timeDerivative')]);
      const minusRightHandSide =
        coupling.length === 0
          ? graph.negate(this.element(slope))
          : graph.subtract(graph.combination(coupling), this.element(slope));
      statements.push(this.loop([['work', minusRightHandSide]]), this.call('solve', 'work', `k${stage + 1}`));
    }
    const last = this.element(`k${tableau.stages}`);
    const candidate = graph.add(this.element('stage'), last);
    statements.push(
      this.loop([['candidate', candidate]], [['errorSquare', this.errorSquare(last, candidate)]]),
    );
    this.entry(`${method}Step`, statements);
  }
}
