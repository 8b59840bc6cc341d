import {
  type Gap,
  type LiningLayout,
  liverLeft,
  type PartId,
  type Point,
  tissueOutline,
  vesselMiddle,
} from './layout.ts';
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
/** So near a seal it is meant, not the cell beside it: an open one more readily. */
const gapReach = { closed: 4, pore: 6, leak: 6, wound: 6 } as const;

/** What stands at a point of the picture, nearest first; undefined over the open lumen. */
export function partAt(layout: LiningLayout, x: number, y: number): PartId | undefined {
  const { innerTop, looseTop, cells, gaps, snapshot } = layout;
  if (y >= vesselMiddle - 22 && x >= liverLeft - 6) return 'liver';
  if (y >= vesselMiddle - 22) return 'vessel';
  const cell = cells.find(({ corners }) => isInside(corners, x, y));
  if (cell) {
    if (cell.lost) return 'lesions';
    const gap = gaps.find((each) => away(each, x, y) < gapReach[each.kind]);
    if (gap === undefined) return 'cells';
    return gap.kind === 'pore' ? 'pores' : gap.kind === 'wound' ? 'lesions' : 'junctions';
  }
  if (isInside(tissueOutline(layout), x, y)) return 'immune';
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

/** Even-odd rule. */
function isInside(outline: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  outline.forEach((a, i) => {
    const b = outline[(i + 1) % outline.length] as Point;
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  });
  return inside;
}

/** Distance of a point from a seal. */
function away({ from, to }: Gap, x: number, y: number): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(from.x + share * dx - x, from.y + share * dy - y);
}
