import type { EvidenceGrade } from './catalogue-shape.ts';
import { gain, outcomeById } from './outcomes.ts';
import type { EvaluatedChange, RankOrder } from './result.ts';

const gradeRank: Readonly<Record<EvidenceGrade, number>> = { A: 5, B: 4, C: 3, D: 2, N: 1 };

/** Best gain of a change within one group of outcomes: chance times size. */
function gainIn(change: EvaluatedChange, group: string): number {
  return Math.max(
    0,
    ...Object.entries(change.outcomes)
      .filter(([, result]) => result.group === group)
      .map(([id, result]) => result.chanceNoticeable * Math.max(0, gain(outcomeById(id), result.p50))),
  );
}

/** Larger stands first. */
export function orderKey(change: EvaluatedChange, order: RankOrder): number {
  switch (order) {
    case 'score':
      return change.score.value;
    case 'chance':
      return change.score.chance;
    case 'size':
      return change.score.size;
    case 'evidence':
      return gradeRank[change.grade];
    case 'effort':
      return -change.effort;
    case 'soonest':
      return -(change.timeToNotice?.weeks ?? 1000);
    case 'lining':
    case 'symptoms':
    case 'inflammation':
    case 'bacteria':
      return gainIn(change, order);
  }
}

/** Ranked by the wanted key; equal keys by score, then by id, so that the order is always the same. */
export function inOrder(changes: readonly EvaluatedChange[], order: RankOrder): EvaluatedChange[] {
  return [...changes].sort(
    (a, b) =>
      orderKey(b, order) - orderKey(a, order) || b.score.value - a.score.value || (a.id < b.id ? -1 : 1),
  );
}
