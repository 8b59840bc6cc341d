/**
 * The report for a professional: two A4 pages of HTML that need nothing else and print well in black and white.
 */
import { findReference, shortCitation } from '../evidence/index.ts';
import { menus, type NutrientId, nutrients } from '../foods/index.ts';
import { conditionOf, exposureById, type NormalisedFile } from '../person/index.ts';
import type { PersonFacts } from './facts.ts';
import { outcomeById } from './outcomes.ts';
import { intervalPlot } from './report-plot.ts';
import { reportStyle } from './report-style.ts';
import { type ReportWords, reportWords, safetyQuestionWords, verifiedWords } from './report-words.ts';
import type { EvaluatedChange, Ranking } from './result.ts';
import { gradeInWords, readable } from './why.ts';
import { type Language, withDecimalSign } from './wording.ts';

/** Rows of the ranking, and of those how many are explained. */
const rankedRows = 8;
const explainedRows = 4;
const mostReferences = 18;
const mostTests = 4;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const plain = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

const nutrientsShown: readonly NutrientId[] = [
  'energy_kcal',
  'fibre_g',
  'saturated_fat_g',
  'free_sugars_g',
  'fructan_g',
  'gos_g',
  'polyols_g',
  'resistant_starch_g',
  'lactose_g',
  'gluten_g',
  'alcohol_g',
  'vitamin_d_ug',
];

/** Series of the table "the lining now", with the outcome that tells what a change does to it. */
const liningRows = [
  ['pl_sb', 'lining_small_bowel'],
  ['pl_co', 'lining_colon'],
  ['dc_butyrate', 'butyrate'],
  ['dc_scfa', 'acids'],
  ['crp', 'crp'],
  ['il6', 'interleukin_6'],
  ['lps_free', 'endotoxin'],
  ['d25', 'vitamin_d_status'],
] as const;

export interface ReportOptions {
  readonly file: NormalisedFile;
  readonly facts: PersonFacts;
  readonly language?: Language;
  /** Printed as the day of the report; left out where it is not known. */
  readonly date?: string;
}

/** The whole document as text: a file that needs nothing else. */
export function professionalReport(ranking: Ranking, options: ReportOptions): string {
  const language = options.language ?? 'en';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${plain(reportWords[language].title)}</title><style>${reportStyle}</style></head><body>
${reportPages(ranking, options)}
</body></html>
`;
}

/** The two pages alone, for a document that brings `reportStyle` itself; without inline styles, which the app's policy forbids. */
export function reportPages(ranking: Ranking, options: ReportOptions): string {
  const language = options.language ?? 'en';
  const words = reportWords[language];
  const references = referencesOf(ranking);
  const foot = (page: number): string =>
    `<div class="foot"><span>Zonula ${plain(ranking.zonula.version)}, ${language === 'es' ? 'modelo' : 'model'} ${plain(ranking.zonula.modelHash.slice(0, 12))}, ${ranking.people} ${language === 'es' ? 'personas virtuales, semilla' : 'virtual people, seed'} ${ranking.seed}${options.date ? `, ${plain(options.date)}` : ''}</span><span>${words.page} ${page} ${words.of} 2</span></div>`;
  return `<article class="report" lang="${language}"><section class="page">
<h1>${plain(words.title)}</h1><p class="small">${plain(words.subtitle)}</p>
${doctor(ranking)}
<div class="two"><div><h2>${words.who}</h2>${who(ranking, options, words, language)}</div>
<div><h2>${words.ownData}</h2>${ownData(ranking, words)}</div></div>
<h2>${words.wentIn}</h2>${wentIn(options, words, language)}
<h2>${words.lining}</h2>${lining(ranking, words, language)}
<h2>${words.ranking}</h2>${rankingTable(ranking, words)}
${foot(1)}
</section>
<section class="page">
<h2>${words.explained}</h2>${explained(ranking, language)}
<div class="two"><div><h2>${words.noEffect}</h2><p class="small">${plain(ranking.noEffectDetails.map(({ title }) => title).join('; ') || '–')}</p>${recommended(ranking, words)}
<h2>${words.tests}</h2>${tests(ranking, words)}</div>
<div><h2>${words.notForYou}</h2>${notForYou(ranking)}
<h2>${words.limits}</h2>${limits(language)}</div></div>
<h2>${words.assumptions}</h2>${assumptions(ranking, language)}
<h2>${words.references}</h2><ol class="refs">${references.map((id) => `<li>${plain(cited(id, language))}</li>`).join('')}</ol>
${foot(2)}
</section></article>`;
}

/** On a narrow screen the table scrolls in its place; the keyboard can then reach it too. */
const scrolling = (table: string, label: string): string =>
  `<div class="wide" tabindex="0" role="group" aria-label="${plain(label)}">${table}</div>`;

function doctor({ doctor: notes }: Ranking): string {
  return notes.length === 0
    ? ''
    : `<div class="doctor">${notes.map(({ says }) => plain(says)).join('<br>')}</div>`;
}

function who(
  ranking: Ranking,
  { file: { person, title } }: ReportOptions,
  words: ReportWords,
  language: Language,
): string {
  const es = language === 'es';
  const sex = { female: es ? 'mujer' : 'woman', male: es ? 'hombre' : 'man' };
  const body = [
    `${person.ageYears} ${es ? 'años' : 'years'}`,
    person.sex ? sex[person.sex] : undefined,
    person.weightKg === undefined ? undefined : `${Math.round(person.weightKg)} kg`,
    person.heightCm === undefined ? undefined : `${Math.round(person.heightCm)} cm`,
    person.bmi === undefined
      ? undefined
      : `${es ? 'IMC' : 'BMI'} ${withDecimalSign(person.bmi.toFixed(1), language)}`,
  ].filter((part) => part !== undefined);
  const conditions = (person.conditions ?? []).map((id) => {
    const { labelEn, labelEs } = conditionOf(id);
    return es ? labelEs : labelEn;
  });
  const complaints = ranking.complaints.map(({ title: name, meanScore }) =>
    meanScore === null ? name : `${name} ${withDecimalSign(String(meanScore), language)}/10`,
  );
  return [
    title ? `<p><b>${plain(title)}</b></p>` : '',
    `<p>${plain(body.join(', '))}.</p>`,
    conditions.length > 0 ? `<p>${plain(conditions.join('; '))}.</p>` : '',
    complaints.length > 0
      ? `<p>${es ? 'Molestias' : 'Complaints'}: ${plain(complaints.join(', '))}.</p>`
      : '',
    ranking.unanswered.length > 0
      ? `<p class="small">${words.unanswered}: ${plain(ranking.unanswered.map((flag) => safetyQuestionWords[flag][language]).join('; '))}.</p>`
      : '',
  ].join('');
}

function ownData({ ownData: data }: Ranking, words: ReportWords): string {
  if (!data) return `<p>${words.ownNone}</p>`;
  return [
    `<p>${plain(data.says)}</p><ul class="small">`,
    ...data.used.slice(0, 5).map(({ what, how }) => `<li>${plain(what)}: ${plain(how)}</li>`),
    ...data.ignored.slice(0, 3).map(({ what, because }) => `<li>${plain(what)}: ${plain(because)}</li>`),
    '</ul>',
  ].join('');
}

function wentIn({ file, facts }: ReportOptions, words: ReportWords, language: Language): string {
  const es = language === 'es';
  const { diet } = file.habitual;
  const menu = diet?.kind === 'menu' ? menus.find(({ id }) => id === diet.menuId) : undefined;
  const eaten = menu ? (es ? menu.titleEs : menu.titleEn) : es ? 'Semana propia' : 'Own week';
  const habits = facts.uses.map(({ use, daysPerWeek }) => {
    const exposure = exposureById(use.exposureId);
    const name = (es ? exposure?.labelEs : exposure?.labelEn) ?? use.exposureId;
    const often =
      daysPerWeek >= 7 ? '' : es ? `, ${daysPerWeek} días/semana` : `, ${daysPerWeek} days a week`;
    const times = use.atHours.length > 1 ? ` × ${use.atHours.length}` : '';
    return `${name}: ${withDecimalSign(String(Number(use.dose.toPrecision(3))), language)} ${exposure?.unit ?? ''}${times}${often}`;
  });
  const cells = nutrientsShown.map((id) => {
    const { known, imputed, standardDeviation, coverage } = facts.nutrients.totals[id];
    const { nameEn, nameEs, unit } = nutrients[id];
    const mean = known + imputed;
    const digits = mean >= 100 ? 0 : 1;
    return `<td>${plain(es ? nameEs : nameEn)}<br><b>${withDecimalSign(mean.toFixed(digits), language)}</b> ± ${withDecimalSign(standardDeviation.toFixed(digits), language)} ${unit === 'ug' ? 'µg' : unit}<br><span class="small">${Math.round(100 * coverage)} % ${words.coverage}</span></td>`;
  });
  const rows = [cells.slice(0, 6), cells.slice(6)].map((row) => `<tr>${row.join('')}</tr>`).join('');
  return `<p>${plain([eaten, ...habits].join('; '))}.</p>${scrolling(`<table class="small">${rows}</table>`, words.wentIn)}`;
}

function lining(ranking: Ranking, words: ReportWords, language: Language): string {
  const [first] = ranking.changes.filter(({ outcomes }) => outcomes.lining_small_bowel);
  const weeks = first
    ? [...Object.entries(first.atHorizons), [String(first.horizonWeeks), first.outcomes] as const].sort(
        ([a], [b]) => Number(a) - Number(b),
      )
    : [];
  const head = `<tr><td></td><th class="n">${words.now} (80 %)</th>${weeks
    .map(([week]) => `<th class="n">${words.at} ${week}</th>`)
    .join('')}</tr>`;
  const rows = liningRows.flatMap(([series, id]): string[] => {
    const now = ranking.now[series];
    if (!now) return [];
    const outcome = outcomeById(id);
    const number = (value: number): string =>
      withDecimalSign(Number(value.toPrecision(2)).toString(), language);
    const unit = now.unit === '1' ? (language === 'es' ? '× sano' : '× healthy') : now.unit;
    const cells = weeks.map(([, outcomes]) => {
      const effect = outcomes[id];
      return effect
        ? `<td class="n">${readable(effect.p50, outcome.decimals, language)} (${readable(effect.p10, outcome.decimals, language)} ; ${readable(effect.p90, outcome.decimals, language)}) ${outcome.unit[language] === 'nmol/L' ? 'nmol/L' : '%'}</td>`
        : '<td></td>';
    });
    return [
      `<tr><td>${plain(outcome.title[language])}</td><td class="n">${number(now.p50)} (${number(now.p10)} – ${number(now.p90)}) ${plain(unit)}</td>${cells.join('')}</tr>`,
    ];
  });
  return `${first ? `<p>${words.after}: <b>${plain(first.title)}</b></p>` : ''}${scrolling(`<table class="small">${head}${rows.join('')}</table>`, words.lining)}`;
}

function rankingTable(ranking: Ranking, words: ReportWords): string {
  if (ranking.changes.length === 0) return `<p><b>${plain(ranking.headline)}</b></p>`;
  const rows = ranking.changes.slice(0, rankedRows).map((change, index) => {
    const previous = ranking.changes[index - 1];
    const apart = previous !== undefined && previous.tieGroup !== change.tieGroup;
    const { by } = change.score;
    const result = by === undefined ? undefined : change.outcomes[by];
    const line = apart ? ' class="apart"' : '';
    const effect =
      by !== undefined && result
        ? `${plain(outcomeById(by).title[languageOf(words)])}: <b>${readable(result.p50, outcomeById(by).decimals, languageOf(words))}</b> (${readable(result.p10, outcomeById(by).decimals, languageOf(words))} ; ${readable(result.p90, outcomeById(by).decimals, languageOf(words))}) ${plain(result.unit)}`
        : '–';
    return `<tr${line}><td class="n">${index + 1}</td><td>${plain(change.title)}</td><td>${effect}</td><td>${by !== undefined && result ? intervalPlot(by, result) : ''}</td><td class="n">${Math.round(20 * change.score.chance)}/20</td><td>${change.grade}</td><td class="n">${change.timeToNotice ? change.timeToNotice.weeks : '–'}</td></tr>`;
  });
  return `<p><b>${plain(ranking.headline)}</b></p>${scrolling(`<table class="small"><tr><th class="n">#</th><th>${words.change}</th><th>${words.effect}</th><th>${words.plot}</th><th class="n">${words.counts}</th><th>${words.grade}</th><th class="n">${words.weeks}</th></tr>${rows.join('')}</table>`, words.ranking)}<p class="small">${words.tie}</p>`;
}

const languageOf = (words: ReportWords): Language => (words === reportWords.es ? 'es' : 'en');

function explained(ranking: Ranking, language: Language): string {
  const one = (change: EvaluatedChange): string => {
    const { measured, fitted, assumed } = change.shares;
    const percent = (share: number): string => `${Math.round(100 * share)} %`;
    // What the effects of trials rest on is the trials.
    const rests =
      language === 'es'
        ? `Descansa en parámetros medidos ${percent(measured)}, ajustados ${percent(fitted)}, supuestos ${percent(assumed)}.`
        : `Rests on measured ${percent(measured)}, fitted ${percent(fitted)}, assumed ${percent(assumed)} parameters.`;
    const modelled = change.score.by !== 'trial_relief';
    return `<li><b>${plain(change.title)}</b>. ${plain(change.what)} ${plain(change.why)} <i>${plain(gradeInWords(change.grade, language))}.</i>${change.first ? ` ${plain(change.first)}` : ''}${change.guideline ? ` ${plain(change.guideline)}` : ''}${change.cautions.map(({ says }) => ` <b>!</b> ${plain(says)}`).join('')}${modelled ? ` ${rests}` : ''}</li>`;
  };
  if (ranking.changes.length === 0) return `<p>${plain(ranking.headline)}</p>`;
  const pairs = ranking.pairs.slice(0, 2).map(({ says }) => plain(says));
  return `<ol class="small">${ranking.changes.slice(0, explainedRows).map(one).join('')}</ol>${pairs.length > 0 ? `<p class="small">${pairs.join(' ')}</p>` : ''}`;
}

function notForYou({ notForYou: list }: Ranking): string {
  if (list.length === 0) return '<p>–</p>';
  const byReason = new Map<string, string[]>();
  for (const { title, says } of list) byReason.set(says, [...(byReason.get(says) ?? []), title]);
  return `<ul class="small">${[...byReason]
    .slice(0, 6)
    .map(([says, titles]) => `<li><b>${plain(titles.join('; '))}</b>: ${plain(says)}</li>`)
    .join('')}</ul>`;
}

/** What guidelines advise though no trial here gives its size. */
function recommended({ notModelled }: Ranking, words: ReportWords): string {
  const titles = notModelled.filter((one) => one.recommended).map(({ title }) => title);
  return titles.length === 0
    ? ''
    : `<p class="small"><b>${words.recommended}</b>: ${plain(titles.join('; '))}.</p>`;
}

function tests({ tests: list }: Ranking, words: ReportWords): string {
  if (list.length === 0) return `<p class="small">${words.testsNone}</p>`;
  return `<ul class="small">${list
    .slice(0, mostTests)
    .map(
      ({ title, expectedNarrowing, caution }) =>
        `<li><b>${plain(title)}</b> ${words.narrows} ${Math.round(100 * expectedNarrowing)} %. ${caution ? plain(caution) : ''}</li>`,
    )
    .join('')}</ul>`;
}

function assumptions({ formula, zonula: { assumedShare }, people }: Ranking, language: Language): string {
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  const items =
    language === 'es'
      ? [
          `${people} personas virtuales comparten lo que se sabe de esta; cada cambio se compara con la misma persona sin él.`,
          `Parámetros del modelo: medidos ${percent(assumedShare.measured)}, ajustados ${percent(assumedShare.fitted)}, supuestos ${percent(assumedShare.assumed)}.`,
          'Diferencia mínima: 2,2 puntos o 29,5 % para el dolor (publicada); 20 % en revestimiento y bacterias y la variación de día a día en sangre (elegidas).',
          'Los síntomas se comparan con el mismo plan con placebo; no hay flecha directa de la fuga a ningún síntoma.',
          formula,
        ]
      : [
          `${people} virtual people share what is known of this one; each change is set against the same person without it.`,
          `Parameters of the model: measured ${percent(assumedShare.measured)}, fitted ${percent(assumedShare.fitted)}, assumed ${percent(assumedShare.assumed)}.`,
          'Smallest difference that counts: 2.2 points or 29.5 % for pain (published); 20 % for lining and bacteria, the day-to-day swing for signals in blood (both chosen).',
          'Complaints are set against the same plan with placebo; no arrow leads from the leak to any complaint.',
          formula,
        ];
  return `<ul class="small">${items.map((item) => `<li>${plain(item)}</li>`).join('')}</ul>`;
}

function limits(language: Language): string {
  const items =
    language === 'es'
      ? [
          'No es un diagnóstico. «Permeabilidad aumentada» («intestino permeable» en lenguaje corriente) no es una enfermedad.',
          'Que reparar la barrera cure algo no está demostrado.',
          'La zonulina comercial no mide la permeabilidad y no se usa.',
          'Valores de alimentos desconocidos ensanchan los intervalos; un hueco nunca es cero.',
          'Nunca empezar ni dejar un medicamento recetado por esta página. Bajo en FODMAP nunca para siempre; sin gluten nunca antes de la serología.',
        ]
      : [
          'Not a diagnosis. Raised permeability ("leaky gut" in lay words) is no disease.',
          'That repairing the barrier cures anything is not shown.',
          'Commercial zonulin kits do not measure permeability and are not used.',
          'Unknown food values widen the intervals; a blank is never a zero.',
          'Never start or stop a prescribed medicine on this page. Low FODMAP is never permanent; gluten-free never before serology.',
        ];
  return `<ul class="small">${items.map((item) => `<li>${plain(item)}</li>`).join('')}</ul>`;
}

/** Sources of what is said, the leading changes first. */
function referencesOf(ranking: Ranking): readonly string[] {
  const ids = [
    ...ranking.doctor.flatMap(({ sources }) => sources),
    ...ranking.changes
      .slice(0, rankedRows)
      .flatMap(({ sources, cautions }) => [...sources, ...cautions.flatMap((caution) => caution.sources)]),
    ...ranking.notForYou.flatMap(({ sources }) => sources),
    ...ranking.noEffectDetails.flatMap(({ sources }) => sources),
  ];
  const canonical = ids.map((id) => findReference(id)?.id ?? id);
  return [...new Set(canonical)].slice(0, mostReferences);
}

function cited(id: string, language: Language): string {
  const reference = findReference(id);
  if (!reference) return id;
  const { title, doi, pmid, verified } = reference;
  const place = doi ? `doi:${doi}` : pmid ? `PubMed ${pmid}` : '';
  const short = title.length > 72 ? `${title.slice(0, 70)}…` : title;
  return `${shortCitation(reference)}. ${short}. ${place} [${verifiedWords[verified][language]}]`;
}
