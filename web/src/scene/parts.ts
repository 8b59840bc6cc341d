import { type LiningLayout, liverLeft, type PartId, pictureHeight, vesselMiddle } from './layout.ts';
import { type GuildId, guildIds, type LiningSnapshot } from './snapshot.ts';

type Region = LiningSnapshot['region'];

export interface ScenePart {
  readonly id: PartId;
  /** Series of the model that says most about it. */
  readonly series: string;
}

const guildParts: readonly ScenePart[] = guildIds.map((id) => ({ id, series: `share_${id}` }));

/** What can be opened in each part of the gut, from the top of the picture to its bottom. */
export const sceneParts: Readonly<Record<Region, readonly ScenePart[]>> = {
  colon: [
    ...guildParts,
    { id: 'loose-mucus', series: 'mu_out' },
    { id: 'inner-mucus', series: 'mu_in' },
    { id: 'cells', series: 'pc_butyrate' },
    { id: 'pores', series: 'ps_co' },
    { id: 'junctions', series: 'pl_co' },
    { id: 'lesions', series: 'co_dmg' },
    { id: 'crossings', series: 'entry' },
    { id: 'immune', series: 'tnf_m' },
    { id: 'vessel', series: 'lps_free' },
    { id: 'liver', series: 'fl' },
  ],
  'small-bowel': [
    { id: 'fir', series: 'sb_bact' },
    { id: 'ent', series: 'sb_ent' },
    { id: 'loose-mucus', series: 'mu_sb' },
    { id: 'cells', series: 'sb_vil' },
    { id: 'pores', series: 'ps_sb' },
    { id: 'junctions', series: 'pl_sb' },
    { id: 'lesions', series: 'sb_dmg' },
    { id: 'crossings', series: 'entry' },
    { id: 'immune', series: 'tnf_m' },
    { id: 'vessel', series: 'lps_free' },
    { id: 'liver', series: 'fl' },
  ],
};

/** A finger is about this wide in units of the picture on a phone. */
const fingerRadius = 26;

/** What stands at a point of the picture, nearest first; undefined over the open lumen. */
export function partAt(layout: LiningLayout, x: number, y: number): PartId | undefined {
  const { epitheliumBottom, innerTop, looseTop, cells, gaps, immuneCells, snapshot } = layout;
  if (y >= vesselMiddle - 22 && x >= liverLeft - 6) return 'liver';
  if (y >= vesselMiddle - 22) return 'vessel';
  if (y >= epitheliumBottom) {
    const near = immuneCells.some((cell) => Math.hypot(cell.x - x, cell.y - y) < fingerRadius);
    return near || y < pictureHeight ? 'immune' : undefined;
  }
  const cell = cells.find((each) => x >= each.x && x < each.x + each.width);
  if (cell && y >= cell.top - 6) {
    if (cell.lost) return 'lesions';
    const gap = gaps.find((each) => Math.abs(each.x - x) < 11);
    if (gap === undefined) return 'cells';
    return gap.kind === 'pore' ? 'pores' : gap.kind === 'wound' ? 'lesions' : 'junctions';
  }
  const guild = nearestGuild(layout, x, y);
  if (guild && sceneParts[snapshot.region].some(({ id }) => id === guild)) return guild;
  if (innerTop !== undefined && y >= innerTop) return 'inner-mucus';
  return looseTop !== undefined && y >= looseTop ? 'loose-mucus' : undefined;
}

function nearestGuild({ particles }: LiningLayout, x: number, y: number): GuildId | undefined {
  let nearest = fingerRadius;
  let found: GuildId | undefined;
  for (const particle of particles) {
    const away = Math.hypot(particle.x - x, particle.y - y);
    if (away < nearest) {
      nearest = away;
      found = particle.part;
    }
  }
  return found;
}
