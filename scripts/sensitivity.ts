/**
 * How key outputs answer to every parameter: one healthy person of the reference Western diet lives on for
 * `days` after one parameter is shifted up in one lane and down in the other; and the same through ten hard days,
 * because many numbers matter only in trouble. Writes evidence/generated/sensitivity.json.
 *
 *     node scripts/sensitivity.ts [days]        (28 days: about two minutes)
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Kernel } from '../src/codegen/kernel.ts';
import { referenceMeals, type SensitivityTable } from '../src/describe/index.ts';
import type { ModelSystem } from '../src/language/system.ts';
import { buildGut } from '../src/simulate/gut.ts';
import { isUncertain, priorScale } from '../src/simulate/priors.ts';
import { settle } from '../src/simulate/settle.ts';
import { compileSystem } from '../src/solver/compile.ts';
import type { LaneSchedule, LaneSegment } from '../src/solver/contract.ts';
import { integrate } from '../src/solver/integrate.ts';

/** What people look at: the barrier, what crosses it, inflammation, the colon, nutrition. */
const outputs = [
  'pl_sb',
  'pl_co',
  'ps_sb',
  'sb_leak',
  'co_leak',
  'sb_dmg',
  'mu_in',
  'sb_vil',
  'lps_free',
  'lal',
  'tnf_m',
  'calprotectin',
  'crp',
  'il6',
  'lbp',
  'dc_butyrate',
  'dc_scfa',
  'dc_ph',
  'share_bac',
  'share_fir',
  'share_bif',
  'share_muc',
  'share_ent',
  'stool_weight',
  'co_gas',
  'd25',
  'ferr',
  'citr',
] as const;

/** Shift up and down, in standard deviations of the prior; for what is not uncertain, as a share of value or range. */
const shift = 0.1;
const certainShift = 0.01;

/** One lane's days of the reference diet. */
function days(system: ModelSystem, count: number): LaneSchedule {
  const base = Float64Array.from(system.inputs, ({ value }) => value);
  const segments = referenceMeals(system, count).map(
    ({ input, ...rest }): LaneSegment => ({
      input: system.inputs.findIndex(({ id }) => id === input),
      ...rest,
    }),
  );
  return { base, segments, boluses: [] };
}

/** What happens in the hard days: input, first hour, last hour, value. The doses are those of the exposure catalogue. */
const trouble: readonly (readonly [input: string, from: number, to: number, value: number])[] = [
  ...[0, 1, 2].flatMap((day) =>
    [8, 14, 20].map((hour) => ['u_nsaid_in', 24 * day + hour, 24 * day + hour + 0.5, 0.9] as const),
  ),
  ['u_abx', 48, 168, 0.06],
  ['u_ppi', 24, 168, 1],
  ['u_stress', 72 + 9, 72 + 10, 1],
  ['u_chronic', 0, 240, 2],
  ['u_sleep', 0, 240, 1],
  ['u_alc_g', 96 + 20, 96 + 23, 20],
  ['u_path', 120, 144, 1 / 24],
  ['u_isch', 24 + 17, 24 + 18, 0.35],
  ['u_emul', 0, 240, 0.1],
  ['u_iu', 0, 240, 1000],
  ['u_bif_in', 168, 240, 0.05 / 24],
  ['live_cfu', 168, 240, 1e10],
];
const hardDays = 10;

function hardLife(system: ModelSystem): LaneSchedule {
  const usual = days(system, hardDays);
  const segments = trouble.flatMap(([id, startHours, endHours, value]): LaneSegment[] => {
    const input = system.inputs.findIndex((each) => each.id === id);
    return input < 0 ? [] : [{ input, startHours, endHours, value }];
  });
  return { ...usual, segments: [...usual.segments, ...segments] };
}

/** Means of the outputs over the last `meanDays` of a run, per lane, from values on the hour. */
function means(
  system: ModelSystem,
  kernel: Kernel,
  schedule: LaneSchedule,
  count: number,
  meanDays: number,
  ids: readonly string[],
): number[][] {
  const places = ids.map((id) => {
    const state = system.states.findIndex((each) => each.id === id);
    return state >= 0
      ? ({ from: 'state', index: state } as const)
      : ({ from: 'outputs', index: system.outputs.findIndex((each) => each.id === id) } as const);
  });
  const sums = Array.from({ length: kernel.lanes }, () => ids.map(() => 0));
  const firstHour = 24 * (count - meanDays);
  const hours = 24 * meanDays;
  integrate(kernel, {
    startHours: 0,
    endHours: 24 * count,
    lanes: Array.from({ length: kernel.lanes }, () => schedule),
    relativeTolerance: 1e-6,
    boundaries: Array.from({ length: hours }, (_, hour) => firstHour + hour + 1),
    observe: (each, _start, endHours) => {
      if (endHours <= firstHour + 0.5 || Math.abs(endHours - Math.round(endHours)) > 1e-9) return;
      each.evaluateOutputs(endHours);
      places.forEach(({ from, index }, output) => {
        for (let lane = 0; lane < each.lanes; lane++) {
          const sum = sums[lane] as number[];
          sum[output] = (sum[output] ?? 0) + (each[from][index * each.lanes + lane] ?? Number.NaN) / hours;
        }
      });
    },
  });
  return sums;
}

const horizonDays = Number(process.argv[2] ?? 28);
const gut = buildGut('full');
const { system } = gut;
const known = new Set([...system.states, ...system.outputs].map(({ id }) => id));
const missing = outputs.filter((id) => !known.has(id));
if (missing.length > 0) process.stderr.write(`Not in this model, left out: ${missing.join(', ')}\n`);
const ids = outputs.filter((id) => known.has(id));

const kernel = compileSystem(system, { lanes: 2, backEnd: 'wasm' });
const oneDay = days(system, 1);
settle(gut, kernel, [oneDay, oneDay], 24, 400);
const habitual = Float64Array.from(kernel.state);
const usualLife = days(system, horizonDays);
const hard = hardLife(system);
/** All outputs of both lives, per lane: those of the usual life first. */
const readings = (): readonly number[][] => {
  const restore = (): void => {
    kernel.state.set(habitual);
    kernel.prepare();
  };
  restore();
  const usual = means(system, kernel, usualLife, horizonDays, 1, ids);
  restore();
  const disturbed = means(system, kernel, hard, hardDays, hardDays, ids);
  return usual.map((values, lane) => [...values, ...(disturbed[lane] ?? [])]);
};
const values = readings()[0] as number[];
const round = (value: number): number => Number(value.toPrecision(4));

const parameters = system.parameters.map((parameter, index) => {
  const uncertain = isUncertain(parameter);
  const { value, range } = parameter;
  const { valueAt } = priorScale(parameter);
  let [low, high] = [value, value];
  if (uncertain) [low, high] = [valueAt(-shift), valueAt(shift)];
  else if (value !== 0) [low, high] = [value * (1 - certainShift), value * (1 + certainShift)];
  // A switch is off at 0 and never below it.
  else [low, high] = [0, certainShift * (range[1] - range[0] || 1)];
  kernel.parameters[2 * index] = low;
  kernel.parameters[2 * index + 1] = high;
  const [below = [], above = []] = readings();
  kernel.parameters[2 * index] = value;
  kernel.parameters[2 * index + 1] = value;
  const logChange = values.map(
    (_, output) => Math.log(above[output] as number) - Math.log(below[output] as number),
  );
  const relativeStep = value === 0 ? high - low : (high - low) / value;
  if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${system.parameters.length}`);
  return {
    id: parameter.id,
    elasticity: logChange.map((change) => round(change / relativeStep)),
    perDeviation: logChange.map((change) => (uncertain ? round(change / (2 * shift)) : 0)),
  };
});

const table: SensitivityTable = {
  modelHash: system.hash,
  assembly: 'full',
  horizonDays,
  outputs: (['usual', 'hard'] as const).flatMap((life, which) =>
    ids.map((id, index) => ({
      id,
      unit: [...system.states, ...system.derived].find((each) => each.id === id)?.unit ?? '1',
      value: round(values[which * ids.length + index] as number),
      life,
    })),
  ),
  parameters,
};
const directory = fileURLToPath(new URL('../evidence/generated/', import.meta.url));
mkdirSync(directory, { recursive: true });
const lines = table.parameters.map((parameter) => JSON.stringify(parameter)).join(',\n');
const { parameters: _rows, ...head } = table;
writeFileSync(
  `${directory}sensitivity.json`,
  `${JSON.stringify(head).slice(0, -1)},"parameters":[\n${lines}\n]}\n`,
);
process.stderr.write('\n');
