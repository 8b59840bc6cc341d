import type { LiningSnapshot } from '../scene/snapshot.ts';

/** What is read from a run: a laboratory test without its noise, or a quantity of the model over days. */
export type Reading =
  | { readonly kind: 'test'; readonly test: string; readonly result: string; readonly day: number }
  | {
      readonly kind: 'series';
      readonly series: string;
      readonly fromDay: number;
      readonly toDay: number;
      readonly take?: 'mean' | 'max';
    };

/** One life that is tried. `changes` are written as in a plan of the person file, from day 1 on. */
export interface Arm {
  readonly id: string;
  readonly conditions?: readonly string[];
  readonly menu?: string;
  readonly weightKg?: number;
  readonly changes?: readonly Readonly<Record<string, unknown>>[];
  readonly overrides?: Readonly<Record<string, number>>;
  /** The arm that this one is compared with; the experiment's first unless told otherwise. */
  readonly against?: string;
  /** Reads this arm on another day than the experiment does. */
  readonly day?: number;
}

export interface Experiment {
  readonly id: ExperimentId;
  readonly reading: Reading;
  /** `fold`: compared with the same virtual people in another arm; `value`: in the unit of the reading. */
  readonly show: 'fold' | 'value';
  readonly days: number;
  /** Which part of the gut the picture of an arm shows; none: no picture. */
  readonly picture?: LiningSnapshot['region'];
  readonly arms: readonly Arm[];
}

export const experimentIds = ['opens', 'bacteria', 'blood', 'helps'] as const;
export type ExperimentId = (typeof experimentIds)[number];

const daily = (change: Readonly<Record<string, unknown>>) => [{ ...change, fromDay: 1 }];
const indomethacin = [
  { medicine: 'indomethacin', dose: '75 mg', times: ['23:00'], day: 1 },
  { medicine: 'indomethacin', dose: '50 mg', times: ['07:00'], day: 2 },
];
const effort = (percent: number) => [{ exercise: '60 min', effort: `${percent} %`, day: 2, at: '07:30' }];

/** The experiments behind the six pages; `scripts/build-learn.ts` runs them and keeps their numbers. */
export const experiments: readonly Experiment[] = [
  {
    id: 'opens',
    reading: { kind: 'test', test: 'two_sugar', result: 'lactulose_0_5h', day: 2 },
    show: 'fold',
    days: 4,
    picture: 'small-bowel',
    arms: [
      { id: 'nothing' },
      { id: 'painkiller', changes: indomethacin },
      {
        id: 'celecoxib',
        changes: [{ medicine: 'celecoxib', dose: '200 mg', times: ['08:00'], fromDay: 1, days: 2 }],
      },
      { id: 'speech', changes: [{ stress: 'event', day: 2, at: '07:45' }] },
      { id: 'hard-exercise', changes: effort(80) },
      { id: 'easy-exercise', changes: effort(40) },
      { id: 'alcohol', changes: [{ alcohol: '60 g', day: 2, at: '07:30' }] },
      { id: 'infection', changes: [{ infection: 'gastroenteritis', day: 1, severity: 1 }], day: 3 },
      { id: 'coeliac', conditions: ['coeliac_untreated'] },
      { id: 'gluten-free', changes: daily({ menu: 'gluten_free' }) },
    ],
  },
  {
    id: 'bacteria',
    reading: { kind: 'series', series: 'dc_butyrate', fromDay: 26, toDay: 28 },
    show: 'fold',
    days: 28,
    picture: 'colon',
    arms: [
      { id: 'western' },
      { id: 'high-fibre', changes: daily({ menu: 'rural_high_fibre' }) },
      { id: 'mediterranean', changes: daily({ menu: 'mediterranean' }) },
      { id: 'almost-no-carbohydrate', changes: daily({ menu: 'ketogenic' }) },
      {
        id: 'inulin',
        changes: daily({ supplement: 'inulin', dose: '10 g', times: ['08:00'] }),
      },
      {
        id: 'probiotic',
        changes: daily({ supplement: 'lactobacillus', dose: '10 billion CFU', times: ['08:00'] }),
      },
      {
        id: 'antibiotic',
        changes: [
          { medicine: 'amoxicillin', dose: '500 mg', perDay: 3, prescribed: true, fromDay: 21, days: 7 },
        ],
      },
    ],
  },
  {
    id: 'blood',
    reading: { kind: 'series', series: 'crp', fromDay: 85, toDay: 90 },
    show: 'fold',
    days: 90,
    arms: [
      { id: 'nothing' },
      // ln 2: the set-point of the large leak doubled in both parts of the gut.
      { id: 'leak-doubled', overrides: { set_sb: Math.LN2, set_co: Math.LN2 } },
      { id: 'short-sleep', changes: daily({ sleep: '6 h' }) },
      { id: 'obesity', weightKg: 110 },
      { id: 'crohn', conditions: ['crohn_active'] },
      { id: 'endotoxin', changes: [{ exposure: 'lps_bolus', dose: '2 ng/kg', day: 88, at: '08:00' }] },
    ],
  },
  {
    id: 'helps',
    reading: { kind: 'test', test: 'two_sugar', result: 'lactulose_0_5h', day: 56 },
    show: 'fold',
    days: 60,
    arms: [
      { id: 'nothing' },
      { id: 'inulin', changes: daily({ supplement: 'inulin', dose: '10 g', times: ['08:00'] }) },
      { id: 'psyllium', changes: daily({ add: 'psyllium_husk', amount: '10 g', at: '08:00' }) },
      { id: 'vitamin-d', changes: daily({ supplement: 'vitamin_d', dose: '1000 IU', perDay: 1 }) },
      {
        id: 'probiotic',
        changes: daily({ supplement: 'lactobacillus', dose: '10 billion CFU', times: ['08:00'] }),
      },
      { id: 'gluten-free', changes: daily({ menu: 'gluten_free' }) },
      { id: 'high-fibre', changes: daily({ menu: 'rural_high_fibre' }) },
      { id: 'coeliac', conditions: ['coeliac_untreated'] },
      {
        id: 'coeliac-gluten-free',
        conditions: ['coeliac_untreated'],
        changes: daily({ menu: 'gluten_free' }),
        against: 'coeliac',
      },
    ],
  },
];
