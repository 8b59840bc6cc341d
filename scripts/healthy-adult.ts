/**
 * Writes `docs/healthy-adult.md`: the healthy adult beside published values, the reference person and drawn people.
 *
 *     node scripts/healthy-adult.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { foodTableKnowledge, readPersonDocument } from '../src/person/index.ts';
import { jobsFor, timelineOf } from '../src/population/index.ts';
import type { PersonCourse, PersonJob } from '../src/simulate/contract.ts';
import { quantiles } from '../src/simulate/quantiles.ts';
import { createNodeRunner } from '../src/simulate/runner-node.ts';

const people = 60;
const day = 1;

interface Marker {
  readonly name: string;
  readonly unit: string;
  readonly read:
    | { readonly test: string; readonly result: string }
    | { readonly series: string; readonly factor?: number };
  /** What healthy people show; `how` says what kind of range it is. */
  readonly published: readonly [low: number, high: number];
  readonly how: string;
  readonly source: string;
  /** The value is itself a parameter of the model: agreement says nothing. */
  readonly set?: true;
}

const markers: readonly Marker[] = [
  {
    name: 'Lactulose in urine, 0 to 5 h',
    unit: '%',
    read: { test: 'two_sugar', result: 'lactulose_0_5h' },
    published: [0.087, 0.4],
    how: 'mean ± SD',
    source: 'dastych-2008',
  },
  {
    name: 'Mannitol in urine, 0 to 5 h',
    unit: '%',
    read: { test: 'two_sugar', result: 'mannitol_0_5h' },
    published: [11, 18.5],
    how: 'range of studies, 14.1 in the largest',
    source: 'andre-1987',
  },
  {
    name: 'Lactulose over mannitol',
    unit: '1',
    read: { test: 'two_sugar', result: 'ratio_0_5h' },
    published: [0.0042, 0.0204],
    how: 'mean ± SD',
    source: 'dastych-2008',
  },
  {
    name: 'Lactulose over rhamnose',
    unit: '1',
    read: { test: 'multi_sugar', result: 'lactulose_rhamnose_0_5h' },
    published: [0.022, 0.034],
    how: 'interquartile',
    source: 'triple-sugar-ileostomy-2004',
  },
  {
    name: 'Sucralose in urine, 0 to 24 h',
    unit: '%',
    read: { test: 'multi_sugar', result: 'sucralose_0_24h' },
    published: [1.17, 1.68],
    how: 'interquartile',
    source: 'triple-sugar-ileostomy-2004',
  },
  {
    name: '51Cr-EDTA in urine, 0 to 24 h',
    unit: '%',
    read: { test: 'cr_edta', result: 'edta_0_24h' },
    published: [1.88, 2.86],
    how: 'interquartile',
    source: 'suenaert-2002',
  },
  {
    name: 'Endotoxin by the limulus test',
    unit: 'pg/mL',
    read: { test: 'lal_endotoxin', result: 'lal' },
    published: [1.17, 13.5],
    how: 'interquartile of two studies',
    source: 'ifabp-lps-ref-2017',
    set: true,
  },
  {
    name: 'LPS-binding protein',
    unit: 'ug/mL',
    read: { test: 'lbp', result: 'lbp' },
    published: [5.4, 9],
    how: 'mean ± SD',
    source: 'pastorrojo2007',
    set: true,
  },
  {
    name: 'Faecal calprotectin, age 40',
    unit: 'ug/g',
    read: { test: 'fecal_calprotectin', result: 'calprotectin' },
    published: [5, 50],
    how: 'usual cut-off 50; the lower end is assumed',
    source: 'calprotectin-age-2020',
    set: true,
  },
  {
    name: 'Citrulline',
    unit: 'umol/L',
    read: { test: 'citrulline', result: 'citrulline' },
    published: [30, 50],
    how: 'around 40; the width is assumed',
    source: 'crenn-2008',
    set: true,
  },
  {
    name: 'C-reactive protein',
    unit: 'mg/L',
    read: { series: 'crp' },
    published: [0.2, 3],
    how: 'median 0.8, 90th percentile 3',
    source: 'hs-crp-assay',
    set: true,
  },
  {
    name: 'Acids in the distal colon',
    unit: 'mmol/L',
    read: { series: 'dc_scfa' },
    published: [60, 100],
    how: 'around 80 at autopsy',
    source: 'kettle-2022',
  },
  {
    name: 'Acids made in a day',
    unit: 'mmol/d',
    read: { series: 'scfa_production', factor: 24 },
    published: [328, 567],
    how: 'range',
    source: 'arnoldini-2025',
  },
  {
    name: 'Bacteria out in a day',
    unit: 'g/d',
    read: { series: 'bacteria_out', factor: 24 },
    published: [12.4, 19.9],
    how: 'range',
    source: 'arnoldini-2025',
  },
  {
    name: 'Stool weight',
    unit: 'g/d',
    read: { test: 'stool_weight', result: 'weight' },
    published: [75, 225],
    how: 'water 50 to 175 g, solids 25 to 50 g',
    source: 'kettle-2022',
  },
  {
    name: 'Share of bifidobacteria',
    unit: '%',
    read: { series: 'share_bif', factor: 100 },
    published: [0.7, 16.8],
    how: '10th to 90th percentile of study means',
    source: 'arnoldini-2025',
  },
  {
    name: 'Share of Enterobacteriaceae',
    unit: '%',
    read: { series: 'share_ent', factor: 100 },
    published: [0.27, 9.4],
    how: '10th to 90th percentile of study means',
    source: 'arnoldini-2025',
  },
  {
    name: 'Inner mucus of the left colon',
    unit: 'um',
    read: { series: 'mu_in', factor: 130 },
    published: [66, 202],
    how: 'mean ± SD',
    source: 'pullan-1994',
    set: true,
  },
];

const tests = [...new Set(markers.flatMap(({ read }) => ('test' in read ? [read.test] : [])))];
const series = markers.flatMap(({ read }) => ('series' in read ? [read.series] : []));
const { normalised } = readPersonDocument(
  {
    zonula: 1,
    person: { age: 40, weight: '72 kg', height: '172 cm', conditions: [] },
    habitual: { menu: 'western' },
    tests: tests.map((test) => ({ test, day })),
    horizon: '3 days',
  },
  { foods: foodTableKnowledge },
);
if (!normalised) throw new Error('the person of this page cannot be read');
const timelines = [timelineOf(normalised, undefined)];
const runner = createNodeRunner();
const jobs: PersonJob[] = jobsFor(normalised, timelines, { people, seed: 1 }).map((job) => ({
  ...job,
  series,
}));
const [reference] = (await runner.run([{ ...(jobs[0] as PersonJob), spread: 'default' }]))[0] ?? [];
const drawn = (await runner.run(jobs)).map(([course]) => course as PersonCourse);
await runner.close();
if (!reference) throw new Error('the reference person was not run');

function readingOf({ read }: Marker, course: PersonCourse): number {
  if ('test' in read)
    return course.tests.find(({ test }) => test === read.test)?.exact[read.result] ?? Number.NaN;
  return (course.daily[read.series]?.[day] ?? Number.NaN) * (read.factor ?? 1);
}
const shown = (value: number): string => String(Number(value.toPrecision(3)));
const rows = markers.map((marker) => {
  const value = readingOf(marker, reference);
  const { p10, p50, p90 } = quantiles(
    drawn.map((course) => readingOf(marker, course)),
    marker.unit,
  );
  const [low, high] = marker.published;
  const verdict = value >= low && value <= high ? '🟢 inside' : '🔴 outside';
  const spread =
    p10 > high || p90 < low ? 'apart' : p10 < low / 2 || p90 > high * 2 ? 'wider than people' : 'like people';
  return `| ${marker.name} | ${marker.unit} | ${shown(low)} to ${shown(high)} (${marker.how}; \`${marker.source}\`) | ${shown(value)} | ${verdict}${marker.set ? ' (set)' : ''} | ${shown(p50)} (${shown(p10)} to ${shown(p90)}) | ${spread} |`;
});
const text = `# The healthy adult beside published values

Written by \`node scripts/healthy-adult.ts\`. An adult of 40 on the imputed Western day menu, full assembly. The reference person has every parameter at its default. ${people} drawn people differ both in what is uncertain for all and in what makes people differ (priors, without the fit); the brackets hold 80 of 100 of them, without the scatter of laboratories. "Set": the value is itself a parameter, so agreement says nothing. "Wider than people": the middle 80 % reach to less than half or more than twice the published range; the model then claims less than is known.

| Marker | Unit | Published | Reference person | | Drawn people | Spread |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
writeFileSync(fileURLToPath(new URL('../docs/healthy-adult.md', import.meta.url)), text);
process.stdout.write(text);
