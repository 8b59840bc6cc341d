/** Sections of the report on the fit itself: what it is worth beside no fit, and what the outputs feel. */
import type { FitComparison, HonestyFile } from '../honesty-file.ts';
import { escapeHtml, figure, paragraph, percent, section, tableHtml } from './page.ts';

const candidateWords: Readonly<Record<FitComparison['candidates'][number]['name'], string>> = {
  defaults: 'no fit: every parameter at its default',
  prior: 'no fit: draws of the priors',
  'narrow-prior': 'no fit: draws of the priors, as narrow as the fit takes them',
  smoother: 'fit: ensemble smoother',
  finish: 'fit: smoother, then particles on emulators',
};

const againstWords: Readonly<Record<FitComparison['differences'][number]['against'], string>> = {
  defaults: 'defaults',
  prior: 'priors',
  'narrow-prior': 'narrower priors',
  smoother: 'smoother',
};

/**
 * Is the fit worth having? Defaults, priors and both fits by one score.
 *
 * @param note HTML that stands first: how old the checks are
 */
export function fits(honesty: Pick<HonestyFile, 'fits'> | undefined, note: string): string {
  if (!honesty?.fits)
    return section('fits', 'Is the fit worth having?', paragraph('Not done for this plan.'));
  const { kept, candidates, differences, priors, finish } = honesty.fits;
  const cells = (score: FitComparison['candidates'][number]['fitted']): string[] => [
    figure(score.score),
    figure(score.gmfe),
    percent(score.within2fold),
    percent(score.coverage80),
    percent(score.coverage80WithModelError),
    percent(score.negativesHeld),
  ];
  const keptOnes = differences.filter(({ of }) => of === kept);
  const worse = keptOnes.filter(({ against, mean }) => against !== 'smoother' && mean > 0);
  return section(
    'fits',
    'Is the fit worth having?',
    paragraph(
      'The score is the continuous ranked probability score of what each study reported, in standard errors of that number; each study weighs 1, smaller is better. A prediction that is wrong costs, and so do bands that are too narrow or too wide. "Left out" is by draws that had not seen the group. Defaults and priors look at no row when they are drawn, so that their numbers stand in both tables; but people set and mended them by hand with many of these rows in sight, which flatters them where fits are judged on left-out rows.',
    ),
    note,
    ...(['fitted', 'leftOut'] as const).map(
      (where) =>
        `<h3>${where === 'fitted' ? 'On the rows that were fitted' : 'On groups left out'}</h3>${tableHtml(
          [
            '',
            'draws',
            'score',
            'fold error',
            'within 2-fold',
            '80 % bands hold',
            'the same, with model error',
            'nulls held',
          ],
          candidates.map((one) => [
            `${escapeHtml(candidateWords[one.name])}${one.name === kept ? ' <b>(kept)</b>' : ''}`,
            `${where === 'fitted' ? one.draws : one.leftOutDraws}`,
            ...cells(one[where]),
          ]),
          ['', 'number', 'number', 'number', 'number', 'number', 'number', 'number'],
        )}`,
    ),
    paragraph(
      'These are typical persons on the rows that may be fitted; the tables above and below also count other rows and scattered people. "With model error" widens each band by what the fit allows the model to miss (0.2 on the log scale, or 35 % of a difference).',
    ),
    `<ul>${differences
      .map(
        ({ of, against, mean, standardError, studies }) =>
          `<li>${escapeHtml(`Left out, the ${of} scores ${figure(Math.abs(mean))} ${mean < 0 ? 'better' : 'worse'} than the ${againstWords[against]} (standard error ${figure(standardError)} over ${studies} studies${Math.abs(mean) < 2 * standardError ? '; chance could give as much' : ''}).`)}</li>`,
      )
      .join('')}</ul>`,
    worse.length === 0
      ? ''
      : `<p><b class="missed">${escapeHtml(`On left-out groups the fit that is kept does not beat ${worse.map(({ against }) => `the ${againstWords[against]}`).join(' and ')}.`)}</b></p>`,
    paragraph(
      `The fit starts from priors that are ${priors.width} times as wide as the ranges: of ${priors.tried.map(({ width, score }) => `${width} (${figure(score)})`).join(', ')}, the widest whose draws, which have seen no data, predicted the rows as well as the best ones (within one standard error). A range says of one number what is thinkable; that hundreds of assumed numbers lie near the ends of theirs at once is less so.`,
    ),
    paragraph(
      `The finish was trained on ${finish.trainedOn} runs of the whole plan: ${finish.emulators} emulators, which explain ${percent(Math.max(0, finish.explained.p50))} of a row's variance (median; ${percent(Math.max(0, finish.explained.p10))} to ${percent(Math.max(0, finish.explained.p90))}) on runs not trained on. What an emulator misses is added to the error of its row. The likelihood was used to the power ${finish.power}, the best of ${finish.powers.map(({ power, emulatedHeldOutScore }) => `${power} (${figure(emulatedHeldOutScore)})`).join(', ')} by the emulated left-out score. As width, power and fit are chosen by left-out rows, the left-out score of the fit that is kept is a little too good. The colon of ${percent(finish.living)} of its draws lives; the others were not used.`,
    ),
  );
}

/** How the left-out ensembles were made. */
export function howLeftOut({ fits: compared }: Pick<HonestyFile, 'fits'>): string {
  if (compared?.kept === 'finish')
    return 'The emulators had been trained on runs of the model near the full fit; they hold what the model says there, and no observation.';
  return 'One update from the prior stands for the full fit, which is hard on the model.';
}

/** Shares of variance by the emulators, beside what the emulators are worth. */
export function varianceTable(sobol: HonestyFile['sobol']): string {
  if (!sobol || sobol.outputs.length === 0) return '';
  return [
    '<h3>Shares of the spread</h3>',
    paragraph(
      `Sobol indices of the same rows, over the priors of all parameters at once (${sobol.samples} pairs of points; Saltelli and Jansen estimators). "Alone" is the share of the variance that would go if the parameter were known; "in all" adds its part in interactions. They are computed through an emulator, a short polynomial trained on runs of the model, and they share out only what the emulator sees. "Emulator explains" is the share of the variance that it got right on runs that it was not trained on: where that is low, the shares say little.`,
    ),
    tableHtml(
      ['row', 'emulator explains', 'its error (SD)', 'parameters: alone / in all'],
      sobol.outputs.map(({ row, explained, errorStandardDeviation, indices }) => [
        escapeHtml(row),
        explained < 0.5 ? `<span class="poor">${percent(Math.max(0, explained))}</span>` : percent(explained),
        figure(errorStandardDeviation),
        indices.length === 0
          ? '<span class="quiet">no parameter stands out</span>'
          : indices
              .filter(({ total }) => total >= 0.005)
              .map(
                ({ id, first, total }) =>
                  `${escapeHtml(id)} ${percent(Math.max(0, first))} / ${percent(Math.min(1, total))}`,
              )
              .join(', '),
      ]),
      ['', 'number', 'number', ''],
    ),
  ].join('\n');
}
