/** What the pages show of a run, in groups; ids are the public ids of series. */
export const seriesGroups = [
  {
    id: 'lining',
    series: ['pl_sb', 'pl_co', 'ps_sb', 'sb_dmg', 'sb_vil', 'mu_in', 'mu_out'],
  },
  {
    id: 'bacteria',
    series: ['share_bac', 'share_fir', 'share_bif', 'share_muc', 'share_ent'],
  },
  {
    id: 'acids',
    series: ['dc_butyrate', 'pc_butyrate', 'dc_scfa', 'dc_ph', 'scfa_production'],
  },
  {
    id: 'leak',
    series: ['entry', 'lps_free', 'lal', 'fl'],
  },
  {
    id: 'inflammation',
    series: ['tnf_m', 'neut', 'il6', 'crp', 'lbp', 'calprotectin'],
  },
  {
    id: 'rest',
    series: ['kt', 'co_gas', 'stool_weight', 'bristol_form', 'cort', 'd25'],
  },
] as const;

export type SeriesGroupId = (typeof seriesGroups)[number]['id'];
export type ShownSeriesId = (typeof seriesGroups)[number]['series'][number];

/** What stands on the first page and beside the lanes. */
export const leadingSeries = [
  'pl_sb',
  'dc_butyrate',
  'mu_in',
  'tnf_m',
] as const satisfies readonly ShownSeriesId[];

/** Relative to a healthy lining: 1 is health. */
export const relativeSeries: ReadonlySet<string> = new Set([
  'pl_sb',
  'pl_co',
  'ps_sb',
  'sb_vil',
  'mu_in',
  'mu_out',
  'entry',
  'fl',
  'tnf_m',
  'neut',
  'cort',
]);

/** Shares of a whole, shown in percent. */
export function isShare(series: string): boolean {
  return series.startsWith('share_') || series.endsWith('_dmg');
}

const guildColours: Readonly<Record<string, string>> = {
  share_bac: 'var(--guild-bac)',
  share_fir: 'var(--guild-fir)',
  share_bif: 'var(--guild-bif)',
  share_muc: 'var(--guild-muc)',
  share_ent: 'var(--guild-ent)',
};

/** Guilds keep their colour in every chart. */
export function colourOf(series: string): string | undefined {
  return guildColours[series];
}
