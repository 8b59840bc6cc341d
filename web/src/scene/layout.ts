import { randomStream } from '../../../src/random/philox.ts';
import { type GuildId, guildIds, type LiningSnapshot } from './snapshot.ts';
import { evenly, lengthOf, type SurfacePoint, surfaceOf, villusHeight } from './surface.ts';

/** The picture's own coordinates; the page scales it. */
export const pictureWidth = 1000;
export const pictureHeight = 640;

/** Micrometres per unit of height: both mucus layers together fill about a third of the picture at health. */
const umPerUnit = 2.2;
/** Level of the flat surface: of the colon, and at the feet of the villi. */
const colonSurface = 400;
const villusFeet = 512;
const cellWidth = 24;
const cellDepth = 28;
/** So many stretches of the surface make the edge of one cell: round where the surface is. */
const pointsPerCell = 4;
const tissueBottom = 574;
const healthyInnerMucusUm = 130;
/** Share of goblet cells: about one in six of the colon's surface and crypts, fewer on villi (as drawn in textbooks). */
const gobletShare = { colon: 0.17, 'small-bowel': 0.08 } as const;

/** The vessel runs along the bottom, 30 high, and ends at the liver. */
export const vesselMiddle = pictureHeight - 37;
export const liverLeft = 870;
export const liverWidth = 100;

/** What a tap can open. */
export type PartId =
  | GuildId
  | 'loose-mucus'
  | 'inner-mucus'
  | 'cells'
  | 'pores'
  | 'junctions'
  | 'lesions'
  | 'immune'
  | 'vessel'
  | 'liver'
  | 'crossings';

/** Bacteria are drawn so much larger than their marks in a key: they must be told apart on a phone. */
export const markScale = 1.25;

export interface Particle {
  readonly part: GuildId;
  readonly x: number;
  readonly y: number;
  /** Degrees. */
  readonly turn: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Cell {
  /** From the lumen's left round to the tissue's left. */
  readonly corners: readonly [Point, Point, Point, Point];
  /** The same with edges that follow the surface. */
  readonly outline: readonly Point[];
  /** A goblet cell holds mucus to be let out. */
  readonly goblet: boolean;
  readonly lost: boolean;
}

export type GapKind = 'closed' | 'pore' | 'leak' | 'wound';

/** The seal between two neighbouring cells, from the lumen to the tissue. */
export interface Gap {
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
  readonly kind: GapKind;
}

export interface LiningLayout {
  readonly snapshot: LiningSnapshot;
  readonly particles: readonly Particle[];
  /** y of the top of each layer; undefined where there is none. */
  readonly looseTop: number | undefined;
  readonly innerTop: number | undefined;
  /** 0, or up to 1 where the inner mucus is worn: it greys. */
  readonly wornMucus: number;
  /** Where mucus begins to be measured: the colon's surface, or the tips of the villi. */
  readonly epitheliumTop: number;
  readonly surface: readonly SurfacePoint[];
  readonly cells: readonly Cell[];
  readonly gaps: readonly Gap[];
  readonly immuneCells: readonly {
    readonly x: number;
    readonly y: number;
    readonly kind: 'macrophage' | 'neutrophil';
  }[];
  /** Crossings an hour that the picture shows, of a scale on which a healthy lining shows `healthyCrossings`. */
  readonly crossingsPerHour: number;
  readonly umPerUnit: number;
}

/** Particles of a guild: proportional to the logarithm of its mass, so that rare and common ones can both be seen. */
function particleCount(grams: number | undefined, region: LiningSnapshot['region']): number {
  if (grams === undefined || grams <= 0) return 0;
  if (region === 'small-bowel') return Math.min(40, Math.round(6 * Math.log2(1 + grams)));
  // 1 mg shows 4, 1 g shows 40, 10 g shows 52.
  return Math.max(1, Math.min(70, Math.round(40 + 12 * Math.log10(grams))));
}

/** What a healthy lining shows, chosen so that crossings stay rare; the number of the model is a ratio to health. */
export const healthyCrossings = 4;

const pictureSeed = 1_000_003;
const places = (name: string) => randomStream(pictureSeed, `lining/${name}`);

/**
 * Lays out one moment of the lining. The same snapshot always gives the same picture; particle positions do not
 * depend on how many there are, so that a change shows as more or fewer of the same.
 */
export function layoutLining(snapshot: LiningSnapshot): LiningLayout {
  const colon = snapshot.region === 'colon';
  const inner = snapshot.innerMucusUm;
  const loose = snapshot.looseMucusUm;
  const epitheliumTop = colon ? colonSurface : villusFeet - villusHeight(snapshot.villus ?? 1);
  const innerTop = inner === undefined ? undefined : epitheliumTop - inner / umPerUnit;
  const looseTop = loose === undefined ? undefined : (innerTop ?? epitheliumTop) - loose / umPerUnit;
  const surface = surfaceOf(snapshot, pictureWidth, colon ? colonSurface : villusFeet);
  const fine = evenly(surface, pointsPerCell * Math.round(lengthOf(surface) / cellWidth));
  const ends = fine.filter((_, i) => i % pointsPerCell === 0);
  const cells = cellsOf(snapshot, fine);
  const wornMucus =
    inner === undefined ? 0 : Math.min(1, Math.max(0, (0.95 - inner / healthyInnerMucusUm) / 0.6));
  const levels = { epitheliumTop, innerTop, looseTop, wornMucus };
  return {
    snapshot,
    particles: guildIds.flatMap((guild) => particlesOf(guild, snapshot, levels)),
    ...levels,
    surface,
    cells,
    gaps: gapsOf(snapshot, ends, cells),
    immuneCells: immuneCellsOf(snapshot, surface),
    crossingsPerHour: healthyCrossings * snapshot.endotoxinEntry,
    umPerUnit,
  };
}

function particlesOf(
  guild: GuildId,
  snapshot: LiningSnapshot,
  {
    epitheliumTop,
    innerTop,
    looseTop,
    wornMucus,
  }: Pick<LiningLayout, 'epitheliumTop' | 'innerTop' | 'looseTop' | 'wornMucus'>,
): Particle[] {
  const stream = places(guild);
  const count = particleCount(snapshot.guilds[guild], snapshot.region);
  const lumenBottom = looseTop ?? innerTop ?? epitheliumTop;
  return Array.from({ length: count }, (_, i) => {
    // Mucus grazers live in the loose layer and sink into the inner one as it wears; the others keep to the lumen.
    const floor = innerTop ?? epitheliumTop;
    const [top, bottom] =
      guild === 'muc'
        ? [lumenBottom - 10, floor - 8 + 0.8 * wornMucus * (epitheliumTop - floor)]
        : [24, lumenBottom - 12];
    return {
      part: guild,
      x: 20 + stream.uniform(3 * i) * (pictureWidth - 40),
      y: top + stream.uniform(3 * i + 1) * Math.max(8, bottom - top),
      turn: stream.uniform(3 * i + 2) * 180,
    };
  });
}

const basal = ({ x, y, inX, inY }: SurfacePoint): Point => ({
  x: x + cellDepth * inX,
  y: y + cellDepth * inY,
});

function cellsOf(snapshot: LiningSnapshot, fine: readonly SurfacePoint[]): Cell[] {
  const lots = places('cells');
  const kinds = places('goblet cells');
  return Array.from({ length: (fine.length - 1) / pointsPerCell }, (_, i) => {
    const edge = fine.slice(i * pointsPerCell, (i + 1) * pointsPerCell + 1);
    const [left, right] = [edge[0], edge.at(-1)] as [SurfacePoint, SurfacePoint];
    return {
      corners: [left, right, basal(right), basal(left)],
      outline: [...edge, ...edge.map(basal).reverse()],
      goblet: kinds.uniform(i) < gobletShare[snapshot.region],
      lost: lots.uniform(i) < snapshot.lesionShare,
    };
  });
}

function gapsOf(snapshot: LiningSnapshot, ends: readonly SurfacePoint[], cells: readonly Cell[]): Gap[] {
  const stream = places('gaps');
  // A gap opens for large molecules with a chance that grows with the large-molecule permeability.
  const open = 1 - Math.exp(-0.03 * snapshot.largePermeability ** 1.5);
  return ends.slice(1, -1).map((end, i) => {
    const lot = stream.uniform(i);
    const kind: GapKind =
      cells[i]?.lost || cells[i + 1]?.lost
        ? 'wound'
        : lot < open
          ? 'leak'
          : lot < open + 0.25 * snapshot.smallPermeability
            ? 'pore'
            : 'closed';
    const width =
      kind === 'leak' ? 5 + 1.5 * Math.min(3, snapshot.largePermeability) : kind === 'pore' ? 3 : 1.4;
    return { from: { x: end.x, y: end.y }, to: basal(end), width, kind };
  });
}

/** How far down the tissue begins at some x, under everything that is near. */
function tissueTopAt(surface: readonly SurfacePoint[], x: number): number {
  const near = surface.filter((point) => Math.abs(point.x - x) < cellDepth + 9);
  return Math.max(...near.map(({ y }) => y)) + cellDepth + 12;
}

function immuneCellsOf(
  snapshot: LiningSnapshot,
  surface: readonly SurfacePoint[],
): LiningLayout['immuneCells'] {
  const place = (kind: 'macrophage' | 'neutrophil', count: number) => {
    const stream = places(kind);
    return Array.from({ length: count }, (_, i) => {
      const x = 30 + stream.uniform(2 * i) * (pictureWidth - 60);
      const top = Math.min(tissueTopAt(surface, x), tissueBottom - 20);
      return { kind, x, y: top + stream.uniform(2 * i + 1) * (tissueBottom - top) };
    });
  };
  return [
    ...place('macrophage', Math.min(24, Math.round(6 * snapshot.mucosalTnf))),
    ...place('neutrophil', Math.min(40, Math.round(3 * snapshot.neutrophils))),
  ];
}

/** The surface with the tissue under it as one outline, for those who draw it or ask what lies inside. */
export function tissueOutline({ surface }: Pick<LiningLayout, 'surface'>): Point[] {
  return [...surface, { x: pictureWidth, y: pictureHeight }, { x: 0, y: pictureHeight }];
}
