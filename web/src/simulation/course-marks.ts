/**
 * How long a changed life takes to show, for the browser's own performance tools and the test that prints it:
 * measures named `course: 8 people`, from what the person did to the moment its bands have been painted.
 */
import { drawn } from './drawn.ts';

const name = (turn: number): string => `course: change ${turn}`;

/** A change that comes so soon after a tap or a key comes from it. */
const soonMilliseconds = 100;
let lastAction = Number.NEGATIVE_INFINITY;

if (typeof document !== 'undefined')
  for (const kind of ['pointerup', 'keydown', 'click', 'input'])
    document.addEventListener(
      kind,
      ({ timeStamp }) => {
        lastAction = timeStamp;
      },
      { capture: true, passive: true },
    );

export function markChange(turn: number): void {
  const now = performance.now();
  const startTime = now - lastAction < soonMilliseconds ? lastAction : now;
  performance.mark(name(turn), { startTime, detail: { turn } });
}

/**
 * To be called in the commit that brings the bands.
 *
 * @param done virtual people behind what is now on the page
 */
export async function measureShown(turn: number, done: number): Promise<void> {
  await drawn();
  performance.measure(`course: ${done} people`, { start: name(turn), detail: { turn, done } });
}
