import type { PersonFile } from '../../../src/person/schema.ts';
import type { Problem } from '../../../src/problem/problem.ts';
import type { RunResult } from '../../../src/simulate/result.ts';
import type { RunRequest, SimulationService } from './contract.ts';
import { markChange } from './course-marks.ts';
import { type SimulationDocument, simulationDocument, simulationKey } from './simulation-document.ts';

export interface Course {
  readonly result: RunResult;
  /** How many virtual people stand behind it so far. */
  readonly done: number;
  readonly simulation: SimulationDocument;
  readonly plan: string | undefined;
  /** Which change of the record it answers. */
  readonly turn: number;
}

export interface CourseState {
  /** The newest bands; while another life is computed, those of the one before. */
  readonly course: Course | undefined;
  readonly busy: boolean;
  readonly problems: readonly Problem[];
  /** The plan that is shown beside life as it is. */
  readonly plan: string | undefined;
  /** The same body eating by the guidelines, by series; undefined until it is known. */
  readonly reference: Readonly<Record<string, number>> | undefined;
}

type Run = (
  request: RunRequest,
  onPartial: (result: RunResult, done: number) => void,
) => ReturnType<SimulationService['run']>;

const allPeople = 20;
/** While changes follow each other, wait for the finger to rest; a change out of rest is computed at once. */
const restMilliseconds = 120;

type ReferenceOf = SimulationService['reference'];

/**
 * Keeps one simulated course of the person's record up to date: a changed record cancels the run before.
 */
export class CourseStore {
  private state: CourseState = {
    course: undefined,
    busy: false,
    problems: [],
    plan: undefined,
    reference: undefined,
  };
  private readonly listeners = new Set<() => void>();
  private readonly run: Run;
  private readonly referenceOf: ReferenceOf;
  private readonly today: () => string;
  private referenceKey = '';
  private key = '';
  private wanted: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private resting = true;
  private turn = 0;
  /** What was followed last: most calls bring it again. */
  private followed: { readonly record: PersonFile; readonly plan: string | undefined } | undefined;

  constructor(run: Run, referenceOf: ReferenceOf, today: () => string) {
    this.run = run;
    this.referenceOf = referenceOf;
    this.today = today;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): CourseState => this.state;

  /** Shows this plan beside life as it is; undefined shows life as it is alone. */
  showPlan(plan: string | undefined, record: PersonFile): void {
    this.wanted = plan;
    this.follow(record);
  }

  /** Computes the record unless what matters is already computed or under way. */
  follow(record: PersonFile): void {
    if (this.followed?.record === record && this.followed.plan === this.wanted) return;
    this.followed = { record, plan: this.wanted };
    // A plan that was just made may not be in this record yet: it is shown as soon as it is.
    const plan = record.plans?.find(({ name }) => name === this.wanted)?.name;
    const simulation = simulationDocument(record, plan === undefined ? [] : [plan], this.today());
    const key = simulationKey(simulation);
    if (key === this.key) return;
    this.key = key;
    this.turn++;
    const { turn } = this;
    markChange(turn);
    clearTimeout(this.timer);
    const { resting } = this;
    this.resting = false;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.resting = true;
    }, restMilliseconds);
    this.set({ ...this.state, plan, busy: true });
    if (resting) void this.compute(turn, simulation, plan);
    else this.timer = setTimeout(() => void this.compute(turn, simulation, plan), restMilliseconds);
  }

  /** As `follow`, for pages that show no course: only if some page has shown one. */
  keep(record: PersonFile): void {
    if (this.key !== '') this.follow(record);
  }

  private async compute(
    turn: number,
    simulation: SimulationDocument,
    plan: string | undefined,
  ): Promise<void> {
    const show = (result: RunResult, done: number, busy: boolean): void => {
      if (turn !== this.turn) return;
      this.set({ ...this.state, busy, problems: [], course: { result, done, simulation, plan, turn } });
    };
    try {
      const answer = await this.run({ simulation, plan, people: allPeople }, (result, done) =>
        show(result, done, true),
      );
      if (turn !== this.turn) return;
      if (answer.kind === 'result') {
        show(answer.result, answer.result.people, false);
        await this.findReference(simulation);
      } else if (answer.kind === 'problems')
        this.set({ ...this.state, busy: false, problems: answer.problems });
    } catch (error) {
      if (turn !== this.turn) return;
      this.set({
        ...this.state,
        busy: false,
        problems: [{ code: 'Z9001', severity: 'error', message: String(error) }],
      });
    }
  }

  /** Computed once for a body; it does not depend on food or life. */
  private async findReference(simulation: SimulationDocument): Promise<void> {
    const key = JSON.stringify(simulation.document.person);
    if (key === this.referenceKey) return;
    const reference = await this.referenceOf(simulation);
    this.referenceKey = key;
    this.set({ ...this.state, reference });
  }

  private set(state: CourseState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
