import type { NormalisedFile } from '../../person/index.ts';
import { findTest } from '../../simulate/laboratory-tests.ts';
import type { CompareResult, PlanRun, RunResult } from '../../simulate/result.ts';
import { seriesTitles } from '../../simulate/series.ts';
import { symptomDefinitions } from '../../simulate/symptom-definitions.ts';
import { plainNumber, unitText, valueText, withUnit } from '../text/numbers.ts';
import { placeText } from '../text/problem-lines.ts';
import { sparkline } from '../text/sparkline.ts';
import { table, wrapped } from '../text/table.ts';
import { changesOf } from './change-sentences.ts';
import { isLeadResult, type LeadSeries, leadGroups } from './lead-series.ts';
import { personSentence } from './person-sentence.ts';

const sparkLength = 24;
/** More sentences than this nobody reads; the rest stands in the table. */
const mostSentences = 7;
/** Warnings that stand before all numbers: they are about the person, not about the file. */
const firstCodes: ReadonlySet<string> = new Set(['Z5040', 'Z5041', 'Z5042']);

export interface SummaryContext {
  readonly file: NormalisedFile;
  readonly width: number;
  readonly usual: (id: string) => number | undefined;
  /** Modules of the full model that were not in this run. */
  readonly absentModules: readonly string[];
}

/** A run without a plan, as a person reads it. */
export function lifeSummary(result: RunResult, context: SummaryContext): string {
  const life: PlanRun = {
    plan: '',
    series: result.series,
    tests: result.tests,
    symptoms: result.symptoms,
  };
  return join([
    heading(context, result, undefined),
    first(result, context),
    stateTable(life, context),
    testLines([life], context),
    honest(result, context),
    warningLines(result, context),
  ]);
}

/** One plan, or several, beside life without a change. */
export function planSummary(result: CompareResult, context: SummaryContext): string {
  const many = result.plans.length > 1;
  return join([
    heading(
      context,
      result,
      result.plans.map(({ plan }) => plan),
    ),
    first(result, context),
    ...result.plans.flatMap((plan) => [
      planChanges(result.withoutChange, plan, result.people, context, many),
      planTable(result.withoutChange, plan, context, many),
      symptomLines(plan, result.people, context, many),
    ]),
    testLines([result.withoutChange, ...result.plans], context),
    honest(result, context),
    warningLines(result, context),
  ]);
}

const join = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;

function heading(
  { file, width }: SummaryContext,
  { people, seed }: Pick<RunResult, 'people' | 'seed'>,
  plans: readonly string[] | undefined,
): string {
  const weeks = file.horizonDays / 7;
  const length = weeks >= 2 ? `${plainNumber(weeks).replace(/\.0+$/, '')} weeks` : `${file.horizonDays} days`;
  const beside = plans
    ? `${plans.length > 1 ? 'Plans' : 'Plan'} ${plans.map((name) => `"${name}"`).join(', ')}, beside the same person without a change.`
    : 'No change: life as it is.';
  return [
    file.title ?? 'A person',
    '',
    wrapped(personSentence(file), width),
    wrapped(
      `${beside} ${length}, ${people === 1 ? 'one virtual person' : `${people} virtual people`} (seed ${seed}). ${people === 1 ? 'One alone has no range: ask for more with --people 20.' : 'Brackets hold 80 of 100 such people.'}`,
      width,
    ),
  ].join('\n');
}

/** What must be read before any number. */
function first({ warnings }: Pick<RunResult, 'warnings'>, { width }: SummaryContext): string {
  const before = warnings.filter(({ code }) => firstCodes.has(code));
  if (before.length === 0) return '';
  return [
    'Before anything else',
    ...before.map(({ message, fix }) => bullet(fix ? `${message} ${fix}` : message, width)),
  ].join('\n');
}

const bullet = (text: string, width: number): string => `  - ${wrapped(text, width - 4, '    ').trimStart()}`;

function stateTable({ series }: PlanRun, context: SummaryContext): string {
  const rows: string[][] = [['', 'now', '80 of 100', 'usual', 'last day', 'course']];
  const groups: string[] = [];
  for (const group of leadGroups) {
    const start = rows.length;
    for (const lead of group.series) {
      const band = series[lead.id];
      if (!band) continue;
      const last = band.p50.length - 1;
      const say = (value: number | undefined): string =>
        value === undefined ? '-' : valueText(value, lead.id);
      const now = band.p50[0];
      rows.push([
        seriesTitles[lead.id]?.title ?? lead.id,
        withUnit(say(now), unitText(band.unit, lead.id)),
        `${say(band.p10[0])} to ${say(band.p90[0])}`,
        say(lead.usual ?? context.usual(lead.id)),
        say(band.p50[last]),
        course(lead, band.p50),
      ]);
    }
    if (rows.length > start) groups[start] = group.title;
  }
  const lines = table(rows, ['left', 'right', 'left', 'right', 'right', 'left']).split('\n');
  return [
    'How it looks',
    ...lines.flatMap((line, i) => (groups[i] ? ['', `  ${groups[i]}`, line] : [line])),
    '',
    wrapped(
      '"Usual" is the model\'s healthy adult on its reference Western diet: a yardstick, not a goal.',
      context.width,
      '  ',
    ),
  ].join('\n');
}

function course(lead: LeadSeries, values: readonly number[]): string {
  const middle = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const reach = Math.max(
    lead.noticeable ?? 0.1 * Math.abs(middle),
    ...values.map((value) => Math.abs(value - middle)),
  );
  return sparkline(values, sparkLength, middle - reach, middle + reach);
}

/** A title inside a sentence: names keep their capital. */
const inSentence = (title: string): string =>
  /^(Bacteroides|C-reactive|LPS|pH)/.test(title) ? title : `${title[0]?.toLowerCase()}${title.slice(1)}`;

type ComparedPlan = CompareResult['plans'][number];

function planChanges(
  without: PlanRun,
  plan: ComparedPlan,
  people: number,
  { width }: SummaryContext,
  many: boolean,
): string {
  const { changes, unchanged } = changesOf(without, plan, people);
  const title = many ? `What changes with "${plan.plan}"` : 'What changes';
  if (changes.length === 0)
    return `${title}\n${wrapped('Nothing in the lining, the bacteria or the blood changes by a tenth or more.', width, '  ')}`;
  return [
    title,
    ...changes.slice(0, mostSentences).map(({ text }) => bullet(text, width)),
    ...(changes.length > mostSentences
      ? [
          wrapped(
            `Smaller changes: ${changes
              .slice(mostSentences)
              .map(({ short }) => inSentence(short))
              .join('; ')}.`,
            width,
            '  ',
          ),
        ]
      : []),
    ...(unchanged.length > 0
      ? [wrapped(`Less than a tenth: ${unchanged.map(inSentence).join(', ')}.`, width, '  ')]
      : []),
  ].join('\n');
}

function planTable(without: PlanRun, plan: ComparedPlan, context: SummaryContext, many: boolean): string {
  const rows: string[][] = [['', 'without', 'with', '80 of 100', 'course with the plan']];
  for (const lead of leadGroups.flatMap(({ series }) => series)) {
    const before = without.series[lead.id];
    const after = plan.series[lead.id];
    if (!before || !after) continue;
    const last = after.p50.length - 1;
    const say = (value: number | undefined): string => valueText(value ?? Number.NaN, lead.id);
    rows.push([
      seriesTitles[lead.id]?.title ?? lead.id,
      say(before.p50[last]),
      withUnit(say(after.p50[last]), unitText(after.unit, lead.id)),
      `${say(after.p10[last])} to ${say(after.p90[last])}`,
      course(lead, after.p50),
    ]);
  }
  return [
    `${many ? `"${plan.plan}"` : 'All of it'}, on the last day (day ${context.file.horizonDays - 1})`,
    table(rows, ['left', 'right', 'right', 'left', 'left']),
  ].join('\n');
}

function symptomLines(plan: ComparedPlan, people: number, { width }: SummaryContext, many: boolean): string {
  const noticed = symptomDefinitions.flatMap(({ id, title }) => {
    const symptom = plan.symptoms[id];
    return symptom && symptom.chanceOfChange > 0 ? [{ title, symptom }] : [];
  });
  const lines =
    noticed.length === 0
      ? [
          wrapped(
            'In the last week, no symptom differs noticeably from the same person on placebo, in any of the virtual people.',
            width,
            '  ',
          ),
        ]
      : noticed.map(({ title, symptom }) =>
          bullet(
            `${title}: ${Math.round(symptom.chanceOfChange * people)} of ${people} virtual people would notice a difference from placebo in the last week (evidence ${symptom.evidence}).${symptom.note ? ` ${symptom.note}` : ''}`,
            width,
          ),
        );
  return [many ? `Symptoms with "${plan.plan}"` : 'Symptoms', ...lines].join('\n');
}

function testLines(lives: readonly PlanRun[], { width }: SummaryContext): string {
  const [base] = lives;
  if (!base || base.tests.length === 0) return '';
  const rows: string[][] = [];
  const notes = new Set<string>();
  base.tests.forEach(({ test, day, results, notModelled, caution }, at) => {
    const definition = findTest(test);
    const title = definition?.title ?? test;
    if (notModelled) {
      rows.push([`${title}, day ${day}`, notModelled]);
      return;
    }
    if (caution) notes.add(`${title}: ${caution}`);
    for (const id of Object.keys(results)) {
      if (!isLeadResult(test, id)) continue;
      const cells = lives.map((life) => {
        const result = life.tests[at]?.results[id];
        if (!result) return '-';
        const say = (value: number): string => valueText(value, '');
        return `${say(result.p50)} (${say(result.p10)} to ${say(result.p90)})`;
      });
      const unit = results[id]?.unit ?? '';
      rows.push([
        `${title}, day ${day}`,
        withUnit(words(id), unit === '1' || unit === 'ratio' || unit === 'pH' ? '' : `[${unit}]`),
        ...cells,
      ]);
    }
  });
  const header =
    lives.length > 1 ? [['', '', ...lives.map(({ plan }, i) => (i === 0 ? 'without' : plan))]] : [];
  const short = rows.map((row, i) => (i > 0 && rows[i - 1]?.[0] === row[0] ? ['', ...row.slice(1)] : row));
  return [
    'What a laboratory would report (with the scatter of days and laboratories)',
    table([...header, ...short], ['left', 'left', ...lives.map(() => 'left' as const)]),
    ...[...notes].map((note) => wrapped(note, width, '  ')),
  ].join('\n');
}

const words = (id: string): string => id.replace(/_(\d+)_(\d+)h$/, ', $1 to $2 h').replaceAll('_', ' ');

/** Nutrients whose coverage matters to the model, with the words for them. */
const coverageNutrients = {
  fibre_g: 'fibre',
  resistant_starch_g: 'resistant starch',
  fructan_g: 'fructans',
  fat_g: 'fat',
  gluten_g: 'gluten',
} as const;

function honest(
  { zonula, coverage }: Pick<RunResult, 'zonula' | 'coverage'>,
  { width, absentModules }: SummaryContext,
): string {
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  const { measured, fitted, assumed } = zonula.assumedShare;
  const foods = Object.entries(coverageNutrients).map(
    ([id, name]) => `${name} ${percent(coverage[id] ?? 0)}`,
  );
  const lines = [
    `Of the model's numbers ${percent(assumed)} are assumed, ${percent(fitted)} tuned to studies, ${percent(measured)} measured. The brackets hold what is known to be unknown; much is not.`,
    `Known food values of the usual diet: ${foods.join(', ')}. What is unknown was filled in with its spread, never with zero.`,
    ...(absentModules.length > 0
      ? [`Not in this smaller model: ${absentModules.length} modules (zonula model modules).`]
      : []),
    'This is a model under these assumptions, not a diagnosis. Talk to your doctor before you start or stop a medicine.',
  ];
  return ['How sure', ...lines.map((line) => bullet(line, width))].join('\n');
}

function warningLines({ warnings }: Pick<RunResult, 'warnings'>, { width }: SummaryContext): string {
  const rest = warnings.filter(({ code }) => !firstCodes.has(code));
  if (rest.length === 0) return '';
  return [
    'To know',
    ...rest.map(({ code, message, where, fix }) => {
      const place = placeText(where);
      return bullet(
        [`${message}`, fix, `(${code}${place ? `, ${place}` : ''})`].filter(Boolean).join(' '),
        width,
      );
    }),
  ].join('\n');
}
