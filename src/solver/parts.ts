/** Work that pauses now and then: whoever drives it may let others have their turn, or drop it. */
export type InParts<Result> = Generator<void, Result, void>;

/** Drives it to its end without a pause. */
export function inOneGo<Result>(parts: InParts<Result>): Result {
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
  }
}
