import type { Kernel, StepMethod } from '../codegen/kernel.ts';
import type { StepController } from './step-control.ts';

/** h |lambda| above which the explicit method's step is set by stability (its limit is about 3.5). */
const STABILITY_BOUND = 3;
/** So many such steps before the implicit method is tried, and so many others in a row before the count starts anew. */
const FLAGGED_STEPS = 15;
const QUIET_STEPS = 6;
/** Work of one Rosenbrock step in explicit steps (measured on generated code; see docs/engine.md). */
const STIFF_STEP_COST = 4;
/** After so many stiff steps their mean length decides whether they pay. */
const TRIAL_STEPS = 12;
/** From time to time the explicit method is tried again: what made the system stiff may be over. */
const RETRY_STEPS = 400;
const MOST_PATIENCE = 32;

const EXPLICIT_METHOD: StepMethod = 'tsit5';
const STIFF_METHOD: StepMethod = 'rodas5p';

/**
 * Which method takes the next step. `auto` begins with the explicit one, goes over when stability has set its steps
 * for a while, and comes back when Rosenbrock steps are not long enough to pay for themselves or when it is time to
 * look again. Depends on steps and errors only, never on a clock.
 */
export class MethodChoice {
  method: StepMethod;
  switchesToStiff = 0;
  private readonly automatic: boolean;
  private flagged = 0;
  private quiet = 0;
  private patience = 1;
  private explicitStep = 0;
  private stiffSteps = 0;
  private stiffHours = 0;
  private triedOther = false;

  constructor(method: StepMethod | 'auto') {
    this.automatic = method === 'auto';
    this.method = method === 'auto' ? EXPLICIT_METHOD : method;
  }

  /** To be told of every step that will be accepted, before it is. */
  accepted(kernel: Kernel, step: number, control: StepController): void {
    this.triedOther = false;
    if (!this.automatic) return;
    if (this.method === EXPLICIT_METHOD) {
      if (kernel.stiffness() > STABILITY_BOUND) {
        this.quiet = 0;
        this.flagged++;
        if (this.flagged >= FLAGGED_STEPS * this.patience) {
          this.explicitStep = Math.max(step, control.proposed);
          this.goStiff();
        }
      } else if (this.flagged > 0 && ++this.quiet >= QUIET_STEPS) {
        this.flagged = 0;
        this.quiet = 0;
      }
      return;
    }
    this.stiffSteps++;
    this.stiffHours += step;
    if (
      this.stiffSteps === TRIAL_STEPS &&
      this.stiffHours < TRIAL_STEPS * STIFF_STEP_COST * this.explicitStep
    ) {
      this.patience = Math.min(MOST_PATIENCE, 2 * this.patience);
      this.goExplicit(control);
    } else if (this.stiffSteps >= RETRY_STEPS) {
      this.patience = 1;
      this.goExplicit(control);
    }
  }

  /** After steps failed down to the floor: true when the other family is worth a try from the same state. */
  tryOther(): boolean {
    if (!this.automatic || this.triedOther) return false;
    if (this.method === EXPLICIT_METHOD) this.goStiff();
    else this.method = EXPLICIT_METHOD;
    this.triedOther = true;
    return true;
  }

  private goStiff(): void {
    this.method = STIFF_METHOD;
    this.switchesToStiff++;
    this.stiffSteps = 0;
    this.stiffHours = 0;
  }

  private goExplicit(control: StepController): void {
    this.method = EXPLICIT_METHOD;
    this.flagged = 0;
    this.quiet = 0;
    control.proposed = Math.min(control.proposed, this.explicitStep);
  }
}
