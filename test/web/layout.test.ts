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
      const tops = layoutLining({ ...healthy, region: 'small-bowel', villus }).cells.map((cell) => cell.top);
      return Math.max(...tops) - Math.min(...tops);
    };
    expect(height(0.2) / height(1)).toBeCloseTo(0.2, 9);
  });

  it('does not invent a picture when the run lacks what it needs', () => {
    expect(snapshotOf('colon', () => undefined)).toBeUndefined();
    expect(snapshotOf('colon', () => 1)?.innerMucusUm).toBe(130);
  });
});
