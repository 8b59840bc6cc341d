/**
 * Runs the experiments behind the app's Learn pages and keeps their numbers, so that the pages open at once:
 *
 *     node scripts/build-learn.ts
 *
 * The numbers are never typed by hand; a page can run an experiment again.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { foodTableKnowledge, readPersonDocument } from '../src/person/index.ts';
import { assumedShareByCount } from '../src/population/assumed-share.ts';
import { gutNamed, jobsFor, timelineOf } from '../src/population/index.ts';
import { formatProblem } from '../src/problem/problem.ts';
import type { PersonCourse } from '../src/simulate/contract.ts';
import { quantiles } from '../src/simulate/quantiles.ts';
import { createNodeRunner } from '../src/simulate/runner-node.ts';
import { type Arm, type Experiment, experiments } from '../web/src/learn/experiments.ts';
import type { ArmResult, ExperimentResult, LearnResults } from '../web/src/learn/results.ts';
import { snapshotOf } from '../web/src/scene/snapshot.ts';

const people = 16;
const seed = 1;
const plan = 'tried';
const digits = 4;
const rounded = (value: number): number => Number(value.toPrecision(digits));

const pictured = [
  ...['bac', 'fir', 'bif', 'muc', 'ent'].flatMap((guild) => [`pc_${guild}`, `dc_${guild}`]),
  ...['pl_sb', 'pl_co', 'ps_sb', 'ps_co', 'sb_dmg', 'co_dmg', 'entry', 'tnf_m', 'neut', 'fl'],
  ...['mu_in', 'mu_out', 'mu_sb', 'sb_bact', 'sb_ent', 'sb_vil'],
];

/** The person of the pages: an adult on the Western day menu. */
function documentOf(experiment: Experiment, arm: Arm): unknown {
  const day = arm.day ?? (experiment.reading.kind === 'test' ? experiment.reading.day : undefined);
  return {
    zonula: 1,
    person: {
      age: 40,
      weight: `${arm.weightKg ?? 72} kg`,
      height: '172 cm',
      conditions: [...(arm.conditions ?? [])],
    },
    habitual: { menu: arm.menu ?? 'western' },
    ...(arm.changes ? { plans: [{ name: plan, changes: arm.changes }] } : {}),
    ...(experiment.reading.kind === 'test' && day !== undefined
      ? { tests: [{ test: experiment.reading.test, day }] }
      : {}),
    horizon: `${experiment.days} days`,
  };
}

const runner = createNodeRunner();

async function coursesOf(experiment: Experiment, arm: Arm): Promise<PersonCourse[]> {
  const { normalised, problems } = readPersonDocument(documentOf(experiment, arm), {
    foods: foodTableKnowledge,
  });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (normalised === undefined || errors.length > 0)
    throw new Error(`${experiment.id}/${arm.id}: ${errors.map(formatProblem).join('; ')}`);
  const timelines = [timelineOf(normalised, arm.changes ? plan : undefined)];
  const jobs = jobsFor(normalised, timelines, {
    people,
    seed,
    ...(arm.overrides ? { overrides: arm.overrides } : {}),
  });
  const wanted = [...pictured, ...(experiment.reading.kind === 'series' ? [experiment.reading.series] : [])];
  const all = await runner.run(jobs.map((job) => ({ ...job, series: wanted })));
  return all.map(([course]) => course as PersonCourse);
}

function read(experiment: Experiment, course: PersonCourse): number {
  const { reading } = experiment;
  if (reading.kind === 'test') {
    const found = course.tests.find(({ test }) => test === reading.test)?.exact[reading.result];
    if (found === undefined) throw new Error(`${experiment.id}: no ${reading.result}`);
    return found;
  }
  const days = course.daily[reading.series]?.slice(reading.fromDay, reading.toDay);
  if (!days || days.length === 0) throw new Error(`${experiment.id}: no ${reading.series}`);
  return reading.take === 'max'
    ? Math.max(...days)
    : days.reduce((sum, value) => sum + value, 0) / days.length;
}

/** Medians over people on the day of the reading, as the picture needs them. */
function liningOf(experiment: Experiment, arm: Arm, courses: readonly PersonCourse[]): ArmResult['lining'] {
  if (!experiment.picture) return undefined;
  const day =
    arm.day ?? (experiment.reading.kind === 'test' ? experiment.reading.day : experiment.reading.toDay - 1);
  return snapshotOf(experiment.picture, (id) => {
    const values = courses.flatMap((course) => course.daily[id]?.[day] ?? []);
    return values.length === 0 ? undefined : rounded(quantiles(values, '').p50);
  });
}

async function run(experiment: Experiment): Promise<ExperimentResult> {
  const courses = new Map<string, PersonCourse[]>();
  for (const arm of experiment.arms) {
    courses.set(arm.id, await coursesOf(experiment, arm));
    process.stderr.write(`${experiment.id}/${arm.id}\n`);
  }
  const [first] = experiment.arms;
  const values = (id: string): number[] => (courses.get(id) ?? []).map((course) => read(experiment, course));
  return {
    id: experiment.id,
    unit: experiment.show === 'fold' ? '1' : experiment.reading.kind,
    arms: experiment.arms.map((arm): ArmResult => {
      const own = values(arm.id);
      const base = values(arm.against ?? first?.id ?? arm.id);
      const shown = experiment.show === 'fold' ? own.map((value, i) => value / (base[i] ?? Number.NaN)) : own;
      const { p10, p50, p90 } = quantiles(shown, '1');
      const lining = liningOf(experiment, arm, courses.get(arm.id) ?? []);
      return {
        id: arm.id,
        p10: rounded(p10),
        p50: rounded(p50),
        p90: rounded(p90),
        ...(lining ? { lining } : {}),
      };
    }),
  };
}

const { system } = gutNamed(runner.assembly);
const healthy = (id: string): number => system.states.find((state) => state.id === id)?.value ?? Number.NaN;
const list: ExperimentResult[] = [];
for (const experiment of experiments) list.push(await run(experiment));
await runner.close();
const lining = snapshotOf('colon', (id) => (id.startsWith('mu_') ? healthy(id) : 1));
const results: LearnResults = {
  modelHash: system.hash,
  people,
  seed,
  assumedShare: assumedShareByCount(system),
  parameters: system.parameters.length,
  innerMucusUm: Math.round(lining?.innerMucusUm ?? Number.NaN),
  looseMucusUm: Math.round(lining?.looseMucusUm ?? Number.NaN),
  experiments: list,
};
writeFileSync(
  fileURLToPath(new URL('../web/src/learn/generated/results.json', import.meta.url)),
  `${JSON.stringify(results, null, 1)}\n`,
);
