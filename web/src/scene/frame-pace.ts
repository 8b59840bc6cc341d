/** How many of its particles the moving picture draws, so that it keeps up on a slow device. */
export interface Pace {
  /** Share of the particles that are drawn, 0..1. */
  readonly share: number;
  /** The frames that are being looked at: how many, how many of them slow, and how long they took. */
  readonly frames: number;
  readonly slow: number;
  readonly elapsedMs: number;
  /** Looks in a row at which nearly every frame was in time. */
  readonly smoothLooks: number;
  /** The share that was too much at the last try; it is not tried again for a while. */
  readonly tooMuch: number;
  /** True when even the fewest particles are too many: a still picture serves better. */
  readonly hopeless: boolean;
}

/** 60 frames a second. */
const frameMs = 1000 / 60;
/** Slower than 50 frames a second can be seen. */
const slowMs = 20;
const leastShare = 0.1;
/** A look takes so many frames, or so long if frames are rare. */
const lookFrames = 30;
const lookMs = 1500;
/** Fewer frames than this say nothing. */
const fewestFrames = 3;
/** Looks without trouble before more is tried: some five seconds. */
const triesMoreAfter = 10;
/** And so many until what was too much may be tried again: some forty seconds. Another program may have been busy. */
const forgetsAfter = 80;
/** Under five frames a second there is no motion. */
const hopelessMs = 200;
/** A tab that was away for a minute is one late frame, not a slow device. */
const longestMs = 1000;

export const freshPace: Pace = {
  share: 1,
  frames: 0,
  slow: 0,
  elapsedMs: 0,
  smoothLooks: 0,
  tooMuch: Number.POSITIVE_INFINITY,
  hopeless: false,
};

/**
 * Counts one frame; after some, draws fewer or more.
 *
 * @param sinceLastMs time between this frame and the one before; 0 for the first
 * @returns the pace for the next frame
 */
export function nextPace(pace: Pace, sinceLastMs: number): Pace {
  if (!(sinceLastMs > 0)) return pace;
  const frames = pace.frames + 1;
  const slow = pace.slow + (sinceLastMs > slowMs ? 1 : 0);
  const elapsedMs = pace.elapsedMs + Math.min(sinceLastMs, longestMs);
  const enough = frames >= lookFrames || (elapsedMs >= lookMs && frames >= fewestFrames);
  if (!enough) return { ...pace, frames, slow, elapsedMs };
  const { share, tooMuch } = pace;
  const mean = elapsedMs / frames;
  const next = { ...pace, frames: 0, slow: 0, elapsedMs: 0, smoothLooks: 0 };
  // Most frames late, not one: a hiccup is no reason.
  if (2 * slow > frames) {
    if (share <= leastShare) return { ...next, hopeless: mean > hopelessMs };
    return { ...next, share: Math.max(leastShare, share * Math.max(0.5, frameMs / mean)), tooMuch: share };
  }
  const smoothLooks = 10 * slow <= frames ? pace.smoothLooks + 1 : 0;
  const more = Math.min(1, share * 1.2);
  if (smoothLooks >= triesMoreAfter && more > share && more < tooMuch) return { ...next, share: more };
  if (smoothLooks >= forgetsAfter && share < 1)
    return { ...next, smoothLooks: triesMoreAfter, tooMuch: Number.POSITIVE_INFINITY };
  return { ...next, smoothLooks };
}
