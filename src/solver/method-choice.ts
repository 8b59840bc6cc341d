import type { Kernel, StepMethod } from '../codegen/kernel.ts';
import type { StepController } from './step-control.ts';

/** h |lambda| above which stability rather than accuracy sets the explicit method's step (its limit is 5.95). */
const STABILITY_BOUND = 4.4;
/**
 * Longest h |lambda| that is tried. Without it the step hovers about the limit, where the fastest states ring: capped
 * steps are three times as accurate and fail half as often (docs/engine.md).
 */
const LONGEST_STABLE = 5.3;
/** What remains of the known fastest rate at each sample that shows a slower one. */
const RATE_MEMORY = 0.99;
/** Explicit steps after which it is asked whether the system is stiff. */
const WINDOW_STEPS = 128;
/** The estimate costs a tenth of a step: only every so many steps are asked. */
const SAMPLED = 4;
/** A very stiff system shows it sooner: so many flagged samples in a row. */
const FLAGGED_IN_A_ROW = 6;
/** ... and accuracy alone would allow about four times the step, what a stiff step costs: error norm at order 5. */
const IDLE_ERROR = 5e-4;
/** Share of samples at the stability bound that makes a trial of the implicit method worth while. */
const FLAGGED_SHARE = 0.4;
/** Steps of a trial. */
const TRIAL_STEPS = 32;
/** Work of one Rosenbrock step in explicit steps: 2.7 on the core model, 3.9 on the full one (docs/engine.md). */
const STIFF_STEP_COST = 3.5;
/** Stiff steps must carry this much further per work to be kept: changing has a price too. */
const ADVANTAGE = 1.2;
/** From time to time the explicit method is tried again: what made the system stiff may be over. */
const RETRY_STEPS = 500;
/** Windows between trials grow to this while trials fail. */
const MOST_PATIENCE = 64;

const EXPLICIT_METHOD: StepMethod = 'wide5';
const STIFF_METHOD: StepMethod = 'rodas5p';

/**
 * Which method takes the next step. `auto` begins with the explicit one. Where stability sets most of its steps, the
 * Rosenbrock method is tried, and kept if it carries further for the same work. Depends on steps and errors only,
 * never on a clock: same run, same choice.
 */
export class MethodChoice {
  method: StepMethod;
  switchesToStiff = 0;
  private readonly automatic: boolean;
  private steps = 0;
  private hours = 0;
  private failures = 0;
  private flagged = 0;
  private inARow = 0;
  /** Hours per explicit step's work, as last measured. */
  private explicitRate = 0;
  private explicitStep = 0;
  private patience = 1;
  private windowsLeft = 1;
  private triedOther = false;
  /** Fastest rate seen lately, per hour; 0: not known. */
  private fastestRate = 0;

  constructor(method: StepMethod | 'auto') {
    this.automatic = method === 'auto';
    this.method = method === 'auto' ? EXPLICIT_METHOD : method;
  }

  rejected(): void {
    this.failures++;
  }

  /** To be told of every step that will be accepted, before it is. */
  accepted(kernel: Kernel, step: number, norm: number, control: StepController): void {
    this.triedOther = false;
    this.steps++;
    this.hours += step;
    if (this.method !== EXPLICIT_METHOD) {
      if (this.automatic) this.afterStiff(control);
    } else if (this.steps % SAMPLED === 0) {
      const rate = kernel.stiffness() / step;
      this.fastestRate = Math.max(Number.isFinite(rate) ? rate : 0, RATE_MEMORY * this.fastestRate);
      if (this.automatic)
        this.afterExplicit(norm < IDLE_ERROR && step * this.fastestRate > STABILITY_BOUND, step);
    }
  }

  /** Hours beyond which the next step would not be stable. */
  get longestStep(): number {
    return this.method === EXPLICIT_METHOD && this.fastestRate > 0
      ? LONGEST_STABLE / this.fastestRate
      : Number.POSITIVE_INFINITY;
  }

  private afterExplicit(atBound: boolean, step: number): void {
    if (atBound) {
      this.flagged++;
      this.inARow++;
    } else this.inARow = 0;
    const sudden = this.inARow >= FLAGGED_IN_A_ROW && this.patience === 1;
    if (this.steps < WINDOW_STEPS && !sudden) return;
    const stiff = sudden || SAMPLED * this.flagged > FLAGGED_SHARE * this.steps;
    this.windowsLeft--;
    if (stiff && (this.windowsLeft <= 0 || sudden)) {
      this.explicitRate = this.hours / (this.steps + this.failures);
      this.explicitStep = step;
      this.goStiff();
    } else this.begin();
  }

  private afterStiff(control: StepController): void {
    if (this.steps === TRIAL_STEPS) {
      const rate = this.hours / ((this.steps + this.failures) * STIFF_STEP_COST);
      if (rate < ADVANTAGE * this.explicitRate) {
        this.patience = Math.min(MOST_PATIENCE, 4 * this.patience);
        this.goExplicit(control);
      }
    } else if (this.steps >= RETRY_STEPS) {
      this.patience = 1;
      this.goExplicit(control);
    }
  }

  /** After steps failed down to the floor: true when the other family is worth a try from the same state. */
  tryOther(): boolean {
    if (!this.automatic || this.triedOther) return false;
    if (this.method === EXPLICIT_METHOD) this.goStiff();
    else this.method = EXPLICIT_METHOD;
    this.begin();
    this.triedOther = true;
    return true;
  }

  private begin(): void {
    this.steps = 0;
    this.hours = 0;
    this.failures = 0;
    this.flagged = 0;
    this.inARow = 0;
  }

  private goStiff(): void {
    this.method = STIFF_METHOD;
    this.switchesToStiff++;
    this.begin();
  }

  private goExplicit(control: StepController): void {
    this.method = EXPLICIT_METHOD;
    this.windowsLeft = this.patience;
    this.begin();
    control.proposed = Math.min(control.proposed, this.explicitStep);
  }
}
