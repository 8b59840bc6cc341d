import { describe, expect, it } from 'vitest';
import { freshPace, nextPace, type Pace } from '../../../web/src/scene/frame-pace.ts';

/** A device on which a frame takes a fixed time and time for the particles. */
const device = (fixedMs: number, allParticlesMs: number) => (share: number) =>
  Math.max(1000 / 60, fixedMs + share * allParticlesMs);

function playedFor(seconds: number, frame: (share: number) => number, from: Pace = freshPace): Pace {
  let pace = from;
  for (let ms = 0; ms < 1000 * seconds; ) {
    const since = frame(pace.share);
    ms += since;
    pace = nextPace(pace, since);
  }
  return pace;
}

describe('pace of the moving picture', () => {
  it('keeps all particles on a device that keeps up', () => {
    expect(playedFor(20, device(2, 8)).share).toBe(1);
  });

  it('draws fewer until the frames are in time, and then stays', () => {
    const slow = device(4, 40);
    const pace = playedFor(20, slow);
    expect(pace.share).toBeLessThan(1);
    expect(pace.share).toBeGreaterThan(0.1);
    expect(slow(pace.share)).toBeLessThanOrEqual(20);
    expect(playedFor(60, slow, pace).share).toBeLessThanOrEqual(pace.share * 1.2);
    expect(slow(playedFor(60, slow, pace).share)).toBeLessThanOrEqual(20);
  });

  it('does not mind a hiccup or a tab that was away', () => {
    let count = 0;
    const hiccups = () => (++count % 25 === 0 ? 5000 : 16);
    expect(playedFor(100, hiccups).share).toBe(1);
  });

  it('draws more again when the trouble has passed, but not as much as was too much', () => {
    const troubled = playedFor(3, device(0, 30));
    expect(troubled.share).toBeLessThan(1);
    const calm = playedFor(30, device(0, 1), troubled);
    expect(calm.share).toBeGreaterThanOrEqual(troubled.share);
    expect(calm.share).toBeLessThan(1);
    // Minutes later it was another program that was busy.
    expect(playedFor(300, device(0, 1), calm).share).toBe(1);
  });

  it('gives up where even the fewest are too slow, and only there', () => {
    expect(playedFor(60, device(900, 100)).hopeless).toBe(true);
    expect(playedFor(60, device(60, 100)).hopeless).toBe(false);
  });
});
