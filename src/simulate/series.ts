/**
 * The quantities that a run reports: every state of the model, and the derived quantities below.
 * Ids are public: they change only with a migration.
 */

const regions = ['pc', 'dc'] as const;
const guilds = ['bac', 'fir', 'bif', 'muc', 'ent', 'rum', 'pro', 'lab', 'hyd', 'srb'] as const;

/** Derived quantities that are public, in the order in which they are reported; those that a model lacks are left out. */
export const publicDerived: readonly string[] = [
  // What the lining lets through, and what gets through.
  'pl_sb',
  'pl_co',
  'ps_sb',
  'ps_co',
  'entry',
  'fl',
  'lal',
  'calprotectin',
  'ix',
  // The colon.
  'kt',
  ...regions.flatMap((region) => [
    `${region}_ph`,
    `${region}_scfa`,
    `${region}_acetate`,
    `${region}_propionate`,
    `${region}_butyrate`,
  ]),
  'scfa_production',
  'bacteria_out',
  ...guilds.map((guild) => `mass_${guild}`),
  ...guilds.map((guild) => `share_${guild}`),
  'mucin_use',
  // Stool, gas and breath.
  'co_gas',
  'breath_hydrogen',
  'stool_weight',
  'stool_water',
  'bristol_form',
  // Food and medicine at work.
  'energy_absorbed',
  'ns_eff',
];

/** How a reader is told of a series: a short name, and whether more of it is good, bad or neither. */
export interface SeriesTitle {
  readonly title: string;
  /** What it is, in words that anybody knows. */
  readonly plain: string;
}

/** Titles of the series that summaries and pages lead with. */
export const seriesTitles: Readonly<Record<string, SeriesTitle>> = {
  pl_sb: {
    title: 'Large molecules through the small bowel',
    plain: 'how much of a large sugar such as lactulose the small bowel lets through; 1 is a healthy lining',
  },
  pl_co: {
    title: 'Large molecules through the colon',
    plain: 'how much of a large molecule the colon lets through; 1 is a healthy lining',
  },
  ps_sb: {
    title: 'Small molecules through the small bowel',
    plain: 'how much of a small sugar such as mannitol the small bowel takes up; 1 is a healthy lining',
  },
  sb_dmg: { title: 'Bare spots in the small bowel', plain: 'share of the surface without cells' },
  co_dmg: { title: 'Bare spots in the colon', plain: 'share of the surface without cells' },
  sb_vil: { title: 'Villi', plain: 'the surface that takes up food; 1 is whole' },
  mu_in: { title: 'Inner mucus', plain: 'the dense layer that keeps bacteria off the colon; 1 is usual' },
  mu_out: { title: 'Loose mucus', plain: 'the outer layer, where bacteria live; 1 is usual' },
  dc_butyrate: { title: 'Butyrate', plain: 'the acid from fibre that feeds the cells of the colon' },
  dc_scfa: { title: 'Acids from fibre', plain: 'acetate, propionate and butyrate in the lower colon' },
  dc_ph: { title: 'pH of the lower colon', plain: 'the more acids, the lower' },
  share_bac: { title: 'Bacteroides group', plain: 'bacteria that eat many kinds of fibre and protein' },
  share_fir: { title: 'Butyrate makers', plain: 'bacteria that make butyrate from fibre' },
  share_bif: { title: 'Bifidobacteria', plain: 'bacteria that live on small fibres such as inulin' },
  share_muc: { title: 'Mucus eaters', plain: 'bacteria that live on mucus' },
  share_ent: { title: 'Coliforms', plain: 'bacteria such as E. coli, rich in endotoxin' },
  lal: { title: 'Endotoxin in blood', plain: 'pieces of bacteria, as the limulus test sees them' },
  lps_free: { title: 'Active endotoxin', plain: 'the part of it that the immune system feels' },
  tnf_m: { title: 'Inflammation of the lining', plain: 'TNF in the wall of the gut; 1 is usual' },
  neut: { title: 'White cells in the wall', plain: '1 is usual' },
  il6: { title: 'Interleukin 6', plain: 'a messenger of inflammation in blood' },
  crp: { title: 'C-reactive protein', plain: 'the usual blood marker of inflammation' },
  lbp: { title: 'LPS-binding protein', plain: 'a liver protein that rises with endotoxin' },
  calprotectin: { title: 'Faecal calprotectin', plain: 'white cells in the bowel wall, measured in stool' },
  d25: { title: 'Vitamin D', plain: '25-hydroxyvitamin D in blood' },
  cort: { title: 'Cortisol', plain: 'the stress hormone; 1 is usual' },
};
