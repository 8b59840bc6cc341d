import { describe, expect, it } from 'vitest';
import { layoutLining } from '../../web/src/scene/layout.ts';
import { type LiningSnapshot, snapshotOf } from '../../web/src/scene/snapshot.ts';

const healthy: LiningSnapshot = {
  region: 'colon',
  guilds: { bac: 7.7, fir: 6.1, bif: 1.5, muc: 0.48, ent: 0.23 },
  innerMucusUm: 128,
  looseMucusUm: 294,
  villus: undefined,
  lesionShare: 0.01,
  largePermeability: 1,
  smallPermeability: 1,
  endotoxinEntry: 1,
  mucosalTnf: 1,
  neutrophils: 1,
  liverPassage: 1,
};
const count = (snapshot: LiningSnapshot, part: string): number =>
  layoutLining(snapshot).particles.filter((particle) => particle.part === part).length;
const opened = (snapshot: LiningSnapshot): number =>
  layoutLining(snapshot).gaps.filter((gap) => gap.kind === 'leak' || gap.kind === 'wound').length;

describe('layout of the lining', () => {
  it('draws mucus to scale', () => {
    const layout = layoutLining(healthy);
    expect((layout.epitheliumTop - (layout.innerTop as number)) * layout.umPerUnit).toBeCloseTo(128, 9);
    expect(((layout.innerTop as number) - (layout.looseTop as number)) * layout.umPerUnit).toBeCloseTo(
      294,
      9,
    );
  });

  it('counts particles by the logarithm of mass', () => {
    const ten = count({ ...healthy, guilds: { ...healthy.guilds, bac: 10 } }, 'bac');
    const one = count({ ...healthy, guilds: { ...healthy.guilds, bac: 1 } }, 'bac');
    const tenth = count({ ...healthy, guilds: { ...healthy.guilds, bac: 0.1 } }, 'bac');
    expect(ten - one).toBe(one - tenth);
    expect(count({ ...healthy, guilds: { ...healthy.guilds, bac: undefined } }, 'bac')).toBe(0);
  });

  it('keeps the places of particles when their number changes', () => {
    const few = layoutLining({ ...healthy, guilds: { ...healthy.guilds, bif: 0.1 } }).particles.filter(
      ({ part }) => part === 'bif',
    );
    const many = layoutLining(healthy).particles.filter(({ part }) => part === 'bif');
    expect(many.slice(0, few.length)).toEqual(few);
  });

  it('opens more gaps as large molecules pass more easily, and shows wounds with lesions', () => {
    expect(opened({ ...healthy, largePermeability: 4 })).toBeGreaterThan(opened(healthy));
    expect(layoutLining({ ...healthy, lesionShare: 0.3 }).cells.some((cell) => cell.lost)).toBe(true);
  });

  it('flattens villi with the villus surface', () => {
    const height = (villus: number) => {
      const levels = layoutLining({ ...healthy, region: 'small-bowel', villus }).surface.map(({ y }) => y);
      return Math.max(...levels) - Math.min(...levels);
    };
    expect(height(0.2) / height(1)).toBeCloseTo(0.2, 9);
  });

  it('is one unbroken row of cells that comes back to its level, with room for every immune cell', () => {
    for (const region of ['colon', 'small-bowel'] as const)
      for (const villus of [0, 0.3, 0.7, 1]) {
        const { surface, cells, immuneCells } = layoutLining({ ...healthy, region, villus, mucosalTnf: 4 });
        expect(surface.at(-1)?.x).toBeCloseTo(1000, 6);
        expect(surface.at(-1)?.y).toBeCloseTo(surface[0]?.y as number, 6);
        cells.slice(1).forEach(({ corners: [left] }, i) => {
          expect(left).toEqual(cells[i]?.corners[1]);
        });
        for (const {
          corners: [a, b],
        } of cells)
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(15);
        for (const { x, y } of immuneCells)
          for (const point of surface) expect(Math.hypot(point.x - x, point.y - y)).toBeGreaterThan(28);
      }
  });

  it('greys worn mucus and lets its eaters sink in', () => {
    const worn = layoutLining({ ...healthy, innerMucusUm: 60 });
    expect(worn.wornMucus).toBeGreaterThan(0.5);
    expect(layoutLining(healthy).wornMucus).toBe(0);
    const deepest = (layout: typeof worn): number =>
      Math.max(...layout.particles.filter(({ part }) => part === 'muc').map(({ y }) => y));
    expect(deepest(worn)).toBeGreaterThan(worn.innerTop as number);
    expect(deepest(layoutLining(healthy))).toBeLessThan(layoutLining(healthy).innerTop as number);
  });

  it('does not invent a picture when the run lacks what it needs', () => {
    expect(snapshotOf('colon', () => undefined)).toBeUndefined();
    expect(snapshotOf('colon', () => 1)?.innerMucusUm).toBe(130);
  });
});
