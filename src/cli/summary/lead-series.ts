/** What a summary leads with, in groups, with words for more and less of it. */

export interface LeadSeries {
  readonly id: string;
  /** Sentence for more of it, and for less. */
  readonly more: string;
  readonly less: string;
  /** Usual value in a healthy adult on the reference diet (specification, section 3), where the model's own start value does not say it. */
  readonly usual?: number;
  /** Smallest change worth a word; a tenth of the value unless given. */
  readonly noticeable?: number;
  /** What a value means, said once. */
  readonly scale?: string;
}

export interface LeadGroup {
  readonly title: string;
  readonly series: readonly LeadSeries[];
}

const relative = '1 is usual';

export const leadGroups: readonly LeadGroup[] = [
  {
    title: 'The lining',
    series: [
      {
        id: 'pl_sb',
        more: 'The small bowel lets more large molecules through',
        less: 'The small bowel lets fewer large molecules through',
        usual: 1,
        scale: relative,
      },
      {
        id: 'ps_sb',
        more: 'The small bowel takes up more small molecules',
        less: 'The small bowel takes up fewer small molecules',
        usual: 1,
        scale: relative,
      },
      {
        id: 'pl_co',
        more: 'The colon lets more large molecules through',
        less: 'The colon lets fewer large molecules through',
        usual: 1,
        scale: relative,
      },
      {
        id: 'sb_dmg',
        more: 'The small bowel has more bare spots',
        less: 'The small bowel has fewer bare spots',
      },
      { id: 'sb_vil', more: 'The villi grow', less: 'The villi shrink', scale: relative },
      { id: 'mu_in', more: 'The inner mucus thickens', less: 'The inner mucus thins', scale: relative },
    ],
  },
  {
    title: 'Bacteria and what they make',
    series: [
      {
        id: 'dc_butyrate',
        more: 'Bacteria make more butyrate',
        less: 'Bacteria make less butyrate',
        usual: 15.5,
      },
      {
        id: 'dc_scfa',
        more: 'There are more acids from fibre',
        less: 'There are fewer acids from fibre',
        usual: 84,
      },
      {
        id: 'dc_ph',
        more: 'The colon gets less acid',
        less: 'The colon gets more acid',
        usual: 6.35,
        noticeable: 0.15,
      },
      {
        id: 'share_bac',
        more: 'The Bacteroides group gains',
        less: 'The Bacteroides group loses',
        usual: 0.48,
      },
      { id: 'share_fir', more: 'The butyrate makers gain', less: 'The butyrate makers lose', usual: 0.38 },
      { id: 'share_bif', more: 'Bifidobacteria gain', less: 'Bifidobacteria lose', usual: 0.09 },
      { id: 'share_muc', more: 'Mucus eaters gain', less: 'Mucus eaters lose', usual: 0.03 },
      { id: 'share_ent', more: 'Coliforms gain', less: 'Coliforms lose', usual: 0.015 },
    ],
  },
  {
    title: 'What gets through, and inflammation',
    series: [
      {
        id: 'lal',
        more: 'More endotoxin is in the blood',
        less: 'Less endotoxin is in the blood',
        usual: 6.1,
      },
      {
        id: 'tnf_m',
        more: 'The lining is more inflamed',
        less: 'The lining is less inflamed',
        scale: relative,
      },
      {
        id: 'calprotectin',
        more: 'More white cells are in the bowel wall (calprotectin)',
        less: 'Fewer white cells are in the bowel wall (calprotectin)',
        usual: 16,
      },
      { id: 'il6', more: 'Interleukin 6 rises', less: 'Interleukin 6 falls' },
      { id: 'crp', more: 'C-reactive protein rises', less: 'C-reactive protein falls' },
    ],
  },
];

/** Results that a summary shows of a test with many. */
export function isLeadResult(test: string, result: string): boolean {
  if (result.endsWith('_log10')) return false;
  const window = /_(\d+_\d+h)$/.exec(result)?.[1];
  if (window === undefined) return true;
  return window === (test === 'cr_edta' || result.startsWith('sucralose') ? '0_24h' : '0_5h');
}
