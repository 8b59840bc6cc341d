/** The validation report: one page that needs nothing else and can be read on paper. */
import type { Posterior } from '../../calibrate/posterior-file.ts';
import type { ModelSystem } from '../../language/system.ts';
import type { Gut } from '../../simulate/gut.ts';
import type { HonestyFile } from '../honesty-file.ts';
import type { ValidationPlan } from '../plan.ts';
import type { PredictedPlan, RowResult } from '../run-plan.ts';
import type { Summary } from '../score.ts';
import type { Validation } from '../validate-folder.ts';
import { courses, nullsChart, population, predictedOverObserved } from './charts.ts';
import { fits, howLeftOut, varianceTable } from './fit-sections.ts';
import { knownFailures } from './known-failures.ts';
import {
  escapeHtml,
  figure,
  missed,
  observedWords,
  paragraph,
  percent,
  section,
  styleSheet,
  tableHtml,
} from './page.ts';

export interface ReportData {
  readonly validation: Validation;
  readonly plan: ValidationPlan;
  readonly predicted: PredictedPlan;
  readonly gut: Gut;
  readonly posterior: Posterior | undefined;
  readonly honesty: HonestyFile | undefined;
}

export function reportHtml(data: ReportData): string {
  const sections = [
    purpose(),
    dataAndSplit(data),
    criteria(data),
    overview(data),
    groups(data),
    timeCourses(data),
    nulls(data),
    coverage(data),
    people(data),
    fits(data.honesty, older(data)),
    crossValidation(data),
    sensitivity(data),
    identifiability(data),
    rivals(data),
    shares(data),
    failures(data),
    versions(data),
  ];
  const links = [...sections.join('').matchAll(/<section id="([^"]+)"><h2>([^<]+)/g)]
    .map(([, id, title]) => `<a href="#${id}">${title}</a>`)
    .join(' ');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Zonula: validation report</title><style>${styleSheet}</style></head>
<body><h1>Zonula: validation report</h1>
<p class="quiet">How well the model of the gut barrier repeats what published human studies saw, and where it does not.</p>
<nav>${links}</nav>
${sections.join('\n')}
<script type="application/json" id="zonula-validation">${JSON.stringify(data.validation).replaceAll('<', '\\u003c')}</script>
</body></html>
`;
}

const purpose = (): string =>
  section(
    'purpose',
    'What the model is for',
    paragraph(
      'Zonula shows how the lining of the gut of an adult may change over weeks to a year with food, medicines, stress, exercise, alcohol and some diseases, and what laboratory tests would then show. It is meant for learning, for preparing a talk with a doctor or dietitian, and for research.',
    ),
    paragraph(
      'It is not a diagnosis and must not be used as one. It says nothing about children, pregnancy, cancer, infection that needs treatment, or what one particular person will feel. "Leaky gut" is a lay word for raised intestinal permeability.',
    ),
    paragraph(
      'The question of this report: given only who took part and what each group did, does the model predict the direction and the size of what the study measured, does it leave alone what good trials left alone, and are its bands as wide as its errors?',
    ),
  );

function dataAndSplit({ validation, plan }: ReportData): string {
  const { rows } = validation;
  const count = (test: (row: RowResult) => boolean): string => `${rows.filter(test).length}`;
  const kinds = [
    ['fitted: may be used for calibration', (row: RowResult) => row.role === 'calibrate' && counts(row)],
    ['validation only: never used for fitting', (row: RowResult) => row.role === 'validate' && counts(row)],
    [
      'negative: an exposure or treatment that did little',
      (row: RowResult) => row.role === 'negative' && counts(row),
    ],
    ['shown, not scored: the value is itself a parameter', (row: RowResult) => row.class === 'set'],
    [
      'shown, not scored: the model cannot fail it (by construction)',
      (row: RowResult) => row.class === 'by-construction',
    ],
    ['shown, not scored: the same data set the prior', (row: RowResult) => row.class === 'prior'],
    ['shown, not scored: a quotient of rows scored already', (row: RowResult) => row.class === 'read-out'],
    ['shown, not scored: no measured value', (row: RowResult) => row.class === 'not-observed'],
    ['not expressible: listed below with the reason', (row: RowResult) => row.class === 'not-expressible'],
  ] as const;
  const far = plan.problems.filter(({ code }) => code === 'Z3024');
  return section(
    'data',
    'Data, and how they were split',
    paragraph(
      `${plan.studies.length} plan files were run (${rows.length} rows). Roles were written into the files before any fit; the hash below is of those files. The model itself was not blind to them: after a first run its equations and defaults were mended where these rows showed a defect (docs/model-mends.md), so the numbers on this page describe, and do not predict. Each study has weight 1, however many rows it has.`,
    ),
    tableHtml(
      ['rows that are', 'number'],
      kinds.map(([name, test]) => [name, count(test)]),
      ['', 'number'],
    ),
    far.length === 0
      ? ''
      : `${paragraph(`Extrapolation: ${far.length} exposures of these studies lie outside the doses that the model's sources cover; what is predicted there is a guess.`)}<ul>${far
          .slice(0, 20)
          .map(
            ({ message, where }) =>
              `<li>${escapeHtml(message)} <span class="quiet">${escapeHtml(where?.file?.split('/').at(-1) ?? '')}</span></li>`,
          )
          .join('')}</ul>`,
  );
}

const counts = (row: RowResult): boolean => row.class === 'scored' || row.class === 'direction';

function criteria({ validation, honesty }: ReportData): string {
  const { summary } = validation;
  const shown = (name: string, value: number | undefined | null): string =>
    name.includes('fold error') ? figure(value ?? undefined) : percent(value ?? undefined);
  const line = (
    set: string,
    name: string,
    wanted: string,
    value: number | undefined | null,
    met: boolean | undefined,
  ): string[] => [
    set,
    escapeHtml(name),
    wanted,
    met === false
      ? missed(shown(name, value))
      : `<span class="${met ? 'met' : 'quiet'}">${shown(name, value)}</span>`,
  ];
  const cross = honesty?.crossValidation.total;
  return section(
    'criteria',
    'Criteria, set before any result',
    tableHtml(
      ['set', 'criterion', 'wanted', 'found'],
      [
        ...summary.criteria.map(({ name, wanted, value, met }) =>
          line('this plan', name, wanted, value, met),
        ),
        line(
          'this plan',
          'clearly better than a model in which nothing changes (within 2-fold, rows that compare)',
          'at least 20 points better',
          summary.onContrasts.within2fold === undefined || summary.nullModel.within2fold === undefined
            ? undefined
            : summary.onContrasts.within2fold - summary.nullModel.within2fold,
          summary.onContrasts.within2fold === undefined || summary.nullModel.within2fold === undefined
            ? undefined
            : summary.onContrasts.within2fold - summary.nullModel.within2fold >= 0.2,
        ),
        line(
          'groups left out',
          'direction right',
          'at least 85 %',
          cross?.directionRight,
          cross?.directionRight == null ? undefined : cross.directionRight >= 0.85,
        ),
        line(
          'groups left out',
          'within 2-fold',
          'at least 70 %',
          cross?.within2fold,
          cross?.within2fold == null ? undefined : cross.within2fold >= 0.7,
        ),
      ],
    ),
    paragraph('What is missed is shown in red, and its reasons stand under "Known failures".'),
  );
}

function overview({ validation, predicted }: ReportData): string {
  const { summary } = validation;
  const line = (name: string, value: (one: Summary) => string): string[] => [
    name,
    value(summary),
    value(summary.onContrasts),
    value(summary.nullModel),
  ];
  return section(
    'overview',
    'Predicted against observed',
    tableHtml(
      ['', 'this model, all rows', 'this model, rows that compare', 'nothing changes, rows that compare'],
      [
        line('rows', (one) => `${one.rows}`),
        line('direction right', (one) => percent(one.directionRight)),
        line('within 1.5-fold', (one) => percent(one.within1_5fold)),
        line('within 2-fold', (one) => percent(one.within2fold)),
        line('geometric mean fold error', (one) => figure(one.gmfe)),
        line('80 % bands hold', (one) => percent(one.coverage80)),
        line('counted negatives held', (one) => percent(one.negativesHeld)),
      ],
      ['', 'number', 'number', 'number'],
    ),
    paragraph(
      'A model in which no exposure does anything keeps every null. Nulls count only together with the effects, where it fails.',
    ),
    predictedOverObserved(validation.rows, predicted),
  );
}

function groups({ validation }: ReportData): string {
  const names = [...new Set(validation.rows.map(({ group }) => group))].sort();
  return section(
    'groups',
    'Group by group',
    ...names.map((name) => {
      const rows = validation.rows.filter(({ group }) => group === name);
      const folds = rows.flatMap((row) =>
        row.class === 'scored' && !row.margin && row.foldError !== undefined ? [Math.log(row.foldError)] : [],
      );
      const gmfe =
        folds.length === 0 ? undefined : Math.exp(folds.reduce((sum, x) => sum + x, 0) / folds.length);
      const counted = rows.filter(counts);
      const good = counted.filter(
        ({ verdict }) => verdict === 'good' || verdict === 'null-held' || verdict === 'within-2-fold',
      ).length;
      return `<h3>${escapeHtml(name)}</h3>${paragraph(`${counted.length} counted rows, ${good} of them within 2-fold or held; geometric mean fold error ${figure(gmfe)}.`)}${rowTable(rows)}`;
    }),
  );
}

function rowTable(rows: readonly RowResult[]): string {
  return tableHtml(
    ['row', 'role', 'observed', 'predicted (80 % band)', 'fold error', 'verdict', 'note'],
    rows.map((row) => [
      escapeHtml(row.id),
      escapeHtml(
        row.class === 'scored' || row.class === 'not-expressible' ? row.role : `${row.role}; ${row.class}`,
      ),
      observedText(row),
      predictedText(row),
      row.foldError === undefined ? '' : figure(row.foldError),
      verdictHtml(row),
      `${row.extrapolates ? '<b class="poor">beyond studied doses.</b> ' : ''}<span class="quiet">${escapeHtml((row.why ?? '').slice(0, 240))}</span>`,
    ]),
    ['', '', 'number', 'number', 'number', '', ''],
  );
}

function observedText({ observed, unit, margin, points }: RowResult): string {
  const unitText =
    unit === undefined || unit === 'x' || unit === '1' || unit === 'ratio' ? '' : ` ${escapeHtml(unit)}`;
  if (margin) return `${figure(margin[0])} to ${figure(margin[1])}`;
  if (points) return points.map((point) => observedWords(point.observed)).join(', ');
  return `${escapeHtml(observedWords(observed))}${typeof observed === 'number' ? unitText : ''}`;
}

function predictedText({ predicted, points }: RowResult): string {
  if (points) return points.map((point) => figure(point.predicted?.p50)).join(', ');
  return predicted ? `${figure(predicted.p50)} (${figure(predicted.p10)} to ${figure(predicted.p90)})` : '';
}

const verdictWords: Readonly<Record<RowResult['verdict'], string>> = {
  good: 'within 1.5-fold',
  'within-2-fold': 'within 2-fold',
  'wrong-size': 'wrong size',
  'wrong-direction': 'wrong direction',
  'null-held': 'held',
  'null-broken': 'not held',
  'not-scored': 'shown only',
  'not-expressible': 'not expressible',
};

function verdictHtml(row: RowResult): string {
  const words =
    row.kind === 'direction' && row.verdict === 'good' ? 'right direction' : verdictWords[row.verdict];
  const bad =
    row.verdict === 'wrong-size' || row.verdict === 'wrong-direction' || row.verdict === 'null-broken';
  if (bad && counts(row)) return missed(words);
  const tone =
    row.verdict === 'good' || row.verdict === 'null-held'
      ? 'good'
      : row.verdict === 'within-2-fold'
        ? 'poor'
        : 'quiet';
  return `<span class="${tone}">${words}</span>`;
}

const timeCourses = ({ validation, predicted }: ReportData): string => {
  const drawn = courses(validation.rows, predicted);
  return section(
    'courses',
    'Time courses and doses over data',
    drawn === '' ? paragraph('No row of this plan has several points.') : drawn,
  );
};

const nulls = ({ validation }: ReportData): string =>
  section(
    'nulls',
    'Nulls and their margins',
    paragraph(
      "The margin is the study's or the specification's, else 15 %. Rows that hold by construction, or whose data set the prior, are drawn but not counted.",
    ),
    nullsChart(validation.rows),
  );

/** Exported so that the section can be made again from a certificate. */
export function coverage({ validation }: Pick<ReportData, 'validation'>): string {
  const withSpread = validation.rows.filter((row) => row.covered !== undefined && counts(row) && !row.margin);
  const studies = new Set(withSpread.map(({ study }) => study)).size;
  const share = validation.summary.coverage80 ?? 0;
  return section(
    'coverage',
    'Are the bands honest?',
    paragraph(
      `The 80 % band of a row says what 80 % of studies of that size and design would report if the model and its uncertainty were right. ${withSpread.length} counted rows report a spread; their bands hold ${percent(validation.summary.coverage80)} of the observations (each study weighs 1; wanted: 70 % to 90 %).`,
    ),
    paragraph(
      `These are ${studies} studies, so that chance alone moves the share by about ${percent(Math.sqrt((share * (1 - share)) / Math.max(1, studies)))} either way, and the few draws of a run move the ends of the bands as well. Whether it lies inside the wanted range is not settled by one run; validation/README.md lists what other runs gave.`,
    ),
    withSpread.length === 0
      ? ''
      : tableHtml(
          ['row', 'observed', 'predicted (80 % band)', 'inside'],
          withSpread.map((row) => [
            escapeHtml(row.id),
            observedText(row),
            predictedText(row),
            row.covered === 1 ? 'yes' : row.covered === 0 ? 'no' : percent(row.covered),
          ]),
          ['', 'number', 'number', ''],
        ),
  );
}

/** What virtual people look like beside healthy values: the amounts that single-arm rows measure. */
function people({ validation, predicted }: ReportData): string {
  const drawn = validation.rows
    .filter((row) => row.group === 'healthy' || row.group === 'probe' || row.group === 'markers')
    .flatMap((row) => {
      const [only] = predicted.points.get(row.id) ?? [];
      if (only?.point.contrast !== 'absolute') return [];
      return [
        population(`${row.id} (${only.point.unit})`, only.prediction.perMember, {
          value: only.point.observed,
        }),
      ];
    })
    .filter((chart) => chart !== '')
    .slice(0, 9);
  return section(
    'people',
    'Virtual people',
    paragraph(
      'Groups of virtual people, one per draw of what is uncertain. The width is uncertainty about shared values and the scatter of small groups together.',
    ),
    drawn.length === 0 ? paragraph('Too few draws to show.') : `<div class="charts">${drawn.join('')}</div>`,
  );
}

/** Checks cost more than a run, and may be older than the model. */
const older = ({ honesty, validation }: ReportData): string =>
  honesty !== undefined && honesty.modelHash !== validation.zonula.modelHash
    ? paragraph(
        `These checks were made with an earlier state of the model (${honesty.modelHash.slice(0, 12)}; this run: ${validation.zonula.modelHash.slice(0, 12)}).`,
      )
    : '';

function crossValidation(data: ReportData): string {
  const { honesty } = data;
  if (!honesty)
    return section(
      'blind',
      'Expected blind performance',
      paragraph('Not done for this plan: run `npm run calibrate`.'),
    );
  const { total, groups: left } = honesty.crossValidation;
  return section(
    'blind',
    'Expected blind performance',
    paragraph(
      `Each group of studies was predicted by an ensemble that had not seen it: the fit was solved again without the group's studies from stored predictions, and the left-out rows were run (${honesty.members} draws). ${howLeftOut(honesty)} Another thing flatters the model: the defaults, presets and some equations were set and mended by hand with many of these same studies in sight, and leaving a group out of the update does not take it out of those: on studies that nobody has seen, expect less.`,
    ),
    older(data),
    tableHtml(
      [
        'group left out',
        'rows',
        'direction right',
        'within 2-fold',
        'fold error',
        '80 % bands',
        'nulls held',
      ],
      [
        ...left.map(({ group, summary }) => [escapeHtml(group), ...honestyCells(summary)]),
        ['<b>all</b>', ...honestyCells(total)],
      ],
      ['', 'number', 'number', 'number', 'number', 'number', 'number'],
    ),
  );
}

const honestyCells = (summary: HonestyFile['crossValidation']['total']): string[] => [
  `${summary.rows}`,
  percent(summary.directionRight),
  percent(summary.within2fold),
  figure(summary.gmfe),
  percent(summary.coverage80),
  percent(summary.negativesHeld),
];

function sensitivity({ honesty }: ReportData): string {
  if (!honesty?.sensitivity)
    return section(
      'sensitivity',
      'What moves what',
      honesty?.sobol ? varianceTable(honesty.sobol) : paragraph('Not done for this plan.'),
    );
  return section(
    'sensitivity',
    'What moves what',
    paragraph(
      `Elementary effects (Morris) of the parameters that correlate most with the data, ${honesty.sensitivity.trajectories} trajectories over the central 90 % of their priors; all others at their defaults. The number is the mean absolute change of the log of the prediction over the whole prior range.`,
    ),
    tableHtml(
      ['row', 'parameters, with their influence'],
      honesty.sensitivity.outputs.map(({ row, effects }) => [
        escapeHtml(row),
        effects
          .map(({ id, influence, mean }) => `${escapeHtml(id)} ${mean < 0 ? '-' : '+'}${figure(influence)}`)
          .join(', '),
      ]),
    ),
    varianceTable(honesty.sobol),
  );
}

function identifiability({ honesty }: ReportData): string {
  if (!honesty)
    return section('identifiability', 'What the data cannot tell', paragraph('Not done for this plan.'));
  const { narrowed, untouched, parameters, directions } = honesty.identifiability;
  return section(
    'identifiability',
    'What the data cannot tell',
    paragraph(
      `Of ${parameters} uncertain parameters the data left ${untouched} as wide as they were (more than 90 % of the prior SD remains): about these the model knows what its authors assumed, and nothing more. The narrowest:`,
    ),
    tableHtml(
      ['parameter', 'SD that remains', 'moved, prior SDs'],
      narrowed.map(({ id, remaining, shift }) => [escapeHtml(id), percent(remaining), figure(shift)]),
      ['', 'number', 'number'],
    ),
    paragraph(
      `${directions.length} combinations of parameters are told by the data more loudly than chance (signal over noise, largest first):`,
    ),
    tableHtml(
      ['signal', 'made of (share)'],
      directions.map(({ signal, loadings }) => [
        figure(signal),
        loadings.map(({ id, share }) => `${escapeHtml(id)} ${percent(share)}`).join(', '),
      ]),
      ['number', ''],
    ),
  );
}

function rivals({ honesty }: ReportData): string {
  const rows = honesty?.variants ?? [];
  const note = honesty?.irrelevant
    ? paragraph(
        `An exposure that the model knows nothing of (${honesty.irrelevant.exposure}) moved ${honesty.irrelevant.rows} watched quantities by ${honesty.irrelevant.largestChange === 0 ? 'exactly nothing' : `at most ${figure(honesty.irrelevant.largestChange)}`}.`,
      )
    : '';
  return section(
    'rivals',
    'Rival structures',
    rows.length < 2
      ? paragraph('No rival structure was run for this plan.')
      : `${paragraph('The reference person of each structure at default parameters, through the same rows.')}${tableHtml(
          [
            'structure',
            'direction right',
            'within 2-fold',
            'fold error',
            'nulls held',
            'worse than the base',
            'better',
          ],
          rows.map(({ name, summary, worse, better }) => [
            escapeHtml(name),
            percent(summary.directionRight),
            percent(summary.within2fold),
            figure(summary.gmfe),
            percent(summary.negativesHeld),
            worse.length === 0 ? '' : `${worse.length}: ${escapeHtml(worse.slice(0, 12).join(', '))}`,
            better.length === 0 ? '' : `${better.length}: ${escapeHtml(better.slice(0, 12).join(', '))}`,
          ]),
        )}`,
    note,
  );
}

const measuredGrades: ReadonlySet<string> = new Set(['human-in-vivo', 'human-ex-vivo', 'animal', 'in-vitro']);

function shares({ gut }: ReportData): string {
  const system: ModelSystem = gut.system;
  const counted = system.parameters.filter(
    ({ grade }) => measuredGrades.has(grade) || grade === 'fitted' || grade === 'assumed',
  );
  const share = (test: (grade: string) => boolean): string =>
    percent(counted.filter(({ grade }) => test(grade)).length / Math.max(1, counted.length));
  return section(
    'shares',
    'Measured, fitted, assumed',
    paragraph(`By count, of ${counted.length} parameters that are quantities of nature:`),
    tableHtml(
      ['', 'share'],
      [
        ['measured (in people, tissue, animals or dishes)', share((grade) => measuredGrades.has(grade))],
        ['fitted by hand to a named study', share((grade) => grade === 'fitted')],
        ['assumed', share((grade) => grade === 'assumed')],
      ],
      ['', 'number'],
    ),
    paragraph(
      'How much the outputs feel each parameter is under "What moves what" and in the model documentation.',
    ),
  );
}

function failures({ validation, honesty }: ReportData): string {
  const list = knownFailures(validation, honesty);
  const unspoken = validation.rows.filter(({ verdict }) => verdict === 'not-expressible');
  return section(
    'failures',
    'Known failures',
    list.length === 0
      ? paragraph('No counted row is missed.')
      : `<ul>${list.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`,
    `<h3>What the model cannot say</h3><details><summary>${unspoken.length} rows, each with its reason</summary>${tableHtml(
      ['row', 'reason'],
      unspoken.map((row) => [escapeHtml(row.id), escapeHtml(row.why ?? '')]),
    )}</details>`,
  );
}

function versions({ validation, posterior, plan }: ReportData): string {
  const { zonula, ensemble } = validation;
  const lines: [string, string][] = [
    ['Zonula', zonula.version],
    ['assembly', zonula.assembly],
    ['model hash', zonula.modelHash],
    ['plan hash', validation.plan.hash],
    [
      'plan folders',
      plan.folder
        .split(', ')
        .map((path) => path.split('/').slice(-3).join('/'))
        .join(', '),
    ],
    ['shared values drawn from', ensemble.from],
    ['draws x people', `${ensemble.members} x ${ensemble.people}`],
    ['seed', `${ensemble.seed}`],
    ...(posterior
      ? ([
          ['fit', posterior.method],
          ['fitted to plan', posterior.planHash],
          [
            'fitted with model',
            posterior.modelHash === zonula.modelHash ? 'the same' : `another: ${posterior.modelHash}`,
          ],
          ['seed of the fit', `${posterior.seed}`],
          ['misfit by step, standard errors', posterior.steps.map(({ misfit }) => figure(misfit)).join(', ')],
        ] as [string, string][])
      : []),
  ];
  const problems = validation.problems.filter(({ severity }) => severity !== 'note');
  return section(
    'versions',
    'Versions, seeds, hashes',
    tableHtml(
      ['', ''],
      lines.map(([name, value]) => [escapeHtml(name), `<code>${escapeHtml(value)}</code>`]),
    ),
    problems.length === 0
      ? ''
      : `<details><summary>${problems.length} problems and warnings of this run</summary><ul>${problems
          .map(({ code, message }) => `<li>${code}: ${escapeHtml(message)}</li>`)
          .join('')}</ul></details>`,
    paragraph(
      'The same files, model and seed give the same numbers: zonula validate --plan FOLDER --seed N --html report.html.',
    ),
  );
}
