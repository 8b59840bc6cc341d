import { type EvaluatedChange, outcomeById, type Ranking, readable } from '../../rank/index.ts';
import { table, wrapped } from '../text/table.ts';

/** So many cards are written out; the rest is a table. */
const mostCards = 5;

const ofTwenty = (chance: number): string => `${Math.round(20 * chance)} of 20`;

function interval(change: EvaluatedChange): string {
  const { by } = change.score;
  const result = by === undefined ? undefined : change.outcomes[by];
  if (by === undefined || !result) return '';
  const { decimals } = outcomeById(by);
  return `${readable(result.p50, decimals)} (${readable(result.p10, decimals)} to ${readable(result.p90, decimals)}) ${result.unit}`;
}

function card(change: EvaluatedChange, place: number, width: number): string {
  const lines = [
    `${place}. ${change.title}`,
    wrapped(change.what, width, '   '),
    wrapped(change.why, width, '   '),
    `   Evidence ${change.grade}; ${change.timeToNotice ? `shows after about ${change.timeToNotice.weeks} ${change.timeToNotice.weeks === 1 ? 'week' : 'weeks'}` : 'no time can be named'}; effort ${change.effort} of 3`,
    ...(change.first ? [wrapped(`First: ${change.first}`, width, '   ')] : []),
    ...(change.guideline ? [wrapped(`Guidelines: ${change.guideline}`, width, '   ')] : []),
    ...(change.interactions ? [wrapped(change.interactions, width, '   ')] : []),
    ...change.cautions.map(({ says }) => wrapped(`! ${says}`, width, '   ')),
  ];
  return lines.join('\n');
}

/** A ranking as a person reads it on a terminal. */
export function rankingSummary(ranking: Ranking, width: number): string {
  const parts: string[] = [];
  for (const { says } of ranking.doctor) parts.push(wrapped(`! ${says}`, width));
  parts.push(wrapped(ranking.headline, width));
  if (ranking.ownData) parts.push(wrapped(ranking.ownData.says, width));
  ranking.changes.slice(0, mostCards).forEach((change, index) => {
    const previous = ranking.changes[index - 1];
    const tied = previous?.tieGroup === change.tieGroup && ranking.order === 'score';
    parts.push(
      `${tied ? '(cannot be told apart from the one before)\n' : ''}${card(change, index + 1, width)}`,
    );
  });
  const rest = ranking.changes.slice(mostCards);
  if (rest.length > 0)
    parts.push(
      `Further down:\n${table(
        [
          ['', 'effect, 80 % interval', 'chance', 'evidence', 'tie'],
          ...rest.map((change) => [
            change.title,
            interval(change) || 'makes something worse',
            ofTwenty(change.score.chance),
            change.grade,
            String(change.tieGroup),
          ]),
        ],
        ['left', 'left', 'right', 'left', 'right'],
      )}`,
    );
  if (ranking.noEffectDetails.length > 0)
    parts.push(
      `Not distinguishable from no effect:\n${wrapped(ranking.noEffectDetails.map(({ title }) => title).join('; '), width, '  ')}`,
    );
  if (ranking.notForYou.length > 0)
    parts.push(
      `Not for you:\n${ranking.notForYou.map(({ title, says }) => wrapped(`${title}: ${says}`, width, '  ')).join('\n')}`,
    );
  const recommended = ranking.notModelled.filter((one) => one.recommended);
  const others = ranking.notModelled.filter((one) => !one.recommended);
  if (recommended.length > 0)
    parts.push(
      `Recommended by guidelines, without a size here:\n${recommended.map(({ title, what }) => wrapped(`${title}: ${what}`, width, '  ')).join('\n')}`,
    );
  if (others.length > 0)
    parts.push(
      `Not modelled, shown with what is known only:\n${wrapped(others.map(({ title }) => title).join('; '), width, '  ')}`,
    );
  if (ranking.pairs.length > 0)
    parts.push(
      `Two at once:\n${ranking.pairs
        .slice(0, 5)
        .map(({ says }) => wrapped(says, width, '  '))
        .join('\n')}`,
    );
  if (ranking.tests.length > 0)
    parts.push(
      `Tests that would narrow this most:\n${table(
        ranking.tests
          .slice(0, 4)
          .map(({ title, expectedNarrowing, chanceLeaderChanges }) => [
            title,
            `narrower by ${Math.round(100 * expectedNarrowing)} %`,
            `another first place in ${ofTwenty(chanceLeaderChanges)}`,
          ]),
        ['left', 'left', 'left'],
      )}`,
    );
  if (ranking.unanswered.length > 0)
    parts.push(
      wrapped(
        `Not answered in the file, and it matters: ${ranking.unanswered.map((flag) => `person.safety.${flag}`).join(', ')}.`,
        width,
      ),
    );
  for (const { code, message } of ranking.warnings) parts.push(wrapped(`${code}: ${message}`, width));
  parts.push(
    wrapped(
      `${ranking.people} possible yous, seed ${ranking.seed}. ${ranking.formula} This is a model under its assumptions, not a diagnosis; ${Math.round(100 * ranking.zonula.assumedShare.assumed)} % of its parameters are assumed.`,
      width,
    ),
  );
  return `${parts.join('\n\n')}\n`;
}
