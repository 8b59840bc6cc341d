import type { ParameterSetting } from '../person/schedule.ts';
import { nearest } from '../person/suggest.ts';
import { type Problem, ZonulaError } from '../problem/problem.ts';
import { exponential, logarithm } from '../random/elementary.ts';
import { randomStream } from '../random/philox.ts';
import type { ParameterValues, PersonDraw, PersonJob } from './contract.ts';
import type { Indexed } from './gut.ts';
import { drawPrior } from './priors.ts';
import { personalValue } from './variation.ts';

/** A setting of a condition, with how far people with it differ. */
type DrawnSetting = ParameterSetting & {
  /** Share of people with the condition to whom it applies. */
  readonly share?: number;
  /** What is believed possible; read as the central 90 % around the value. */
  readonly range?: readonly [low: number, high: number];
};

/** Draws of one virtual person: a redrawn person (see `rejection.ts`) is the same person's next try. */
export function personIndex(draw: PersonDraw, attempt: number): string {
  return attemptOf(draw.person, attempt);
}

const attemptOf = (index: number, attempt: number): string =>
  attempt === 0 ? `${index}` : `${index}.${attempt}`;

/** Widths of a range read as its central 90 %, as for shared values. */
const rangeInStandardDeviations = 3.29;

function settingValue(setting: DrawnSetting, seed: number, person: string, drawn: boolean): number {
  if (!drawn || !setting.range) return setting.value;
  const [low, high] = setting.range;
  const z = randomStream(seed, `person/${person}/${setting.because}/${setting.parameter}`).normal(0);
  const value =
    low > 0 && setting.value > 0
      ? setting.value * exponential((logarithm(high / low) / rangeInStandardDeviations) * z)
      : setting.value + ((high - low) / rangeInStandardDeviations) * z;
  return Math.min(high, Math.max(low, value));
}

/** True when a condition that acts on a share of people acts on this one: the same answer for all its settings. */
function applies(setting: DrawnSetting, seed: number, person: string, drawn: boolean): boolean {
  if (setting.share === undefined || setting.share >= 1) return true;
  // The reference person stands for most of the group: a share of the effect would be nobody's.
  if (!drawn) return setting.share > 0.5;
  return randomStream(seed, `person/${person}/has/${setting.because}`).uniform(0) < setting.share;
}

const apply = (how: ParameterSetting['how'], before: number, value: number): number =>
  how === 'set' ? value : how === 'add' ? before + value : before * value;

/**
 * Values of all parameters of one virtual person, in the order of the system's vector: the shared value (given by an
 * ensemble or drawn from its prior), this person's own variation around it, what conditions set, overrides.
 *
 * @param indexed the gut, or the gut with probes (the same ids give the same values)
 * @param attempt 0, or the number of times that the person had to be drawn again
 * @throws ZonulaError Z5005 for an override or setting of an unknown parameter
 */
export function personParameters(
  { system, parameter: place }: Indexed,
  job: Pick<PersonJob, 'draw' | 'shared' | 'overrides' | 'redraw' | 'spread' | 'settings'>,
  conditionSettings: readonly DrawnSetting[],
  attempt: number,
): Float64Array {
  const { draw, spread } = job;
  const person = personIndex(draw, attempt);
  const member = job.redraw === 'member-and-person' ? attemptOf(draw.member, attempt) : draw.member;
  const sharedDrawn = spread === 'shared' || spread === 'both';
  const personalDrawn = spread === 'personal' || spread === 'both';
  const values = new Float64Array(system.parameters.length);
  system.parameters.forEach((parameter, i) => {
    const shared =
      job.shared?.[parameter.id] ?? (sharedDrawn ? drawPrior(parameter, draw.seed, member) : parameter.value);
    values[i] = personalDrawn ? personalValue(parameter.id, shared, draw.seed, person) : shared;
  });
  for (const setting of [...conditionSettings, ...(job.settings ?? [])]) {
    const i = place.get(setting.parameter);
    // Conditions name parameters of the full model too: what a smaller one lacks does not act in it.
    if (i === undefined || !applies(setting, draw.seed, person, personalDrawn)) continue;
    values[i] = apply(
      setting.how,
      values[i] as number,
      settingValue(setting, draw.seed, person, personalDrawn),
    );
  }
  for (const [id, value] of Object.entries(job.overrides ?? {})) {
    const i = place.get(id);
    if (i !== undefined) values[i] = value;
  }
  return values;
}

/**
 * Checks overrides before any work is done.
 *
 * @throws ZonulaError Z5005 (no such parameter), Z5006 (not a number)
 */
export function checkOverrides(
  gut: Indexed & { withProbes(): Indexed },
  overrides: ParameterValues | undefined,
): readonly Problem[] {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const [id, value] of Object.entries(overrides ?? {})) {
    const indexed = gut.parameter.has(id) ? gut : gut.withProbes();
    const i = indexed.parameter.get(id);
    const parameter = i === undefined ? undefined : indexed.system.parameters[i];
    if (!parameter) {
      const near = nearest(id, indexed.parameter.keys());
      problems.push({
        code: 'Z5005',
        severity: 'error',
        message: `The model has no parameter "${id}".`,
        fix: near ? `Did you mean ${near}?` : 'See `zonula model parameters`.',
      });
    } else if (!Number.isFinite(value)) {
      problems.push({
        code: 'Z5006',
        severity: 'error',
        message: `"${value}" is not a number for the parameter ${id}.`,
        fix: `Its default is ${parameter.value} ${parameter.unit}.`,
      });
    } else if (value < parameter.range[0] || value > parameter.range[1]) {
      warnings.push({
        code: 'Z5007',
        severity: 'warning',
        message: `The parameter ${id} was set to ${value} ${parameter.unit}, outside what is believed possible (${parameter.range.join(' to ')}).`,
        fix: 'The run goes on; read its result as an experiment with the equations, not as a person.',
      });
    }
  }
  if (problems.length > 0) throw new ZonulaError(problems);
  return warnings;
}
