import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildGut } from '../../../src/simulate/gut.ts';
import { layoutLining, liverLeft, vesselMiddle } from '../../../web/src/scene/layout.ts';
import { partAt, sceneParts } from '../../../web/src/scene/parts.ts';
import type { LiningSnapshot } from '../../../web/src/scene/snapshot.ts';

const colon: LiningSnapshot = {
  region: 'colon',
  guilds: { bac: 7.7, fir: 6.1, bif: 1.5, muc: 0.48, ent: 0.23 },
  innerMucusUm: 128,
  looseMucusUm: 294,
  villus: undefined,
  lesionShare: 0.2,
  largePermeability: 3,
  smallPermeability: 1,
  endotoxinEntry: 1,
  mucosalTnf: 1,
  neutrophils: 1,
  liverPassage: 1,
};
const layout = layoutLining(colon);
const middle = (points: readonly { readonly x: number; readonly y: number }[]): [number, number] => [
  points.reduce((sum, { x }) => sum + x, 0) / points.length,
  points.reduce((sum, { y }) => sum + y, 0) / points.length,
];

describe('parts of the picture', () => {
  it('are quantities that a run reports and that have a name in words', () => {
    const gut = buildGut('full');
    const reported = new Set(gut.publicSeries.map(({ id }) => id));
    const read = (file: string): Record<string, unknown> =>
      JSON.parse(readFileSync(new URL(`../../../web/src/locales/en/${file}`, import.meta.url), 'utf8'));
    const names = read('series.json');
    const words = read('scene.json').part as Record<string, string>;
    for (const { id, series } of Object.values(sceneParts).flat()) {
      expect([series, reported.has(series)]).toEqual([series, true]);
      expect(names).toHaveProperty(series);
      expect(words).toHaveProperty(id);
    }
  });

  it('are found where they are drawn', () => {
    for (const particle of layout.particles)
      if (particle.y < (layout.looseTop as number) - 30)
        expect(['bac', 'fir', 'bif', 'muc', 'ent']).toContain(partAt(layout, particle.x, particle.y));
    expect(partAt(layout, liverLeft + 20, vesselMiddle)).toBe('liver');
    expect(partAt(layout, 200, vesselMiddle)).toBe('vessel');
    for (const cell of layout.cells) {
      const [x, y] = middle(cell.corners);
      const part = partAt(layout, x, y);
      expect(part).toBe(cell.lost ? 'lesions' : 'cells');
    }
    for (const gap of layout.gaps.filter(({ kind }) => kind === 'leak')) {
      const [x, y] = middle([gap.from, gap.to]);
      const part = partAt(layout, x + 0.01, y + 0.01);
      expect(['junctions', 'lesions']).toContain(part);
    }
  });

  it('hold no guild that the small bowel does not follow', () => {
    const small = layoutLining({ ...colon, region: 'small-bowel', villus: 1, innerMucusUm: undefined });
    const known = new Set(sceneParts['small-bowel'].map(({ id }) => id));
    for (let x = 0; x < 1000; x += 37)
      for (let y = 0; y < 640; y += 23) {
        const part = partAt(small, x, y);
        if (part !== undefined) expect(known).toContain(part);
      }
  });
});
