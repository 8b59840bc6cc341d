/** One moment of the lining, as the picture needs it. Every number is a state or derived quantity of the model. */
export interface LiningSnapshot {
  readonly region: 'small-bowel' | 'colon';
  /** g of each guild in the colon, or relative load of the small bowel. */
  readonly guilds: Readonly<Record<GuildId, number | undefined>>;
  /** um; undefined where the region has no such layer. */
  readonly innerMucusUm: number | undefined;
  readonly looseMucusUm: number | undefined;
  /** Villus surface, 1 = whole; only the small bowel. */
  readonly villus: number | undefined;
  /** Share of the surface that is denuded. */
  readonly lesionShare: number;
  /** Large-molecule permeability, 1 = healthy. */
  readonly largePermeability: number;
  /** Small-molecule permeability, 1 = healthy. */
  readonly smallPermeability: number;
  /** LPS that enters the tissue, 1 = healthy. */
  readonly endotoxinEntry: number;
  /** Mucosal TNF, 1 = healthy. */
  readonly mucosalTnf: number;
  /** Neutrophils in the wall, 1 = healthy. */
  readonly neutrophils: number;
  /** Share of the endotoxin in portal blood that the liver lets through, 1 = healthy. */
  readonly liverPassage: number;
}

export const guildIds = ['bac', 'fir', 'bif', 'muc', 'ent'] as const;
export type GuildId = (typeof guildIds)[number];

/** Full thickness of the layers at a relative state of 1 (specification, 3.4). */
const innerMucusUmAtOne = 130;
const looseMucusUmAtOne = 300;

/** Reads a series of the run on a day; undefined when this model has none. */
export type ReadSeries = (id: string) => number | undefined;

/**
 * Reads one moment of the run.
 *
 * @returns undefined when the run lacks what the picture cannot do without
 */
export function snapshotOf(region: LiningSnapshot['region'], read: ReadSeries): LiningSnapshot | undefined {
  const colon = region === 'colon';
  const both = (name: string): number | undefined => {
    const proximal = read(`pc_${name}`);
    const distal = read(`dc_${name}`);
    return proximal === undefined || distal === undefined ? undefined : proximal + distal;
  };
  const large = read(colon ? 'pl_co' : 'pl_sb');
  const small = read(colon ? 'ps_co' : 'ps_sb');
  const lesion = read(colon ? 'co_dmg' : 'sb_dmg');
  const entry = read('entry');
  const tnf = read('tnf_m');
  const neutrophils = read('neut');
  const passage = read('fl');
  if (
    large === undefined ||
    small === undefined ||
    lesion === undefined ||
    entry === undefined ||
    tnf === undefined ||
    neutrophils === undefined ||
    passage === undefined
  ) {
    return undefined;
  }
  const inner = read('mu_in');
  const outer = read('mu_out');
  const smallBowelLoad = read('sb_bact');
  const smallBowelColiforms = read('sb_ent') ?? smallBowelLoad;
  return {
    region,
    guilds: colon
      ? { bac: both('bac'), fir: both('fir'), bif: both('bif'), muc: both('muc'), ent: both('ent') }
      : // The small bowel holds about a ten-thousandth of the colon's bacteria: a few particles stand for its relative load.
        { bac: undefined, fir: smallBowelLoad, bif: undefined, muc: undefined, ent: smallBowelColiforms },
    innerMucusUm: colon && inner !== undefined ? inner * innerMucusUmAtOne : undefined,
    looseMucusUm:
      colon && outer !== undefined
        ? outer * looseMucusUmAtOne
        : colon
          ? undefined
          : (read('mu_sb') ?? 1) * looseMucusUmAtOne,
    villus: colon ? undefined : read('sb_vil'),
    lesionShare: lesion,
    largePermeability: large,
    smallPermeability: small,
    endotoxinEntry: entry,
    mucosalTnf: tnf,
    neutrophils,
    liverPassage: passage,
  };
}
