/**
 * The laboratory tests that Zonula can show: what is given, what is measured, and how much the result scatters.
 * A test is read from a copy of the simulated gut and never feeds back on it.
 */

/** A window of urine collection, hours after the drink. */
export interface UrineWindow {
  readonly fromHour: number;
  readonly toHour: number;
}

/** Scatter of a result, as the specification's section 4 gives it. */
export interface ResultNoise {
  /** Multiplicative (lognormal) for most results, additive for pH and stool form. */
  readonly kind: 'multiplicative' | 'additive';
  /** Within one person, from day to day: coefficient of variation, or SD in the unit when additive. */
  readonly withinPerson: number;
  /** Between laboratories: log-SD, or SD in the unit when additive. Drawn once per study; cancels in ratios. */
  readonly betweenLaboratories: number;
}

export type ResultSource =
  /** Share of a probe's dose in the urine of a window, in percent. */
  | { readonly kind: 'urine'; readonly probe: string; readonly window: UrineWindow }
  /** Ratio of two results of the same test. */
  | { readonly kind: 'ratio'; readonly of: string; readonly to: string }
  /** A state or derived quantity of the model at the time of the sample, times a factor plus an offset. */
  | { readonly kind: 'value'; readonly series: string; readonly factor?: number; readonly offset?: number }
  /** Mean of a state or derived quantity over the 24 h of the test day. */
  | { readonly kind: 'dayMean'; readonly series: string; readonly factor?: number; readonly offset?: number }
  /** Largest rise of a quantity over its value at the time of the drink, within hours after it. */
  | { readonly kind: 'rise'; readonly series: string; readonly withinHours: number; readonly factor?: number }
  /** log10 of a state, relative to one unit. */
  | { readonly kind: 'log10'; readonly series: string };

export interface ResultDefinition {
  readonly id: string;
  readonly unit: string;
  readonly means: string;
  readonly from: ResultSource;
  readonly noise: ResultNoise;
}

export interface TestDefinition {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  /** What is drunk at the start; each probe is given as 100 % of its dose. */
  readonly probes: readonly string[];
  /** Sugar load that is digested, for breath tests (g into the model's meal inputs). */
  readonly load?: { readonly input: string; readonly grams: number };
  /** Fasting from the evening before until the last sample. */
  readonly fasting: boolean;
  /** Hours that the test lasts; 0 for one sample. */
  readonly hours: number;
  readonly results: readonly ResultDefinition[];
  /** Said beside every result, where users are known to be misled. */
  readonly caution?: string;
}

const windows: readonly { readonly id: string; readonly window: UrineWindow }[] = [
  { id: '0_2h', window: { fromHour: 0, toHour: 2 } },
  { id: '0_5h', window: { fromHour: 0, toHour: 5 } },
  { id: '0_6h', window: { fromHour: 0, toHour: 6 } },
  { id: '2_8h', window: { fromHour: 2, toHour: 8 } },
  { id: '0_12h', window: { fromHour: 0, toHour: 12 } },
  { id: '8_24h', window: { fromHour: 8, toHour: 24 } },
  { id: '0_24h', window: { fromHour: 0, toHour: 24 } },
  // Collections of single laboratories, so that their studies can be said too.
  { id: '0_1h', window: { fromHour: 0, toHour: 1 } },
  { id: '0_3h', window: { fromHour: 0, toHour: 3 } },
  { id: '0_4h', window: { fromHour: 0, toHour: 4 } },
  { id: '0_8h', window: { fromHour: 0, toHour: 8 } },
  { id: '5_24h', window: { fromHour: 5, toHour: 24 } },
];

const multiplicative = (withinPerson: number, betweenLaboratories: number): ResultNoise => ({
  kind: 'multiplicative',
  withinPerson,
  betweenLaboratories,
});
const additive = (withinPerson: number, betweenLaboratories: number): ResultNoise => ({
  kind: 'additive',
  withinPerson,
  betweenLaboratories,
});

/** Scatter by probe: large probes scatter more than small ones. */
const probeNoise: Readonly<Record<string, ResultNoise>> = {
  lactulose: multiplicative(0.35, 0.3),
  mannitol: multiplicative(0.2, 0.15),
  rhamnose: multiplicative(0.2, 0.15),
  sucralose: multiplicative(0.25, 0.2),
  edta: multiplicative(0.25, 0.2),
  sucrose: multiplicative(0.35, 0.3),
  peg400: multiplicative(0.35, 0.2),
  peg1500: multiplicative(0.35, 0.3),
  peg4000: multiplicative(0.35, 0.3),
};

function urineResults(probe: string): ResultDefinition[] {
  const noise = probeNoise[probe] ?? multiplicative(0.35, 0.3);
  return windows.map(({ id, window }) => ({
    id: `${probe}_${id}`,
    unit: '%',
    means: `${probe} in urine, ${window.fromHour} to ${window.toHour} h after the drink, in percent of the dose`,
    from: { kind: 'urine', probe, window },
    noise,
  }));
}

function ratioResults(large: string, small: string, name: (window: string) => string): ResultDefinition[] {
  return windows.map(({ id, window }) => ({
    id: name(id),
    unit: 'ratio',
    means: `${large} recovery divided by ${small} recovery, ${window.fromHour} to ${window.toHour} h after the drink`,
    from: { kind: 'ratio', of: `${large}_${id}`, to: `${small}_${id}` },
    // The two recoveries share dose timing, emptying and urine volume: the ratio scatters like the large probe.
    noise: multiplicative(0.35, 0.3),
  }));
}

const sample = (
  id: string,
  title: string,
  means: string,
  results: readonly ResultDefinition[],
  caution?: string,
): TestDefinition => ({
  id,
  title,
  means,
  probes: [],
  fasting: true,
  hours: 0,
  results,
  ...(caution === undefined ? {} : { caution }),
});

const value = (
  id: string,
  unit: string,
  means: string,
  series: string,
  noise: ResultNoise,
  scale: { readonly factor?: number; readonly offset?: number } = {},
): ResultDefinition => ({ id, unit, means, from: { kind: 'value', series, ...scale }, noise });

const dayMean = (
  id: string,
  unit: string,
  means: string,
  series: string,
  noise: ResultNoise,
  scale: { readonly factor?: number; readonly offset?: number } = {},
): ResultDefinition => ({ id, unit, means, from: { kind: 'dayMean', series, ...scale }, noise });

/** Faecal samples are a little more dilute than the distal lumen (specification, section 4). */
const fecalDilution = 0.95;
/** pg/mL of I-FABP at health by the common ELISA kit; the other kit reads ten times more (`ifabp-lps-ref-2017`). */
const ifabpScale = 309;

const guilds = ['bac', 'fir', 'bif', 'muc', 'ent', 'rum', 'lab', 'pro', 'hyd', 'srb'] as const;

/** All tests, in the order of the vocabulary. */
export const laboratoryTests: readonly TestDefinition[] = [
  {
    id: 'two_sugar',
    title: 'Two-sugar test (lactulose and mannitol)',
    means:
      'A drink of two sugars that the body does not use; how much of each appears in urine tells what crosses the lining.',
    probes: ['lactulose', 'mannitol'],
    fasting: true,
    hours: 24,
    results: [
      ...urineResults('lactulose'),
      ...urineResults('mannitol'),
      ...ratioResults('lactulose', 'mannitol', (window) => `ratio_${window}`),
    ],
    caution: 'Laboratories differ by up to tenfold on the ratio: compare only results of one laboratory.',
  },
  {
    id: 'multi_sugar',
    title: 'Multi-sugar test (sucrose, rhamnose, sucralose, lactulose)',
    means:
      'Several sugars at once: sucrose for the stomach, rhamnose and lactulose for the small bowel, sucralose for the whole gut.',
    probes: ['sucrose', 'rhamnose', 'sucralose', 'lactulose'],
    fasting: true,
    hours: 24,
    results: [
      ...urineResults('sucrose'),
      ...urineResults('rhamnose'),
      ...urineResults('sucralose'),
      ...urineResults('lactulose'),
      ...ratioResults('lactulose', 'rhamnose', (window) => `lactulose_rhamnose_${window}`),
    ],
  },
  {
    id: 'cr_edta',
    title: '51Cr-EDTA test',
    means: 'A drink of chromium-labelled EDTA, which bacteria cannot break down; measured in urine.',
    probes: ['edta'],
    fasting: true,
    hours: 24,
    results: urineResults('edta'),
  },
  {
    id: 'peg',
    title: 'Polyethylene glycols by size',
    means:
      'Inert chains of 400, 1,500 and 4,000 dalton; the larger ones cross only where the large-molecule barrier is open.',
    probes: ['peg400', 'peg1500', 'peg4000'],
    fasting: true,
    hours: 24,
    results: [...urineResults('peg400'), ...urineResults('peg1500'), ...urineResults('peg4000')],
    caution:
      'Only the ratio between persons or days is meant; absolute recoveries of the two larger sizes are assumed.',
  },
  sample(
    'lal_endotoxin',
    'Endotoxin in plasma (LAL)',
    'Endotoxin seen by the limulus test: bound endotoxin and what travels with fat.',
    [value('lal', 'pg/mL', 'Endotoxin by the limulus test', 'lal', multiplicative(0.5, 1.2))],
    'Published healthy values span three orders of magnitude; 30 % of samples fall below detection.',
  ),
  sample('lbp', 'LPS-binding protein', 'A liver protein that rises with endotoxin and IL-6.', [
    value('lbp', 'ug/mL', 'LPS-binding protein', 'lbp', multiplicative(0.2, 0.5)),
  ]),
  sample('crp', 'C-reactive protein', 'A general marker of inflammation.', [
    value('crp', 'mg/L', 'C-reactive protein', 'crp', multiplicative(0.4, 0.1)),
  ]),
  sample('il6', 'Interleukin 6', 'A messenger of inflammation.', [
    value('il6', 'pg/mL', 'Interleukin 6', 'il6', multiplicative(0.35, 0.3)),
  ]),
  sample('tnf', 'Tumour necrosis factor', 'A messenger of inflammation; assays differ widely.', [
    value('tnf', 'pg/mL', 'Tumour necrosis factor', 'tnf', multiplicative(0.35, 0.3)),
  ]),
  sample(
    'fecal_calprotectin',
    'Faecal calprotectin',
    'White blood cells in the bowel wall, measured in stool.',
    [value('calprotectin', 'ug/g', 'Faecal calprotectin', 'calprotectin', multiplicative(0.6, 0.4))],
  ),
  sample(
    'ifabp',
    'Intestinal fatty-acid binding protein',
    'Leaks from injured cells of the small bowel.',
    [value('ifabp', 'pg/mL', 'I-FABP', 'ifabp', multiplicative(0.3, 1), { factor: ifabpScale })],
    'Kits differ tenfold: compare only results of one kit.',
  ),
  sample('citrulline', 'Citrulline', 'Made by the villi of the small bowel; falls when they are lost.', [
    value('citrulline', 'umol/L', 'Plasma citrulline', 'citr', multiplicative(0.1, 0.1)),
  ]),
  sample('vitamin_d_25oh', '25-hydroxyvitamin D', 'Vitamin D status.', [
    value('vitamin_d_25oh', 'nmol/L', 'Serum 25-hydroxyvitamin D', 'd25', multiplicative(0.08, 0.1)),
  ]),
  sample('ferritin', 'Ferritin', 'Iron stores; inflammation raises it.', [
    value('ferritin', 'ug/L', 'Serum ferritin', 'ferritin', multiplicative(0.12, 0.1)),
  ]),
  {
    ...sample('stool_scfa', 'Short-chain fatty acids in stool', 'Acids that bacteria make from fibre.', [
      dayMean('acetate', 'mmol/kg', 'Acetate', 'dc_acetate', multiplicative(0.25, 0.2), {
        factor: fecalDilution,
      }),
      dayMean('propionate', 'mmol/kg', 'Propionate', 'dc_propionate', multiplicative(0.25, 0.2), {
        factor: fecalDilution,
      }),
      dayMean('butyrate', 'mmol/kg', 'Butyrate', 'dc_butyrate', multiplicative(0.25, 0.2), {
        factor: fecalDilution,
      }),
      dayMean(
        'total',
        'mmol/kg',
        'Acetate, propionate and butyrate together',
        'dc_scfa',
        multiplicative(0.25, 0.2),
        { factor: fecalDilution },
      ),
    ]),
    fasting: false,
    caution: 'Stool acids are what is left after absorption: they say little about what bacteria made.',
  },
  {
    ...sample('stool_ph', 'Stool pH', 'Acidity of stool.', [
      dayMean('ph', 'pH', 'Stool pH', 'dc_ph', additive(0.3, 0.2)),
    ]),
    fasting: false,
  },
  {
    ...sample('stool_weight', 'Stool weight', 'Weight of a day of stool.', [
      dayMean('weight', 'g/d', 'Stool weight', 'stool_weight', multiplicative(0.3, 0)),
    ]),
    fasting: false,
  },
  {
    ...sample('bristol', 'Bristol stool form', 'Form of stool from 1 (hard lumps) to 7 (watery).', [
      dayMean('form', 'form 1-7', 'Bristol form', 'bristol_form', additive(0.8, 0)),
    ]),
    fasting: false,
  },
  {
    id: 'breath_hydrogen',
    title: 'Breath hydrogen after lactose',
    means: 'Hydrogen in breath before and after 25 g of lactose: it rises when lactose reaches bacteria.',
    probes: [],
    load: { input: 'meal_lac', grams: 25 },
    fasting: true,
    hours: 5,
    results: [
      value(
        'fasting',
        'ppm',
        'Hydrogen in breath while fasting',
        'breath_hydrogen',
        multiplicative(0.4, 0.2),
      ),
      {
        id: 'rise',
        unit: 'ppm',
        means: 'Largest rise of breath hydrogen within 5 h; 20 ppm or more counts as positive',
        from: { kind: 'rise', series: 'breath_hydrogen', withinHours: 5 },
        noise: multiplicative(0.4, 0.2),
      },
    ],
  },
  {
    ...sample(
      'guild_shares',
      'Shares of bacterial guilds',
      'What a sequencing report groups: shares of bacteria in the colon.',
      [
        ...guilds.map((guild) =>
          dayMean(
            guild,
            '1',
            `Share of ${guild.toUpperCase()} in the colon's bacteria`,
            `share_${guild}`,
            multiplicative(0.3, 0.5),
          ),
        ),
        ...guilds.map(
          (guild): ResultDefinition => ({
            id: `${guild}_log10`,
            unit: 'log10 g',
            means: `log10 of the mass of ${guild.toUpperCase()} in the colon`,
            from: { kind: 'log10', series: `mass_${guild}` },
            noise: additive(0.15, 0.25),
          }),
        ),
      ],
    ),
    fasting: false,
    caution: 'Sequencing methods differ more than most people do: compare only results of one laboratory.',
  },
];

/** Values that people bring but that the model must not use, with the reason that is shown. */
export const unusableTests: readonly {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly sources: readonly string[];
}[] = [
  {
    id: 'zonulin_elisa',
    title: 'Zonulin (ELISA)',
    reason:
      'The commercial kits do not measure zonulin: they bind other proteins, and their result does not follow a sugar test. Zonula keeps the value with your record and uses it for nothing.',
    sources: ['scheffler-2018', 'ajamian-2019', 'power-2021'],
  },
];

/** @returns the definition, or undefined for an id that is not a test */
export function findTest(id: string): TestDefinition | undefined {
  return laboratoryTests.find((test) => test.id === id);
}
