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
/**
 * Widths of all priors that are tried, in those of their ranges. Ranges say one by one what is thinkable; that hundreds
 * of assumed numbers lie near their ends at once is not, and how far they do is the one thing that the data can tell of all.
 */
export const triedWidths = [0.35, 0.5, 0.7, 1] as const;

export interface FinishOptions
  extends Pick<FitOptions, 'free' | 'seed' | 'runner' | 'store' | 'onProgress' | 'signal'> {
  /** Draws of the round that trains the emulators near the posterior. */
  readonly members: number;
  /** Particles of the full finish, and of each ensemble that has not seen a group. */
  readonly particles: number;
  readonly particlesLeftOut: number;
  readonly onMessage?: (message: string) => void;
}

export interface Finish {
  readonly emulators: readonly Emulator[];
  /** The trust in the data and the width of the priors that scored best on left-out groups, by the emulators. */
  readonly chosen: TriedTrust;
  readonly tried: readonly TriedTrust[];
  /** Particles of what was chosen. */
  readonly posterior: Matrix;
  /** Every round that the emulators were trained on. */
  readonly rounds: readonly FitRound[];
  /** Particles of what was chosen that have not seen a group. */
  readonly without: (group: string) => Matrix;
}

/** How much the data are trusted, and how wide the priors are. */
export interface TriedTrust {
  /** Power of the likelihood. */
  readonly power: number;
  /** Width of all priors, in those of their ranges. */
  readonly width: number;
  readonly emulatedHeldOutScore: number | undefined;
}

/** @throws ZonulaError Z5090 when cancelled */
export async function finishPlan(
  fit: Pick<Fit, 'jobs' | 'targets' | 'rounds' | 'posterior'>,
  options: FinishOptions,
): Promise<Finish> {
  const { jobs, targets } = fit;
  const rounds = [...fit.rounds];
  const run = async (inputs: Matrix, name: string): Promise<void> => {
    rounds.push({ inputs, predictions: await predictTargets(jobs, targets, inputs, options, name) });
  };
  await run(fit.posterior, 'smoothed draws');
  const first = sample(trained(rounds), targets, options, { name: 'finish/first', powers: [1] });
  await run(spreadOver(first[0] as Matrix, options.members), 'draws of the first finish');
  const emulators = trained(rounds);
  const groups = [...new Set(targets.map(({ row }) => row.group))].sort();
  const tried: (TriedTrust & { readonly without: ReadonlyMap<string, Matrix> })[] = [];
  for (const [at, width] of triedWidths.entries()) {
    const leftOut = new Map<string, readonly Matrix[]>();
    for (const [done, group] of groups.entries()) {
      options.onProgress?.(
        'finishing without each group',
        at * groups.length + done,
        triedWidths.length * groups.length,
      );
      // Messages and a cancel get their turn between two groups.
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (options.signal?.aborted) throw cancelledRun();
      leftOut.set(
        group,
        sample(emulators, targets, options, {
          name: `finish/without/${group}`,
          powers: triedPowers,
          width,
          keep: keptWithout(group, targets),
          particles: options.particlesLeftOut,
        }),
      );
    }
    for (const [place, power] of triedPowers.entries()) {
      const without = new Map([...leftOut].map(([group, list]) => [group, list[place] as Matrix]));
      const emulated = new Matrix(
        targets.map(({ row }, index) =>
          emulateEnsemble([emulators[index] as Emulator], without.get(row.group) as Matrix).getRow(0),
        ),
      );
      tried.push({
        power,
        width,
        emulatedHeldOutScore: scoreTargets(targets, withEmulatorError(emulated, emulators, options.seed))
          .score,
        without,
      });
    }
  }
  const worst = Number.POSITIVE_INFINITY;
  const best = tried.reduce((least, each) =>
    (each.emulatedHeldOutScore ?? worst) <= (least.emulatedHeldOutScore ?? worst) ? each : least,
  );
  options.onMessage?.(
    `emulators explain ${Math.round(100 * medianOf(emulators.map(({ explained }) => explained)))} % of a row (median, on draws not trained on); left-out score by width of the priors and power of the data: ${tried.map(({ width, power, emulatedHeldOutScore }) => `${width}/${power}: ${emulatedHeldOutScore?.toFixed(3)}`).join(', ')}`,
  );
  const [posterior] = sample(emulators, targets, options, {
    name: 'finish',
    powers: [best.power],
    width: best.width,
  });
  const score = ({ power, width, emulatedHeldOutScore }: TriedTrust): TriedTrust => ({
    power,
    width,
    emulatedHeldOutScore,
  });
  return {
    emulators,
    chosen: score(best),
    tried: tried.map(score),
    posterior: posterior as Matrix,
    rounds,
    without: (group) => best.without.get(group) ?? (posterior as Matrix),
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
  { free, seed, particles }: FinishOptions,
  own: {
    readonly name: string;
    readonly powers: readonly number[];
    readonly width?: number;
    readonly keep?: readonly number[];
    readonly particles?: number;
  },
): Matrix[] {
  return finishEnsemble({
    emulators,
    observed: targets.map(({ observed }) => observed),
    errorStandardDeviation: targets.map(({ errorStandardDeviation }) => errorStandardDeviation),
    parameters: free.parameters.length,
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
