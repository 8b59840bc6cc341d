/**
 * How long a changed life takes to show, for the browser's own performance tools and the test that prints it:
 * measures named `course: 8 people`, from the change to the moment its bands are on the page.
 */

const name = (turn: number): string => `course: change ${turn}`;

export function markChange(turn: number): void {
  performance.mark(name(turn), { detail: { turn } });
}

/** @param done virtual people behind what is now on the page */
export function measureShown(turn: number, done: number): void {
  performance.measure(`course: ${done} people`, { start: name(turn), detail: { turn, done } });
}
