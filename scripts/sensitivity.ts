/**
 * How key outputs answer to every parameter: one healthy person of the reference Western diet lives on for
 * `days` after one parameter is shifted up in one lane and down in the other. Writes evidence/generated/sensitivity.json.
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

/** Means of the outputs over the last day of a run, per lane, from values on the hour. */
function lastDayMeans(
  system: ModelSystem,
  kernel: Kernel,
  schedule: LaneSchedule,
  count: number,
  ids: readonly string[],
): number[][] {
  const places = ids.map((id) => {
    const state = system.states.findIndex((each) => each.id === id);
    return state >= 0
      ? ({ from: 'state', index: state } as const)
      : ({ from: 'outputs', index: system.outputs.findIndex((each) => each.id === id) } as const);
  });
  const sums = Array.from({ length: kernel.lanes }, () => ids.map(() => 0));
  const firstHour = 24 * (count - 1);
  integrate(kernel, {
    startHours: 0,
    endHours: 24 * count,
    lanes: Array.from({ length: kernel.lanes }, () => schedule),
    relativeTolerance: 1e-6,
    boundaries: Array.from({ length: 24 }, (_, hour) => firstHour + hour + 1),
    observe: (each, _start, endHours) => {
      if (endHours <= firstHour + 0.5 || Math.abs(endHours - Math.round(endHours)) > 1e-9) return;
      each.evaluateOutputs(endHours);
      places.forEach(({ from, index }, output) => {
        for (let lane = 0; lane < each.lanes; lane++) {
          const sum = sums[lane] as number[];
          sum[output] = (sum[output] ?? 0) + (each[from][index * each.lanes + lane] ?? Number.NaN) / 24;
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
const schedule = days(system, horizonDays);
const restore = (): void => {
  kernel.state.set(habitual);
  kernel.prepare();
};
restore();
const values = lastDayMeans(system, kernel, schedule, horizonDays, ids)[0] as number[];
const round = (value: number): number => Number(value.toPrecision(4));

const parameters = system.parameters.map((parameter, index) => {
  const uncertain = isUncertain(parameter);
  const { value, range } = parameter;
  const { scale, standardDeviation } = priorScale(parameter);
  let [low, high] = [value, value];
  if (uncertain && scale === 'log') {
    low = value * Math.exp(-shift * standardDeviation);
    high = value * Math.exp(shift * standardDeviation);
  } else if (uncertain) {
    // Nothing that cannot be negative is made so.
    low = Math.max(range[0], value - shift * standardDeviation);
    high = Math.min(range[1], value + shift * standardDeviation);
  } else if (value !== 0) [low, high] = [value * (1 - certainShift), value * (1 + certainShift)];
  // A switch is off at 0 and never below it.
  else [low, high] = [0, certainShift * (range[1] - range[0] || 1)];
  kernel.parameters[2 * index] = low;
  kernel.parameters[2 * index + 1] = high;
  restore();
  const [below = [], above = []] = lastDayMeans(system, kernel, schedule, horizonDays, ids);
  kernel.parameters[2 * index] = value;
  kernel.parameters[2 * index + 1] = value;
  const logChange = ids.map(
    (_, output) => Math.log(above[output] as number) - Math.log(below[output] as number),
  );
  const relativeStep = value === 0 ? high - low : (high - low) / value;
  const deviations =
    scale === 'log' ? Math.log(high / low) / standardDeviation : (high - low) / standardDeviation;
  if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${system.parameters.length}`);
  return {
    id: parameter.id,
    elasticity: logChange.map((change) => round(change / relativeStep)),
    perDeviation: logChange.map((change) => (uncertain ? round(change / deviations) : 0)),
  };
});

const table: SensitivityTable = {
  modelHash: system.hash,
  assembly: 'full',
  horizonDays,
  outputs: ids.map((id, index) => ({
    id,
    unit: [...system.states, ...system.derived].find((each) => each.id === id)?.unit ?? '1',
    value: round(values[index] as number),
  })),
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
