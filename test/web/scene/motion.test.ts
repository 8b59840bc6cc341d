import { describe, expect, it } from 'vitest';
import { layoutLining, liverLeft, pictureWidth } from '../../../web/src/scene/layout.ts';
import { crossingsAt, drifted, secondsPerHour } from '../../../web/src/scene/motion.ts';
import type { LiningSnapshot } from '../../../web/src/scene/snapshot.ts';

const healthy: LiningSnapshot = {
  region: 'small-bowel',
  guilds: { bac: undefined, fir: 1, bif: undefined, muc: undefined, ent: 1 },
  innerMucusUm: undefined,
  looseMucusUm: 300,
  villus: 1,
  lesionShare: 0.01,
  largePermeability: 1,
  smallPermeability: 1,
  endotoxinEntry: 1,
  mucosalTnf: 1,
  neutrophils: 1,
  liverPassage: 1,
};

/** Ids of all crossings that begin within some hours of the picture. */
function crossings(snapshot: LiningSnapshot, hours: number): Map<number, boolean> {
  const layout = layoutLining(snapshot);
  const seen = new Map<number, boolean>();
  for (let seconds = 0; seconds < hours * secondsPerHour; seconds += 0.1)
    for (const { id, caught } of crossingsAt(layout, seconds)) seen.set(id, caught);
  return seen;
}

describe('motion of the picture', () => {
  it('shows as many crossings an hour as it says', () => {
    for (const endotoxinEntry of [0.25, 1, 3]) {
      const said = layoutLining({ ...healthy, endotoxinEntry }).crossingsPerHour;
      expect(crossings({ ...healthy, endotoxinEntry }, 20).size).toBeCloseTo(20 * said, -0.5);
    }
    expect(crossings({ ...healthy, endotoxinEntry: 0 }, 20).size).toBe(0);
  });

  it('lets a crossing begin at an open gap, and go on to the liver', () => {
    const layout = layoutLining({ ...healthy, largePermeability: 4 });
    const open = layout.gaps.filter(({ kind }) => kind === 'leak' || kind === 'wound');
    expect(open.length).toBeGreaterThan(0);
    const begun = new Set<number>();
    for (let seconds = 0; seconds < 60; seconds += 0.05)
      for (const { id, x, y, glow } of crossingsAt(layout, seconds)) {
        const away = ({ from, to }: (typeof open)[number]): number => {
          const long = Math.hypot(to.x - from.x, to.y - from.y);
          const [ux, uy] = [(to.x - from.x) / long, (to.y - from.y) / long];
          return Math.abs((x - from.x) * uy - (y - from.y) * ux);
        };
        if (!begun.has(id)) expect(Math.min(...open.map(away))).toBeLessThan(1);
        begun.add(id);
        expect(glow).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(pictureWidth);
      }
  });

  it('has the healthy liver catch about nine of ten, and a weak one fewer', () => {
    const caught = (liverPassage: number): number => {
      const all = [...crossings({ ...healthy, liverPassage, endotoxinEntry: 5 }, 60).values()];
      return all.filter(Boolean).length / all.length;
    };
    expect(caught(1)).toBeGreaterThan(0.85);
    expect(caught(1)).toBeLessThan(0.95);
    expect(caught(4)).toBeLessThan(0.7);
    expect(liverLeft).toBeLessThan(pictureWidth);
  });

  it('keeps bacteria near their place, and mucus eaters nearer', () => {
    const far = (part: 'bac' | 'muc'): number => {
      let most = 0;
      for (let seconds = 0; seconds < 60; seconds += 0.5) {
        const { x, y } = drifted({ part, x: 300, y: 100, turn: 40 }, seconds);
        most = Math.max(most, Math.hypot(x - 300, y - 100));
      }
      return most;
    };
    expect(far('bac')).toBeLessThan(20);
    expect(far('bac')).toBeGreaterThan(8);
    expect(far('muc')).toBeLessThan(0.5 * far('bac'));
  });
});
