/** The finish of a fit: the posterior sampled with emulators, trained on every draw that the model was run for. */
import { Matrix } from 'ml-matrix';
import { type Emulator, trainEmulators } from '../calibrate/emulator.ts';
import { emulateEnsemble, finishEnsemble } from '../calibrate/finish.ts';
import { randomStream } from '../random/philox.ts';
import { cancelledRun } from '../simulate/runner.ts';
import { type Fit, type FitOptions, type FitRound, type FitTarget, predictTargets } from './fit-plan.ts';
import { keptWithout } from './held-out.ts';
import { scoreTargets } from './score-targets.ts';

/** Powers of the likelihood that are tried: below 1 the data are trusted less, and the bands are wider. */
export const triedPowers = [0.25, 0.5, 1] as const;
export interface FinishOptions
  extends Pick<FitOptions, 'free' | 'seed' | 'runner' | 'store' | 'onProgress' | 'signal'> {
  /** How wide the priors are, in the widths of the ranges; 1 unless given. */
  readonly width?: number;
  /** Further runs of the model to train the emulators with. */
  readonly furtherRounds?: readonly FitRound[];
  /** Draws of the round that trains the emulators near the posterior. */
  readonly members: number;
  /** Particles of the full finish, and of each ensemble that has not seen a group. */
  readonly particles: number;
  readonly particlesLeftOut: number;
  readonly onMessage?: (message: string) => void;
}

export interface Finish {
  readonly emulators: readonly Emulator[];
  /** The power that scored best on left-out groups, by the emulators. */
  readonly power: number;
  readonly powers: readonly { readonly power: number; readonly emulatedHeldOutScore: number | undefined }[];
  /** Particles at that power. */
  readonly posterior: Matrix;
  /** Every round that the emulators were trained on. */
  readonly rounds: readonly FitRound[];
  /** What the draws of the smoother predict. */
  readonly smoothed: Matrix;
  /** Particles at that power that have not seen a group. */
  readonly without: (group: string) => Matrix;
}

/** @throws ZonulaError Z5090 when cancelled */
export async function finishPlan(
  fit: Pick<Fit, 'jobs' | 'targets' | 'rounds' | 'posterior'>,
  options: FinishOptions,
): Promise<Finish> {
  const { jobs, targets } = fit;
  const rounds = [...fit.rounds, ...(options.furtherRounds ?? [])];
  const run = async (inputs: Matrix, name: string): Promise<Matrix> => {
    const predictions = await predictTargets(jobs, targets, inputs, options, name);
    rounds.push({ inputs, predictions });
    return predictions;
  };
  const smoothed = await run(fit.posterior, 'smoothed draws');
  const first = sample(trained(rounds), targets, options, { name: 'finish/first', powers: [1] });
  await run(spreadOver(first[0] as Matrix, options.members), 'draws of the first finish');
  const emulators = trained(rounds);
  const groups = [...new Set(targets.map(({ row }) => row.group))].sort();
  const leftOut = new Map<string, readonly Matrix[]>();
  for (const [done, group] of groups.entries()) {
    options.onProgress?.('finishing without each group', done, groups.length);
    // Messages and a cancel get their turn between two groups.
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (options.signal?.aborted) throw cancelledRun();
    leftOut.set(
      group,
      sample(emulators, targets, options, {
        name: `finish/without/${group}`,
        powers: triedPowers,
        keep: keptWithout(group, targets),
        particles: options.particlesLeftOut,
      }),
    );
  }
  const powers = triedPowers.map((power, at) => ({
    power,
    emulatedHeldOutScore: scoreTargets(
      targets,
      withEmulatorError(
        new Matrix(
          targets.map(({ row }, index) => {
            const ensemble = leftOut.get(row.group)?.[at] as Matrix;
            return emulateEnsemble([emulators[index] as Emulator], ensemble).getRow(0);
          }),
        ),
        emulators,
        options.seed,
      ),
    ).score,
  }));
  const best = powers.reduce((least, each) =>
    (each.emulatedHeldOutScore ?? Number.POSITIVE_INFINITY) <=
    (least.emulatedHeldOutScore ?? Number.POSITIVE_INFINITY)
      ? each
      : least,
  );
  options.onMessage?.(
    `emulators explain ${Math.round(100 * medianOf(emulators.map(({ explained }) => explained)))} % of a row (median, on draws not trained on); left-out score by power of the data: ${powers.map(({ power, emulatedHeldOutScore }) => `${power}: ${emulatedHeldOutScore?.toFixed(3)}`).join(', ')}`,
  );
  const at = powers.indexOf(best);
  const [posterior] = sample(emulators, targets, options, { name: 'finish', powers: [best.power] });
  return {
    emulators,
    power: best.power,
    powers,
    posterior: posterior as Matrix,
    rounds,
    smoothed,
    without: (group) => leftOut.get(group)?.[at] ?? (posterior as Matrix),
  };
}

/** Evenly spread columns: neighbours of a resampled ensemble may descend from one particle. */
export function spreadOver(ensemble: Matrix, count: number): Matrix {
  const columns = Array.from({ length: Math.min(count, ensemble.columns) }, (_, index) =>
    Math.floor((index * ensemble.columns) / Math.min(count, ensemble.columns)),
  );
  return ensemble.subMatrixColumn(columns);
}

/** The steps of one member are alike: they are left out together when the error of an emulator is measured. */
function trained(rounds: readonly FitRound[]): Emulator[] {
  const join = (pick: (round: FitRound) => Matrix): Matrix => {
    const rows = pick(rounds[0] as FitRound).rows;
    return new Matrix(
      Array.from({ length: rows }, (_, row) => rounds.flatMap((round) => pick(round).getRow(row))),
    );
  };
  return trainEmulators(
    {
      inputs: join(({ inputs }) => inputs),
      family: rounds.flatMap(({ inputs }) => Array.from({ length: inputs.columns }, (_, member) => member)),
    },
    join(({ predictions }) => predictions),
  );
}

function sample(
  emulators: readonly Emulator[],
  targets: readonly FitTarget[],
  { free, seed, particles, width }: FinishOptions,
  own: {
    readonly name: string;
    readonly powers: readonly number[];
    readonly keep?: readonly number[];
    readonly particles?: number;
  },
): Matrix[] {
  return finishEnsemble({
    emulators,
    observed: targets.map(({ observed }) => observed),
    errorStandardDeviation: targets.map(({ errorStandardDeviation }) => errorStandardDeviation),
    parameters: free.parameters.length,
    ...(width === undefined ? {} : { width }),
    particles,
    seed,
    ...own,
  });
}

/** What an emulator misses scatters around what it says. */
function withEmulatorError(predictions: Matrix, emulators: readonly Emulator[], seed: number): Matrix {
  const scattered = predictions.clone();
  for (const [row, { errorStandardDeviation }] of emulators.entries()) {
    const { normal } = randomStream(seed, `finish/error/${row}`);
    for (let member = 0; member < scattered.columns; member++)
      scattered.set(row, member, scattered.get(row, member) + errorStandardDeviation * normal(member));
  }
  return scattered;
}

const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
