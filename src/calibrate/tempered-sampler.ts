import { randomStream } from '../random/philox.ts';

/**
 * Sequential Monte Carlo by tempering (Del Moral, Doucet and Jasra, J R Statist Soc B 68:411-436, 2006, doi
 * 10.1111/j.1467-9868.2006.00553.x): particles drawn from a standard normal prior are carried to the posterior through
 * powers of the likelihood between 0 and 1. Each power is chosen so that half of the weight stays; particles are then
 * moved by elliptical slices (Murray, Adams and MacKay, AISTATS 2010), which leave the tempered posterior as it is and
 * need no tuning.
 */
export interface TemperedProblem {
  readonly dimensions: number;
  readonly logLikelihood: (u: Float64Array) => number;
  /** Log likelihood of u cos + v sin, where one pair is asked many times; `logLikelihood` is used without it. */
  readonly along?: (u: Float64Array, v: Float64Array) => (cos: number, sin: number) => number;
  readonly particles: number;
  /** Powers of the likelihood at which the particles are wanted, rising. */
  readonly powers: readonly number[];
  readonly seed: number;
  /** Name of the random stream. */
  readonly name: string;
  /** Slices per particle at each power, and at each power that is wanted. */
  readonly moves?: number;
  readonly movesWhereWanted?: number;
}

/** @returns the particles at each wanted power */
export function sampleTempered(problem: TemperedProblem): Float64Array[][] {
  const { dimensions, particles: count, powers, seed, name, moves = 6, movesWhereWanted = 30 } = problem;
  const along = problem.along ?? directly(problem.logLikelihood);
  const streams = Array.from({ length: count }, (_, particle) => {
    const stream = randomStream(seed, `${name}/${particle}`);
    let next = 0;
    return { normal: () => stream.normal(next++), uniform: () => stream.uniform(next++) };
  });
  const ofResampling = randomStream(seed, `${name}/resampling`);
  let particles = streams.map(({ normal }) => Float64Array.from({ length: dimensions }, normal));
  let logs = particles.map(problem.logLikelihood);
  let power = 0;
  let round = 0;
  return powers.map((wanted) => {
    while (power < wanted) {
      const next = nextPower(logs, power, wanted);
      const chosen = resample(weightsOf(logs, next - power), ofResampling.uniform(round++));
      particles = chosen.map((index) => Float64Array.from(particles[index] as Float64Array));
      logs = chosen.map((index) => logs[index] as number);
      power = next;
      const times = power === wanted ? movesWhereWanted : moves;
      particles.forEach((particle, index) => {
        for (let move = 0; move < times; move++)
          logs[index] = sliceMove(particle, logs[index] as number, power, along, streams[index] as Stream);
      });
    }
    return particles.map((particle) => Float64Array.from(particle));
  });
}

interface Stream {
  readonly normal: () => number;
  readonly uniform: () => number;
}

const directly =
  (logLikelihood: TemperedProblem['logLikelihood']): NonNullable<TemperedProblem['along']> =>
  (u, v) =>
  (cos, sin) =>
    logLikelihood(u.map((value, index) => value * cos + (v[index] as number) * sin));

/** Moves a particle in place along a random ellipse through it; returns its new log likelihood. */
function sliceMove(
  particle: Float64Array,
  log: number,
  power: number,
  along: NonNullable<TemperedProblem['along']>,
  { normal, uniform }: Stream,
): number {
  const partner = Float64Array.from({ length: particle.length }, normal);
  const at = along(particle, partner);
  const threshold = power * log + Math.log(uniform());
  let angle = 2 * Math.PI * uniform();
  let low = angle - 2 * Math.PI;
  let high = angle;
  // The bracket shrinks to the particle itself, where the threshold is met.
  while (high - low > 1e-9) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const value = at(cos, sin);
    if (power * value > threshold) {
      for (let i = 0; i < particle.length; i++)
        particle[i] = (particle[i] as number) * cos + (partner[i] as number) * sin;
      return value;
    }
    if (angle < 0) low = angle;
    else high = angle;
    angle = low + (high - low) * uniform();
  }
  return log;
}

function weightsOf(logs: readonly number[], by: number): number[] {
  const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const raw = logs.map((log) => Math.exp(by * (log - largest)));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}

/** The next power at which the effective number of particles is half, or the wanted one if that comes first. */
function nextPower(logs: readonly number[], from: number, wanted: number): number {
  const effective = (power: number): number =>
    1 / weightsOf(logs, power - from).reduce((sum, weight) => sum + weight * weight, 0);
  if (effective(wanted) >= logs.length / 2) return wanted;
  let low = from;
  let high = wanted;
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (effective(middle) >= logs.length / 2) low = middle;
    else high = middle;
  }
  // Where one particle outweighs all others no power keeps half: a small step is taken all the same.
  return low > from ? low : high;
}

/** Systematic resampling: each particle as often as its weight says, up to one. */
function resample(weights: readonly number[], uniform: number): number[] {
  const chosen: number[] = [];
  let sum = 0;
  weights.forEach((weight, index) => {
    sum += weight * weights.length;
    while (chosen.length + uniform < sum && chosen.length < weights.length) chosen.push(index);
  });
  while (chosen.length < weights.length) chosen.push(weights.length - 1);
  return chosen;
}
