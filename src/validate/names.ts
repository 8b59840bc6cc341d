/**
 * What papers call the things that the vocabulary calls otherwise. Used only to answer a wrong name with the right
 * one: ids stay strict, so that a plan says one thing in one way.
 */
import { nearest, plainWords } from '../person/suggest.ts';

type Names = Readonly<Record<string, readonly string[]>>;

const testNames: Names = {
  two_sugar: [
    'lactulose mannitol',
    'lactulose',
    'mannitol',
    'lm',
    'lmr',
    'l/m',
    'lactulose mannitol ratio',
    'sugar absorption test',
    'dual sugar',
    'double sugar',
    'cellobiose mannitol',
    'intestinal permeability',
  ],
  multi_sugar: [
    'lactulose rhamnose',
    'lr',
    'l/r',
    'rhamnose',
    'sucrose',
    'sucralose',
    'saccharose',
    'triple sugar',
    'four sugar',
    'gastric permeability',
    'colonic permeability',
  ],
  cr_edta: ['51cr edta', 'edta', 'cr51 edta', 'chromium edta'],
  peg: ['peg 400', 'peg400', 'peg 4000', 'polyethylene glycol'],
  lal_endotoxin: ['lps', 'lal', 'endotoxin', 'endotoxemia', 'endotoxaemia', 'limulus'],
  lbp: ['lps binding protein', 'lipopolysaccharide binding protein'],
  crp: ['c reactive protein', 'hscrp', 'hs crp'],
  il6: ['interleukin 6', 'il 6'],
  tnf: ['tnf alpha', 'tnfa', 'tumour necrosis factor', 'tumor necrosis factor'],
  fecal_calprotectin: ['calprotectin', 'faecal calprotectin', 'stool calprotectin'],
  ifabp: ['i fabp', 'intestinal fatty acid binding protein', 'fabp2'],
  vitamin_d_25oh: [
    'vitamin d',
    '25ohd',
    '25(oh)d',
    '25 oh d',
    '25 hydroxyvitamin d',
    'calcidiol',
    'serum vitamin d',
  ],
  stool_scfa: [
    'scfa',
    'faecal scfa',
    'fecal scfa',
    'short chain fatty acids',
    'acetate',
    'propionate',
    'butyrate',
  ],
  stool_ph: ['ph', 'faecal ph', 'fecal ph'],
  stool_weight: ['faecal weight', 'fecal weight', 'faecal output', 'fecal bulk', 'stool output'],
  bristol: ['bristol stool form', 'bsfs', 'stool form', 'stool consistency'],
  breath_hydrogen: ['hydrogen breath test', 'lactose breath test', 'breath h2', 'h2'],
  guild_shares: ['microbiome', 'microbiota', '16s', 'sequencing', 'bifidobacteria', 'qpcr', 'fish'],
};

/** What no test reports but the model has, as a series. */
const seriesInsteadOfTest: Names = {
  b12: ['vitamin b12', 'b12', 'cobalamin', 'serum b12'],
  hepc: ['hepcidin'],
  fe_p: ['serum iron', 'plasma iron', 'iron'],
  zinc: ['zinc', 'plasma zinc', 'serum zinc'],
  cort: ['cortisol'],
  acth: ['acth'],
  il10: ['interleukin 10', 'il 10', 'il10'],
  iga: ['secretory iga', 'siga', 'iga'],
  lfat: ['liver fat', 'hepatic fat', 'steatosis'],
  sb_bact: ['jejunal aspirate', 'duodenal aspirate', 'sibo', 'bacterial overgrowth'],
  sb_vil: ['villous height', 'villus height', 'biopsy'],
  alc: ['blood alcohol', 'ethanol'],
  co_gas: ['flatus', 'colonic gas'],
};

const seriesNames: Names = {
  ...seriesInsteadOfTest,
  d25: ['25ohd', '25(oh)d', 'vitamin d', '25 hydroxyvitamin d'],
  ferr: ['ferritin'],
  citr: ['citrulline'],
  dc_ph: ['stool ph', 'faecal ph', 'ph'],
  dc_scfa: ['scfa', 'stool scfa'],
  dc_butyrate: ['butyrate'],
  dc_acetate: ['acetate'],
  dc_propionate: ['propionate'],
  bristol_form: ['bristol', 'stool form'],
  mass_bif: ['bifidobacteria', 'bifidobacterium'],
  lal: ['lps', 'endotoxin'],
  crp: ['c reactive protein', 'hscrp'],
  calprotectin: ['faecal calprotectin', 'fecal calprotectin'],
  pl_sb: ['permeability', 'intestinal permeability', 'small intestinal permeability'],
  pl_co: ['colonic permeability'],
};

const symptomNames: Names = {
  pain: ['abdominal pain', 'stomach pain', 'cramps', 'visceral pain'],
  bloating: ['distension', 'abdominal bloating', 'fullness'],
  diarrhoea: ['diarrhea', 'loose stools'],
  low_mood: ['depression', 'depressed mood', 'mood'],
  fatigue: ['tiredness'],
  joint_pain: ['arthralgia'],
};

const resultNames: Names = {
  bif: ['bifidobacteria', 'bifidobacterium'],
  bac: ['bacteroides', 'bacteroidetes', 'prevotella'],
  fir: ['firmicutes', 'faecalibacterium', 'roseburia', 'butyrate producers'],
  muc: ['akkermansia', 'mucin degraders'],
  ent: ['enterobacteriaceae', 'e coli', 'escherichia coli', 'proteobacteria', 'coliforms'],
  lab: ['lactobacillus', 'lactobacilli'],
  rum: ['ruminococcus', 'ruminococcus bromii'],
  total: ['scfa', 'total scfa', 'sum'],
  form: ['bristol', 'score', 'type'],
  weight: ['stool weight', 'wet weight', 'output'],
  rise: ['peak', 'maximum', 'delta', 'increase'],
  fasting: ['baseline', 'basal'],
};

/** Names of what is measured in urine, before the window. */
const urineNames: Names = {
  ratio: ['lactulose mannitol', 'lactulose mannitol ratio', 'lm', 'lmr', 'l m', 'lac man', 'lama'],
  lactulose_rhamnose: ['ratio', 'lr', 'lrr', 'l r', 'lac rham'],
  edta: ['51cr edta', 'cr edta', 'cr51 edta'],
  sucrose: ['saccharose'],
};

/** What reviewers look for and the model does not have, with what comes nearest. */
const lacking: readonly { readonly names: readonly string[]; readonly say: string }[] = [
  {
    names: [
      'transit time',
      'colon transit',
      'colonic transit',
      'colon transit time',
      'whole gut transit',
      'gut transit time',
      'transit',
    ],
    say: 'The model has speeds, not times. The mean time through the colon in hours is {combine: inverse, of: [{series: pc_transit, ...}, {series: dc_transit, ...}]}.',
  },
  {
    names: ['orocaecal transit', 'orocecal transit', 'mouth to caecum', 'gastric emptying'],
    say: 'The model reports no such time: mark the row notExpressible.',
  },
  {
    names: ['stool frequency', 'bowel movements', 'defecation frequency', 'stools'],
    say: 'Stools are not counted: stool_weight and bristol are what comes nearest, else mark the row notExpressible.',
  },
  {
    names: ['zonulin', 'zonulin elisa'],
    say: 'Commercial kits do not measure zonulin: mark the row notExpressible.',
  },
];

export const suggestTest = (words: string, ids: Iterable<string>): string | undefined =>
  byName(words, testNames, ids);
export const suggestSymptom = (words: string, ids: Iterable<string>): string | undefined =>
  byName(words, symptomNames, ids);
export const suggestSeries = (words: string, ids: Iterable<string>): string | undefined =>
  byName(words, seriesNames, ids);

/** `bifidobacteria_log10` is asked for as often as `bif_log10`. */
export function suggestResult(words: string, ids: readonly string[]): string | undefined {
  const [, urine, window] = /^(.*)_(\d+_\d+h)$/.exec(words) ?? [];
  if (urine !== undefined && window !== undefined) {
    const probes = new Set(ids.flatMap((id) => /^(.*)_\d+_\d+h$/.exec(id)?.[1] ?? []));
    // The sugar is there and its window is not: another window would be a guess.
    if (probes.has(urine)) return undefined;
    const probe = exact(urine, urineNames, probes) ?? nearest(urine, probes);
    return probe !== undefined && ids.includes(`${probe}_${window}`) ? `${probe}_${window}` : undefined;
  }
  const suffix = /[ _]?log(_?10)?$/i.exec(words)?.[0];
  const stem = suffix === undefined ? words : words.slice(0, -suffix.length);
  const found = exact(stem, resultNames, new Set(ids));
  if (found) return suffix === undefined || !ids.includes(`${found}_log10`) ? found : `${found}_log10`;
  return nearest(words, ids);
}

/** The test that papers call by exactly these words. */
export const testCalled = (words: string, ids: Iterable<string>): string | undefined =>
  exact(words, testNames, new Set(ids));

/** A series that holds what was looked for among the tests. */
export function seriesForTest(words: string, known: ReadonlyMap<string, unknown>): string | undefined {
  return exact(words, seriesInsteadOfTest, new Set(known.keys())) ?? (known.has(words) ? words : undefined);
}

/** What to do about something that the model does not have under any name. */
export function adviceOnLacking(words: string): string | undefined {
  const wanted = plainWords(words);
  return lacking.find(({ names }) => names.some((name) => plainWords(name) === wanted))?.say;
}

function exact(words: string, names: Names, known: ReadonlySet<string>): string | undefined {
  const wanted = plainWords(words);
  for (const [id, others] of Object.entries(names))
    if (known.has(id) && [id, ...others].some((name) => plainWords(name) === wanted)) return id;
  return undefined;
}

function byName(words: string, names: Names, ids: Iterable<string>): string | undefined {
  const known = new Set(ids);
  const same = exact(words, names, known);
  if (same) return same;
  const all = new Map<string, string>();
  for (const id of known) for (const name of [id, ...(names[id] ?? [])]) all.set(name, id);
  const near = nearest(words, all.keys());
  return near === undefined ? undefined : all.get(near);
}
