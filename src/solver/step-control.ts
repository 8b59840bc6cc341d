import type { StepMethod } from '../codegen/kernel.ts';

/** Order of the error estimate's leading term, by method. */
const ERROR_ORDER: Readonly<Record<StepMethod, number>> = { tsit5: 5, wide5: 5, rodas4p: 4, rodas5p: 5 };

const SAFETY = 0.9;
const LEAST_FACTOR = 0.2;
const MOST_FACTOR = 5;
/** Share of the last error's order in the controller (Gustafsson's PI control, as in DOPRI5). */
const MEMORY = 0.4;
/** A step that would leave less than this share of itself before a boundary is stretched to it. */
const STRETCH = 1.05;

/** Proposes steps from errors: proportional-integral control, boundaries met exactly, no sliver of a step before one. */
export class StepController {
  /** Next step to try, hours, as if there were no boundary. */
  proposed = 0;
  private lastNorm = 1e-4;
  private afterFailure = false;
  private afterFinite = true;

  /**
   * The step to take towards a boundary `left` hours away, no longer than `longest`; `cut` when the boundary, not the
   * error, sets it.
   */
  fit(left: number, longest = Number.POSITIVE_INFINITY): { readonly step: number; readonly cut: boolean } {
    if (this.proposed > longest) this.proposed = longest;
    if (this.proposed * STRETCH >= left) return { step: left, cut: this.proposed > left };
    // Two equal steps rather than a long and a short one.
    if (this.proposed * 2 > left && this.proposed < left) return { step: left / 2, cut: true };
    return { step: this.proposed, cut: false };
  }

  accepted(method: StepMethod, step: number, norm: number, cut: boolean): void {
    const order = ERROR_ORDER[method];
    const error = Math.max(norm, 1e-10);
    let factor = SAFETY * error ** (-(1 - 0.75 * MEMORY) / order) * this.lastNorm ** (MEMORY / order);
    factor = Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, factor));
    // Straight after a rejected step growth is not to be trusted.
    if (this.afterFailure) factor = Math.min(1, factor);
    const next = step * factor;
    this.proposed = cut ? Math.max(next, this.proposed) : next;
    this.lastNorm = Math.max(error, 1e-4);
    this.afterFailure = false;
    this.afterFinite = true;
  }

  rejected(method: StepMethod, step: number, norm: number): void {
    const factor = Number.isNaN(norm)
      ? this.afterFinite
        ? 0.5
        : 0.25
      : Math.max(LEAST_FACTOR, Math.min(0.9, SAFETY * norm ** (-1 / ERROR_ORDER[method])));
    this.proposed = step * factor;
    this.afterFailure = true;
    this.afterFinite = !Number.isNaN(norm);
  }

  /** What was learnt of the error before an event says little about it after. */
  afterEvent(): void {
    this.lastNorm = 1e-4;
  }
}
