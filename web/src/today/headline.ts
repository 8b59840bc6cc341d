import type { Band, RunResult } from '../../../src/simulate/result.ts';
import { fewestForBand } from '../simulation/partials.ts';

/** How many of the possible yous share a finding; while there are too few of them to say, `early`. */
export type Certainty = 'most' | 'many' | 'open' | 'early';

export interface Finding {
  /** Key of its sentence in the texts `today`. */
  readonly says:
    | 'liningUsual'
    | 'liningOpen'
    | 'liningTight'
    | 'butyrateLess'
    | 'butyrateMore'
    | 'butyrateUsual'
    | 'mucusThin'
    | 'bareSpots';
  readonly certainty: Certainty;
  /** What the sentence names: a ratio to the reference, 1 = the same. */
  readonly ratio: number;
  readonly series: string;
}

/** Within a fifth of the reference nobody could tell the difference by a test. */
const sameFrom = 0.8;
const sameTo = 1.25;

/** Of a healthy small bowel: what the relative scale means, and the specification's share of bare surface. */
const healthy = { pl_sb: 1, sb_dmg: 0.01 } as const;

/** The day's bands of one series over a reference value. */
function ratios(band: Band | undefined, day: number, reference: number | undefined) {
  if (band === undefined || reference === undefined) return undefined;
  const at = (list: readonly number[]): number => (list[day] ?? Number.NaN) / reference;
  return { p10: at(band.p10), p25: at(band.p25), p50: at(band.p50), p75: at(band.p75), p90: at(band.p90) };
}

type Ratios = NonNullable<ReturnType<typeof ratios>>;

function certaintyAbove({ p10, p25 }: Ratios, limit: number): Certainty {
  return p10 > limit ? 'most' : p25 > limit ? 'many' : 'open';
}
function certaintyBelow({ p90, p75 }: Ratios, limit: number): Certainty {
  return p90 < limit ? 'most' : p75 < limit ? 'many' : 'open';
}
function certaintyWithin({ p10, p25, p75, p90 }: Ratios): Certainty {
  if (p10 >= sameFrom && p90 <= sameTo) return 'most';
  return p25 >= sameFrom && p75 <= sameTo ? 'many' : 'open';
}

/**
 * What the lining of one day looks like, the weightiest first, always with how sure that is.
 *
 * @param reference the same body eating by the guidelines, by series; what it is needed for waits until it is known
 */
export function findingsOn(
  result: RunResult,
  day: number,
  reference: Readonly<Record<string, number>> | undefined,
): Finding[] {
  const { series } = result;
  const findings: Finding[] = [];
  const lining = ratios(series.pl_sb, day, healthy.pl_sb);
  const bare = ratios(series.sb_dmg, day, healthy.sb_dmg);
  const butyrate = ratios(series.dc_butyrate, day, reference?.dc_butyrate);
  const mucus = ratios(series.mu_in, day, reference?.mu_in);
  if (lining) {
    const ratio = lining.p50;
    if (ratio > sameTo)
      findings.push({
        says: 'liningOpen',
        series: 'pl_sb',
        ratio,
        certainty: certaintyAbove(lining, sameTo),
      });
    else if (ratio < sameFrom)
      findings.push({
        says: 'liningTight',
        series: 'pl_sb',
        ratio,
        certainty: certaintyBelow(lining, sameFrom),
      });
    else findings.push({ says: 'liningUsual', series: 'pl_sb', ratio, certainty: certaintyWithin(lining) });
  }
  if (bare && bare.p50 > 2)
    findings.push({
      says: 'bareSpots',
      series: 'sb_dmg',
      ratio: bare.p50,
      certainty: certaintyAbove(bare, 2),
    });
  if (butyrate) {
    const ratio = butyrate.p50;
    const says = ratio < sameFrom ? 'butyrateLess' : ratio > sameTo ? 'butyrateMore' : 'butyrateUsual';
    const certainty =
      says === 'butyrateLess'
        ? certaintyBelow(butyrate, sameFrom)
        : says === 'butyrateMore'
          ? certaintyAbove(butyrate, sameTo)
          : certaintyWithin(butyrate);
    findings.push({ says, series: 'dc_butyrate', ratio, certainty });
  }
  if (mucus && mucus.p50 < sameFrom)
    findings.push({
      says: 'mucusThin',
      series: 'mu_in',
      ratio: mucus.p50,
      certainty: certaintyBelow(mucus, sameFrom),
    });
  return result.people < fewestForBand
    ? findings.map((finding) => ({ ...finding, certainty: 'early' }))
    : findings;
}

/** A ratio as people say it. */
export type RatioWord = 'half' | 'third' | 'quarter' | 'fifth' | 'little' | 'twice' | 'times';

export function lessWord(ratio: number): RatioWord {
  if (ratio < 0.58) return 'half';
  if (ratio < 0.71) return 'third';
  if (ratio < 0.775) return 'quarter';
  return ratio < 0.85 ? 'fifth' : 'little';
}
