/** What the model gets wrong, in plain words. */
import type { HonestyFile } from '../honesty-file.ts';
import type { RowResult } from '../run-plan.ts';
import type { Validation } from '../validate-folder.ts';
import { figure, observedWords, percent } from './page.ts';

/** Weaknesses of the model that are known, by the group of studies; not a finding about a single row. */
const reasons: Readonly<Record<string, string>> = {
  age: 'white cells in stool rise with age by an assumed slope that is far below what one laboratory saw',
  coeliac: 'villi grow back by one time constant for all, and citrulline follows them in proportion',
  exercise: 'heat is an assumed addition to the loss of blood flow, and acts on cells only',
  glutamine:
    'one large trial stands against several small ones; the effect was shrunk on purpose until it is repeated',
  ibs: 'the preset makes half of the people a little leakier whatever their bowel habit, and food does not act on their barrier',
  infection:
    'one kind of infection stands for all, and small probes are not lost with the villi as much as was seen',
  markers: 'healthy ranges of one laboratory are read by a model that knows no laboratory',
  nsaid: 'the gut of regular users adapts and white cells follow damage only loosely; the model does neither',
  obesity: 'body weight acts on inflammation, not on junctions',
  ppi: 'stomach acid lets through more bacteria in the model, but hardly changes which grow in the colon',
  protein: 'bacteria are guilds that all gain from protein',
  crohn:
    "one leak stands for all of Crohn's disease: it cannot give a large rise of lactulose in one laboratory and a small one of EDTA in another, and how far the disease reaches is not in the model",
  endotoxin:
    'one curve stands for all laboratories: it was fitted to all published peaks, and lies above some and below others',
  alcohol:
    'one night of drinking hardly reaches the liver proteins, and drinking with liver disease is one switch tuned to one study',
  liver: 'liver disease is a preset from one study of the sugar test',
  'fat-diet': 'endotoxin assays differ a thousandfold, and the model holds two routes of entry only',
  'fat-meal': 'endotoxin assays differ a thousandfold, and the model holds two routes of entry only',
  prebiotic:
    'a guild stands for what studies count as genera or species, and prebiotics were given next to no effect on the barrier',
  fibre: 'bacteria are guilds, and a guild stands for what studies count as genera or species',
  'resistant-starch': 'bacteria are guilds, and a guild stands for what studies count as genera or species',
  carbohydrate: 'bacteria are guilds, and a guild stands for what studies count as genera or species',
  'food-allergy':
    'only milk allergy sets the barrier on a day without the food; other allergies are told by what is eaten',
  antibiotic: 'C. difficile grows only in some carriers, so that half of the draws show none at all',
  transit: 'faster passage thins the acids of the colon as much as it brings food for them',
  sugar: 'short and long chains and small sugars share one pool of what holds water in the small bowel',
  iron: 'iron reaches the barrier through one assumed trace only',
  probe:
    'the upper limit of one laboratory stands against drawn people whose ratio lies above it in the middle',
  microbiota: 'the shares of small guilds at rest hang on growth rates that nobody has measured in people',
};

const bad: ReadonlySet<RowResult['verdict']> = new Set(['wrong-size', 'wrong-direction', 'null-broken']);

export function knownFailures({ rows, summary }: Validation, honesty: HonestyFile | undefined): string[] {
  const missed = rows.filter(
    (row) => bad.has(row.verdict) && (row.class === 'scored' || row.class === 'direction'),
  );
  const lines = summary.criteria
    .filter(({ met }) => met === false)
    .map(({ name, wanted, value }) =>
      name.includes('fold error')
        ? `Criterion missed: ${name} is ${figure(value)}, wanted ${wanted}.`
        : `Criterion missed: ${name} is ${percent(value)}, wanted ${wanted}.`,
    );
  const cross = honesty?.crossValidation.total;
  if (cross && (cross.directionRight ?? 1) < 0.85)
    lines.push(
      `Criterion missed: with groups left out the direction is right in ${percent(cross.directionRight)}, wanted at least 85 %.`,
    );
  if (cross && (cross.within2fold ?? 1) < 0.7)
    lines.push(
      `Criterion missed: with groups left out ${percent(cross.within2fold)} lie within 2-fold, wanted at least 70 %.`,
    );
  const compared = honesty?.fits;
  for (const { of, against, mean, standardError } of compared?.differences ?? [])
    if (of === compared?.kept && against !== 'smoother' && mean > 0)
      lines.push(
        `On groups left out the fit does not beat ${against === 'prior' ? 'draws of the priors' : 'the defaults'}: its score is ${figure(mean)} worse (standard error ${figure(standardError)}).`,
      );
  for (const row of missed) lines.push(sentence(row));
  return lines;
}

/** Within the change that counts as none. */
const hardlyMoves = ({ kind, predicted }: RowResult): boolean =>
  kind !== 'correlation' && predicted !== undefined && Math.abs(Math.log(predicted.p50)) <= 0.02;

function sentence(row: RowResult): string {
  const { predicted, observed, unit } = row;
  const unitText = unit === undefined || unit === 'x' || unit === '1' || unit === 'ratio' ? '' : ` ${unit}`;
  const found =
    predicted !== undefined && 'p50' in predicted ? `${figure(predicted.p50)}${unitText}` : 'several points';
  const seen = `${observedWords(observed)}${typeof observed === 'number' ? unitText : ''}`;
  const reason = reasons[row.group];
  const what =
    row.verdict === 'null-broken'
      ? `predicts ${found} where the study saw next to no effect (margin ${figure(row.margin?.[0])} to ${figure(row.margin?.[1])})`
      : row.verdict === 'wrong-direction'
        ? `${hardlyMoves(row) ? 'shows no effect' : 'goes the wrong way'}: ${found}, observed ${seen}`
        : `has the wrong size: ${found}, observed ${seen}${row.foldError === undefined ? '' : ` (${figure(row.foldError)}-fold)`}`;
  return `${row.id} (${row.group}): the model ${what}.${reason ? ` Known weakness of this group: ${reason}.` : ''}`;
}
