import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { coreModules } from '../../model/assemblies.ts';
import { freeParameters } from '../../src/calibrate/prior-ensemble.ts';
import { assemble } from '../../src/language/assemble.ts';
import { crossValidate, ensembleWithout } from '../../src/validate/cross-validate.ts';
import { finishPlan, spreadOver, triedPowers } from '../../src/validate/finish-plan.ts';
import { fitPlan } from '../../src/validate/fit-plan.ts';
import { scoreLeftOut } from '../../src/validate/held-out.ts';
import { vocabularyOf } from '../../src/validate/model-vocabulary.ts';
import type { ValidationPlan } from '../../src/validate/plan.ts';
import { planJobs } from '../../src/validate/plan-jobs.ts';
import { choosePriorWidth, triedWidths } from '../../src/validate/prior-width.ts';
import { readPlanTexts } from '../../src/validate/read-plan.ts';
import { criteriaOf, runPlan } from '../../src/validate/run-plan.ts';
import { doseOf, fakeRunner } from './fake-runner.ts';

const vocabulary = vocabularyOf(assemble(coreModules, { name: 'core' }));
const leakRow = (id: string, arm: string, rest: string): string =>
  `  - { id: ${id}, measure: { test: two_sugar, result: ratio_0_5h, day: 1 }, arm: ${arm}, against: control, ${rest} }\n`;

const study = (name: string, rows: string, group = 'nsaid'): { name: string; text: string } => ({
  name: `${name}.yaml`,
  text: `zonulaPlan: 1
study: ${name}
group: ${group}
design: crossover
population: { about: healthy adults, n: 16 }
arms:
  control: {}
  low: { changes: [{ medicine: indomethacin, dose: 25 mg, times: ["07:00"], day: 1 }] }
  high: { changes: [{ medicine: indomethacin, dose: 75 mg, times: ["07:00"], day: 1 }] }
  cannot: { inputs: [{ input: u_stress, value: 1, unit: "1", always: true }] }
rows:
${rows}`,
});

function planOf(...files: { name: string; text: string }[]): ValidationPlan {
  const plan = readPlanTexts(files, vocabulary);
  expect(plan.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { ...plan, folder: 'test', hash: 'test' };
}

const high = leakRow('dose', 'high', 'kind: direction, observed: { direction: up }, role: validate');
/** Dose of the arm "high" in the fake gut's own measure. */
const unit = doseOf(
  {
    draw: { seed: 1, member: 0, person: 0 },
    spread: 'default',
    timelines: [...(planOf(study('dose', high)).studies[0]?.lives.values() ?? [])].slice(-1),
  },
  0,
);

describe('running a plan', () => {
  const plan = planOf(
    study(
      'one',
      leakRow('up', 'high', 'kind: fold, observed: { value: 2 }, role: calibrate') +
        leakRow('down', 'high', 'kind: direction, observed: { direction: down }, role: validate') +
        leakRow('small', 'high', 'kind: fold, observed: { value: 9 }, role: validate') +
        leakRow('flat', 'low', 'kind: null, margin: [0.9, 1.1], role: negative') +
        leakRow(
          'said',
          'low',
          'kind: fold, observed: { value: 3 }, role: validate, notExpressible: no word for it',
        ) +
        leakRow(
          'range',
          'low',
          'kind: fold, observed: { value: 1.02, spread: [0.9, 1.2], spreadKind: CI95 }, role: validate',
        ),
    ),
    study(
      'two',
      leakRow(
        'again',
        'high',
        'kind: fold, observed: { value: 2.1, spread: 0.4, spreadKind: SD }, role: validate',
      ),
    ),
  );
  const ensemble = { seed: 1, members: 4, people: 2, spread: 'both' } as const;
  const leak = (job: Parameters<typeof doseOf>[0], life: number): number => 1 + doseOf(job, life) / unit;

  it('runs each distinct life once per virtual person, whatever the number of rows and studies', async () => {
    const runner = fakeRunner(leak);
    await runPlan(plan, { runner, ensemble });
    expect(runner.jobs).toHaveLength(8);
    // control, low, high: the arms of the second study are the same lives.
    expect(runner.jobs[0]?.timelines).toHaveLength(3);
    expect(planJobs(plan.studies).groups).toHaveLength(1);
  });

  it('gives the verdicts that the numbers deserve, and the reason of what it cannot say', async () => {
    const { rows, summary } = await runPlan(plan, { runner: fakeRunner(leak), ensemble });
    const verdicts = Object.fromEntries(rows.map(({ id, verdict }) => [id, verdict]));
    expect(verdicts).toEqual({
      up: 'good',
      down: 'wrong-direction',
      small: 'wrong-size',
      flat: 'null-broken',
      said: 'not-expressible',
      range: 'good',
      again: 'good',
    });
    expect(rows.find(({ id }) => id === 'said')?.why).toBe('no word for it');
    expect(rows.find(({ id }) => id === 'small')?.foldError).toBeCloseTo(4.5, 0);
    expect(summary).toMatchObject({ rows: 7, expressible: 6, negativesHeld: 0 });
    // Study "one": up right, down wrong, small right (2 of 3; 1.02 is no change and has no direction); study "two":
    // right. Each weighs 1.
    expect(summary.directionRight).toBeCloseTo((2 / 3 + 1) / 2);
    expect(summary.nullModel).toMatchObject({ directionRight: 0, negativesHeld: 1 });
  });

  it('a life that cannot be solved takes only itself', async () => {
    const runner = fakeRunner(leak, { fails: ({ draw }) => draw.member === 2 });
    const { rows, problems } = await runPlan(plan, { runner, ensemble });
    expect(problems.map(({ code }) => code)).toEqual(['Z2001', 'Z2001']);
    expect(rows.find(({ id }) => id === 'up')?.verdict).toBe('good');
    const none = await runPlan(plan, { runner: fakeRunner(leak, { fails: () => true }), ensemble });
    expect(none.rows.every(({ verdict }) => verdict === 'not-expressible')).toBe(true);
  });

  it('flags doses beyond what was studied', async () => {
    const far = study(
      'far',
      leakRow('far', 'high', 'kind: fold, observed: { value: 2 }, role: validate') +
        leakRow('near', 'low', 'kind: fold, observed: { value: 2 }, role: validate'),
    );
    const text = far.text.replace('dose: 75 mg', 'dose: 400 mg').replace('dose: 25 mg', 'dose: 100 mg');
    const { rows } = await runPlan(planOf({ ...far, text }), { runner: fakeRunner(leak), ensemble });
    expect(rows.map(({ id, extrapolates }) => [id, extrapolates])).toEqual([
      ['far', true],
      ['near', false],
    ]);
  });

  it('the same seed gives the same numbers', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => runPlan(plan, { runner: fakeRunner(leak), ensemble })));
    expect(a?.rows).toEqual(b?.rows);
  });
});

describe('fitting a plan', () => {
  const parameter = { id: 'gain', value: 1, range: [0.2, 5] as const, grade: 'assumed' as const };
  const free = freeParameters([parameter]);
  const leak = (job: Parameters<typeof doseOf>[0], life: number): number =>
    1 + ((job.shared?.gain ?? 1) * doseOf(job, life)) / unit;
  const files = [
    study('a', leakRow('a', 'high', 'kind: fold, observed: { value: 3.5 }, role: calibrate'), 'one'),
    study('b', leakRow('b', 'low', 'kind: fold, observed: { value: 1.83 }, role: calibrate'), 'two'),
    study('c', leakRow('c', 'high', 'kind: fold, observed: { value: 50 }, role: validate'), 'three'),
  ];
  const options = { free, members: 60, seed: 2, inflation: [4, 4, 4, 4], runner: fakeRunner(leak) };

  it('finds the gain that the calibrate rows ask for, and never looks at validate rows', async () => {
    const fit = await fitPlan(planOf(...files).studies, options);
    const gains = Array.from(
      { length: 60 },
      (_, member) => free.valuesOf(fit.posterior, member).gain ?? 0,
    ).sort((x, y) => x - y);
    expect(fit.targets.map(({ row }) => row.id)).toEqual(['a', 'b']);
    expect(gains[30]).toBeGreaterThan(1.9);
    expect(gains[30]).toBeLessThan(3.1);
    expect(fit.steps.at(-1)?.misfit).toBeLessThan(fit.steps[0]?.misfit ?? 0);
  });

  it('an interrupted fit goes on to the same bits', async () => {
    const { studies } = planOf(...files);
    const kept = new Map<string, string>();
    const store = {
      find: async (name: string, inputs: string) => {
        const text = kept.get(`${name} ${inputs}`);
        return text === undefined ? undefined : (JSON.parse(text) as (number | null)[][]);
      },
      keep: async (name: string, inputs: string, predictions: readonly (readonly number[])[]) => {
        kept.set(`${name} ${inputs}`, JSON.stringify(predictions));
      },
    };
    const whole = await fitPlan(studies, { ...options, store });
    for (const name of [...kept.keys()].slice(2)) kept.delete(name);
    const runner = fakeRunner(leak);
    const resumed = await fitPlan(studies, { ...options, runner, store });
    expect(resumed.posterior.to2DArray()).toEqual(whole.posterior.to2DArray());
    expect(runner.jobs).toHaveLength(2 * 60);
    // Predictions of other draws are not taken for these.
    const other = fakeRunner(leak);
    await fitPlan(studies, { ...options, seed: 3, runner: other, store });
    expect(other.jobs).toHaveLength(4 * 60);
  });

  it('a left-out group is predicted from the others', async () => {
    const { studies } = planOf(...files);
    const fit = await fitPlan(studies, options);
    const { groups } = await crossValidate(studies, (group) => ensembleWithout(group, fit, 2), {
      free,
      runner: fakeRunner(leak),
      seed: 2,
      members: 40,
      people: 1,
    });
    expect(groups.map(({ group }) => group)).toEqual(['one', 'three', 'two']);
    const p50 = (group: string): number => {
      const predicted = groups.find((each) => each.group === group)?.rows[0]?.predicted;
      return predicted?.p50 ?? Number.NaN;
    };
    // From "b" alone (low dose, 1.83) a gain of about 2.5 follows, and so about 3.5 at the high dose.
    expect(p50('one')).toBeGreaterThan(2.2);
    expect(p50('three')).toBeLessThan(6);
  });

  it('takes narrow priors where the defaults are right, and wide ones where they are far off', async () => {
    const asking = (fold: number) =>
      planOf(study('a', leakRow('a', 'high', `kind: fold, observed: { value: ${fold} }, role: calibrate`)))
        .studies;
    // A gain of 1 doubles the leak; one of 4.5 is near the end of its range.
    const near = await choosePriorWidth(asking(2), options);
    const far = await choosePriorWidth(asking(5.5), options);
    expect(near.width).toBe(triedWidths[0]);
    expect(far.width).toBe(1);
    const widest = near.rounds.at(-1)?.inputs.max() ?? 0;
    expect(near.rounds.map(({ inputs }) => inputs.max())).toEqual(
      triedWidths.map((width) => expect.closeTo(width * widest, 10)),
    );
    const fit = await fitPlan(asking(5.5), { ...options, width: 0.35 });
    expect(fit.prior.max()).toBeCloseTo(0.35 * widest, 10);
  });

  it('is finished: draws of the gain that all studies ask for, and without a group of what the others ask', async () => {
    const { studies } = planOf(...files);
    const fit = await fitPlan(studies, options);
    const finish = await finishPlan(fit, { ...options, particles: 256, particlesLeftOut: 128 });
    expect(finish.rounds).toHaveLength(6);
    expect(finish.emulators.every(({ explained }) => explained > 0.95)).toBe(true);
    expect(triedPowers).toContain(finish.power);
    const median = (ensemble: Matrix): number =>
      Array.from({ length: ensemble.columns }, (_, member) => free.valuesOf(ensemble, member).gain ?? 0).sort(
        (x, y) => x - y,
      )[Math.floor(ensemble.columns / 2)] ?? Number.NaN;
    expect(median(finish.posterior)).toBeGreaterThan(1.9);
    expect(median(finish.posterior)).toBeLessThan(3.1);
    // Nothing is told but what was said of both: the two ensembles differ in what they have seen.
    expect(median(finish.without('one'))).not.toBeCloseTo(median(finish.without('two')), 6);
    const score = await scoreLeftOut(
      studies,
      'finish',
      (group) => spreadOver(finish.without(group), 20),
      options,
    );
    expect(score.targets).toBe(2);
    expect(score.score).toBeLessThan(2);
  });

  it('takes columns from all over an ensemble', () => {
    expect(spreadOver(new Matrix([[0, 1, 2, 3, 4, 5]]), 3).to2DArray()).toEqual([[0, 2, 4]]);
    expect(spreadOver(new Matrix([[0, 1]]), 5).columns).toBe(2);
  });
});

describe('criteria', () => {
  it('are met or missed by their numbers, and unknown without any', () => {
    const summary = {
      rows: 1,
      expressible: 1,
      directionRight: 0.95,
      within1_5fold: 0.5,
      within2fold: 0.84,
      gmfe: 1.41,
      coverage80: undefined,
      negativesHeld: 0.9,
    };
    expect(criteriaOf(summary).map(({ met }) => met)).toEqual([true, false, false, true, undefined]);
    expect(criteriaOf({ ...summary, coverage80: 0.95 }).at(-1)?.met).toBe(false);
  });
});
