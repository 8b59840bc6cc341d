/** An exposure that the model knows nothing of must move nothing: not by construction of a row, but of the whole. */
import { exposureCatalogue } from '../person/index.ts';
import type { PeopleRunner } from '../simulate/contract.ts';
import type { Gut } from '../simulate/gut.ts';
import type { HonestyFile } from './honesty-file.ts';
import { vocabularyOfGut } from './model-vocabulary.ts';
import { planJobs } from './plan-jobs.ts';
import { predictPlan } from './predict-plan.ts';
import { readPlanTexts } from './read-plan.ts';

const watched = ['pl_sb', 'pl_co', 'lal', 'crp', 'il6', 'dc_scfa', 'share_bac', 'tnf_m'] as const;

/** @returns null where the catalogue holds no exposure without an effect */
export async function irrelevantExposure(gut: Gut, runner: PeopleRunner): Promise<HonestyFile['irrelevant']> {
  const exposure = exposureCatalogue.find(
    ({ effects, kind }) => effects.length === 0 && (kind === 'supplement' || kind === 'medicine'),
  );
  if (!exposure) return null;
  const text = JSON.stringify({
    zonulaPlan: 1,
    study: 'irrelevant',
    group: 'irrelevant',
    design: 'crossover',
    population: { about: 'the reference person' },
    arms: {
      control: {},
      taken: { changes: [{ [exposure.kind]: exposure.id, perDay: 1, fromDay: 0 }] },
    },
    rows: watched
      .filter((series) => gut.series.has(series))
      .map((series) => ({
        id: series,
        kind: 'null',
        measure: { series, fromDay: 25, toDay: 28 },
        arm: 'taken',
        against: 'control',
        role: 'negative',
      })),
  });
  const { studies } = readPlanTexts([{ name: 'irrelevant', text }], vocabularyOfGut(gut));
  const jobs = planJobs(studies);
  const readings = await predictPlan(jobs, { seed: 1, members: 1, people: 1, spread: 'default' }, { runner });
  const changes = jobs.points.map(({ value, against }) =>
    Math.abs(
      (readings.values[value]?.[0] ?? Number.NaN) / (readings.values[against ?? value]?.[0] ?? Number.NaN) -
        1,
    ),
  );
  return { exposure: exposure.labelEn, largestChange: Math.max(...changes), rows: changes.length };
}
