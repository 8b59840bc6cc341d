import type { Band, Difference, PlanRun } from '../../simulate/result.ts';
import { seriesTitles } from '../../simulate/series.ts';
import { unitText, valueText, withUnit } from '../text/numbers.ts';
import { type LeadSeries, leadGroups } from './lead-series.ts';

/** A change smaller than this share of the value is not worth a word. */
const noticeableShare = 0.1;
/** What is left of the largest change at the end, to count as gone. */
const goneShare = 0.2;
/** More than this share of it counts as all of it. */
const heldShare = 0.9;

export interface Change {
  readonly lead: LeadSeries;
  /** Day on which the median difference is largest. */
  readonly day: number;
  /** In units of what is noticeable. */
  readonly size: number;
  /** Without numbers. */
  readonly short: string;
  readonly text: string;
}

/** Lead series that change by enough to be told, the largest first, and the titles of those that do not. */
export function changesOf(
  without: PlanRun,
  plan: PlanRun & { readonly differences: { readonly [id: string]: Difference } },
  people: number,
): { readonly changes: readonly Change[]; readonly unchanged: readonly string[] } {
  const changes: Change[] = [];
  const unchanged: string[] = [];
  for (const lead of leadGroups.flatMap(({ series }) => series)) {
    const before = without.series[lead.id];
    const after = plan.series[lead.id];
    const difference = plan.differences[lead.id];
    if (!before || !after || !difference) continue;
    const change = changeOf(lead, before, after, difference, people);
    if (change) changes.push(change);
    else unchanged.push(seriesTitles[lead.id]?.title ?? lead.id);
  }
  return { changes: changes.sort((a, b) => b.size - a.size), unchanged };
}

function changeOf(
  lead: LeadSeries,
  before: Band,
  after: Band,
  difference: Difference,
  people: number,
): Change | undefined {
  let day = 0;
  let size = 0;
  difference.p50.forEach((value, at) => {
    const scale = lead.noticeable ?? noticeableShare * Math.abs(before.p50[at] ?? Number.NaN);
    if (Math.abs(value) / scale > Math.abs(size)) {
      day = at;
      size = value / scale;
    }
  });
  if (Math.abs(size) < 1) return undefined;
  const last = difference.p50.length - 1;
  const unit = unitText(after.unit, lead.id);
  const say = (value: number | undefined): string => valueText(value ?? Number.NaN, lead.id);
  const signed = (value: number | undefined): string =>
    `${(value ?? 0) > 0 ? '+' : (value ?? 0) < 0 ? '-' : ''}${valueText(Math.abs(value ?? Number.NaN), lead.id)}`;
  const peak = difference.p50[day] ?? 0;
  const end = difference.p50[last] ?? 0;
  const ending =
    day >= last - Math.max(1, last / 20) || Math.abs(end) > heldShare * Math.abs(peak)
      ? 'It still holds on the last day.'
      : Math.abs(end) < goneShare * Math.abs(peak)
        ? 'By the last day it is gone.'
        : `On the last day: ${signed(end)}.`;
  return {
    lead,
    day,
    size: Math.abs(size),
    short: size > 0 ? lead.more : lead.less,
    // The difference of each virtual person to itself: medians of two groups can hide it.
    text:
      `${size > 0 ? lead.more : lead.less}: ${withUnit(signed(peak), unit)} ` +
      `(${signed(difference.p10[day])} to ${signed(difference.p90[day])}) on day ${day}, ` +
      `against ${say(before.p50[day])} without the plan${lead.scale ? ` (${lead.scale})` : ''}; ` +
      `${howMany(difference, day, people)}. ${ending}`,
  };
}

/** How many virtual people change the same way. */
function howMany(difference: Difference, day: number, people: number): string {
  const higher = difference.shareHigherByDay[day] ?? 0;
  const same = Math.round((Math.sign(difference.p50[day] ?? 0) > 0 ? higher : 1 - higher) * people);
  return people === 1 ? 'in the one virtual person' : `so in ${same} of ${people} virtual people`;
}
