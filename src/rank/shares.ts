import type { Grade } from '../language/module.ts';
import type { NormalisedFile } from '../person/index.ts';
import { gutNamed } from '../population/index.ts';
import type { ParameterValues } from '../simulate/contract.ts';
import { drawPrior, isUncertain } from '../simulate/index.ts';
import type { Candidate } from './candidates.ts';
import type { HorizonWeeks } from './effects.ts';
import { judgedAt } from './evaluate.ts';
import type { PersonFacts } from './facts.ts';
import { outcomeById, outcomesFor } from './outcomes.ts';
import { digestOf, jobsOf, type PeopleOptions } from './people.ts';
import type { EffectShares } from './result.ts';
import { weightedVariance } from './weighted.ts';

const classes = ['measured', 'fitted', 'assumed'] as const;
type EvidenceClass = (typeof classes)[number];

/** Members for each class; each is run alone, with all other parameters at their defaults. */
const membersPerClass = 6;

function classOf(grade: Grade): EvidenceClass | undefined {
  if (grade === 'fitted' || grade === 'assumed') return grade;
  return grade === 'switch' || grade === 'chemistry' || grade === 'numerical' ? undefined : 'measured';
}

/**
 * How much of a change's effect rests on measured, fitted and assumed parameters: the spread of the effect when only
 * the parameters of one class are drawn and all others stay at their defaults, as shares of the three spreads.
 * The reference person stands for all: what people differ in is left out.
 *
 * @returns by change id
 */
export async function effectShares(
  candidates: readonly Candidate[],
  file: NormalisedFile,
  facts: PersonFacts,
  options: PeopleOptions & { readonly weeks?: HorizonWeeks },
): Promise<ReadonlyMap<string, EffectShares>> {
  const { parameters } = gutNamed(options.runner.assembly).system;
  const plans = candidates.map(({ plan }) => plan);
  const [template] = jobsOf(file, plans, { from: 0, to: 1 }, [], facts.complaints, options);
  if (!template) return new Map();
  const jobs = classes.flatMap((evidence) =>
    Array.from({ length: membersPerClass }, (_, member) => {
      const shared: Record<string, number> = {};
      for (const parameter of parameters) {
        if (classOf(parameter.grade) === evidence && isUncertain(parameter))
          shared[parameter.id] = drawPrior(parameter, options.seed, `shares/${member}`);
      }
      return {
        ...template,
        spread: 'default' as const,
        redraw: 'person' as const,
        shared: shared as ParameterValues,
      };
    }),
  );
  const results = await options.runner.run(jobs, {
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  const digests = results.map((courses) => digestOf(plans, courses, facts.complaints));
  return new Map(
    candidates.flatMap((candidate) => {
      const spreads = classes.map((_, index) =>
        spreadOf(candidate, digests.slice(index * membersPerClass, (index + 1) * membersPerClass)),
      );
      const all = spreads.reduce((sum, one) => sum + one, 0);
      if (!(all > 0)) return [];
      const [measured = 0, fitted = 0, assumed = 0] = spreads.map(
        (one) => Math.round((1000 * one) / all) / 1000,
      );
      return [[candidate.change.id, { measured, fitted, assumed, basis: 'effect' as const }] as const];
    }),
  );
}

/** Standard deviations of the lining and inflammation effects, each in smallest differences, added up. */
function spreadOf(candidate: Candidate, digests: readonly ReturnType<typeof digestOf>[]): number {
  const week = judgedAt(candidate);
  return outcomesFor([]).reduce((sum, id) => {
    const effects = digests.flatMap(
      ({ effects: all }) => all.get(candidate.plan.name)?.get(week)?.get(id)?.effect ?? [],
    );
    if (effects.length < 2) return sum;
    return (
      sum +
      Math.sqrt(
        weightedVariance(
          effects,
          effects.map(() => 1),
        ),
      ) /
        outcomeById(id).smallest
    );
  }, 0);
}
