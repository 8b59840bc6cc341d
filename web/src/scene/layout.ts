import { randomStream } from '../../../src/random/philox.ts';
import { type GuildId, guildIds, type LiningSnapshot } from './snapshot.ts';

/** The picture's own coordinates; the page scales it. */
export const pictureWidth = 1000;
export const pictureHeight = 640;

/** Micrometres per unit of height: both mucus layers together fill about a third of the picture at health. */
const umPerUnit = 2.2;
const epitheliumTop = 400;
const cellHeight = 62;
const cellCount = 22;
const tissueBottom = 560;

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

export interface Particle {
  readonly part: GuildId;
  readonly x: number;
  readonly y: number;
  /** Degrees. */
  readonly turn: number;
}

export interface Cell {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly lost: boolean;
}

export type GapKind = 'closed' | 'pore' | 'leak' | 'wound';

export interface Gap {
  readonly x: number;
  /** Where the seal between its two cells begins. */
  readonly top: number;
  readonly width: number;
  readonly kind: GapKind;
}

export interface LiningLayout {
  readonly snapshot: LiningSnapshot;
  readonly particles: readonly Particle[];
  /** y of the top of each layer; undefined where there is none. */
  readonly looseTop: number | undefined;
  readonly innerTop: number | undefined;
  readonly epitheliumTop: number;
  readonly epitheliumBottom: number;
  readonly tissueBottom: number;
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
  const inner = snapshot.innerMucusUm;
  const loose = snapshot.looseMucusUm;
  const innerTop = inner === undefined ? undefined : epitheliumTop - inner / umPerUnit;
  const looseTop = loose === undefined ? undefined : (innerTop ?? epitheliumTop) - loose / umPerUnit;
  const lumenBottom = looseTop ?? innerTop ?? epitheliumTop;
  const cells = cellsOf(snapshot);
  return {
    snapshot,
    particles: guildIds.flatMap((guild) => particlesOf(guild, snapshot, lumenBottom, innerTop)),
    looseTop,
    innerTop,
    epitheliumTop,
    epitheliumBottom: epitheliumTop + cellHeight,
    tissueBottom,
    cells,
    gaps: gapsOf(snapshot, cells),
    immuneCells: immuneCellsOf(snapshot),
    crossingsPerHour: healthyCrossings * snapshot.endotoxinEntry,
    umPerUnit,
  };
}

function particlesOf(
  guild: GuildId,
  snapshot: LiningSnapshot,
  lumenBottom: number,
  innerTop: number | undefined,
): Particle[] {
  const stream = places(guild);
  const count = particleCount(snapshot.guilds[guild], snapshot.region);
  return Array.from({ length: count }, (_, i) => {
    // Mucus grazers live in the loose layer and sink deeper as it thins; the others keep to the lumen.
    const [top, bottom] =
      guild === 'muc' ? [lumenBottom - 10, (innerTop ?? epitheliumTop) - 6] : [24, lumenBottom - 8];
    return {
      part: guild,
      x: 20 + stream.uniform(3 * i) * (pictureWidth - 40),
      y: top + stream.uniform(3 * i + 1) * Math.max(8, bottom - top),
      turn: stream.uniform(3 * i + 2) * 180,
    };
  });
}

function cellsOf(snapshot: LiningSnapshot): Cell[] {
  const stream = places('cells');
  const width = pictureWidth / cellCount;
  return Array.from({ length: cellCount }, (_, i) => {
    // Villi stand up in the small bowel, crypts dip in the colon; flattened villi are the model's villus surface.
    const wave = Math.cos((i / (cellCount - 1)) * 6 * Math.PI);
    const rise = snapshot.region === 'small-bowel' ? 46 * (snapshot.villus ?? 1) * wave : -16 * wave;
    return { x: i * width, width, top: epitheliumTop - rise, lost: stream.uniform(i) < snapshot.lesionShare };
  });
}

function gapsOf(snapshot: LiningSnapshot, cells: readonly Cell[]): Gap[] {
  const stream = places('gaps');
  return Array.from({ length: cellCount - 1 }, (_, i) => {
    const x = ((i + 1) * pictureWidth) / cellCount;
    const lot = stream.uniform(i);
    // A gap opens for large molecules with a chance that grows with the large-molecule permeability.
    const open = 1 - Math.exp(-0.06 * snapshot.largePermeability ** 1.5);
    const kind: GapKind =
      lot < snapshot.lesionShare
        ? 'wound'
        : lot < open
          ? 'leak'
          : lot < open + 0.25 * snapshot.smallPermeability
            ? 'pore'
            : 'closed';
    const width =
      kind === 'wound'
        ? 14
        : kind === 'leak'
          ? 5 + 2 * Math.min(3, snapshot.largePermeability)
          : kind === 'pore'
            ? 3
            : 1.4;
    const top = Math.max(cells[i]?.top ?? epitheliumTop, cells[i + 1]?.top ?? epitheliumTop);
    return { x, top, width, kind };
  });
}

function immuneCellsOf(snapshot: LiningSnapshot): LiningLayout['immuneCells'] {
  const place = (kind: 'macrophage' | 'neutrophil', count: number) => {
    const stream = places(kind);
    return Array.from({ length: count }, (_, i) => ({
      kind,
      x: 30 + stream.uniform(2 * i) * (pictureWidth - 60),
      y:
        epitheliumTop +
        cellHeight +
        14 +
        stream.uniform(2 * i + 1) * (tissueBottom - epitheliumTop - cellHeight - 40),
    }));
  };
  return [
    ...place('macrophage', Math.min(24, Math.round(6 * snapshot.mucosalTnf))),
    ...place('neutrophil', Math.min(40, Math.round(3 * snapshot.neutrophils))),
  ];
}
