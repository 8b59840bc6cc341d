import { readFileSync } from 'node:fs';
import { foodTableKnowledge, type NormalisedFile, readPersonFile } from '../../src/person/index.ts';
import { randomStream } from '../../src/random/philox.ts';
import { rankedSeries } from '../../src/rank/outcomes.ts';
import type { PeopleRunner, PersonCourse, PersonJob } from '../../src/simulate/contract.ts';
import { symptomDefinitions } from '../../src/simulate/symptom-definitions.ts';

/** What a plan does to one virtual person: factors on series, points on symptoms beyond placebo. */
export interface FakeEffect {
  readonly series?: Readonly<Record<string, number>>;
  readonly symptoms?: Readonly<Record<string, number>>;
}

/** A level of a virtual person, lognormal around 1; the same in every life. */
export function personLevel(job: PersonJob, name: string, spread = 0.3): number {
  return Math.exp(spread * randomStream(job.draw.seed, `${name}/${job.draw.person}`).normal(0));
}

export interface FakeOptions {
  readonly effect: (plan: string, job: PersonJob) => FakeEffect;
  /** Exact results of tests in life without change, by test and result. */
  readonly tests?: (job: PersonJob) => Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly symptomScore?: number;
  readonly redraws?: (job: PersonJob) => number;
  /** Jobs are seen here, for tests of what is asked. */
  readonly seen?: PersonJob[];
}

/** Lives in closed form: constant series, constant symptoms. */
export function fakeRunner({ effect, tests, symptomScore = 3, redraws, seen }: FakeOptions): PeopleRunner {
  return {
    assembly: 'core',
    run: async (jobs, options = {}) => {
      const results: PersonCourse[][] = [];
      for (const [index, job] of jobs.entries()) {
        await Promise.resolve();
        if (options.signal?.aborted) throw new Error('cancelled');
        seen?.push(job);
        const courses = job.timelines.map((timeline): PersonCourse => {
          const does = timeline.plan === undefined ? {} : effect(timeline.plan, job);
          const days = timeline.horizonDays;
          const flat = (value: number): Float64Array => new Float64Array(days).fill(value);
          const exact = timeline.plan === undefined ? (tests?.(job) ?? {}) : {};
          return {
            plan: timeline.plan,
            daily: Object.fromEntries(
              rankedSeries.map((id) => [id, flat(personLevel(job, id) * (does.series?.[id] ?? 1))]),
            ),
            tests: timeline.tests.flatMap(({ test, day }) => {
              const results = exact[test];
              return results ? [{ test, day, exact: results, reported: results }] : [];
            }),
            healthy: {},
            symptoms: job.withoutSymptoms
              ? {}
              : Object.fromEntries(
                  symptomDefinitions.map(({ id }) => [
                    id,
                    {
                      expected: flat(Math.max(0, symptomScore + (does.symptoms?.[id] ?? 0))),
                      shamExpected: flat(symptomScore),
                      scores: flat(symptomScore),
                      sham: flat(symptomScore),
                    },
                  ]),
                ),
            redraws: redraws?.(job) ?? 0,
            settledDays: 1,
          };
        });
        results.push(courses);
        options.onResult?.(index, courses);
        options.onProgress?.(index + 1, jobs.length);
      }
      return results;
    },
    close: async () => {},
  };
}

/** A file read as users write it; throws when it has an error. */
export function personOf(yaml: string): NormalisedFile {
  const { normalised, problems } = readPersonFile(yaml, { foods: foodTableKnowledge });
  if (!normalised) throw new Error(problems.map(({ message }) => message).join('\n'));
  return normalised;
}

export function examplePerson(name: string): NormalisedFile {
  return personOf(readFileSync(new URL(`../../examples/people/${name}.yaml`, import.meta.url), 'utf8'));
}

/** All safety questions answered with no, unless said otherwise. */
export function answered(changes: Readonly<Record<string, 'yes' | 'no' | 'unanswered'>> = {}): string {
  const flags = {
    bleeding: 'no',
    weightLoss: 'no',
    familyHistory: 'no',
    stricture: 'no',
    pregnancy: 'no',
    weakenedImmunity: 'no',
    centralLine: 'no',
    eatingDisorder: 'no',
    insulin: 'no',
    ...changes,
  };
  return `{ ${Object.entries(flags)
    .map(([flag, answer]) => `${flag}: ${answer}`)
    .join(', ')} }`;
}

export function westernPerson(extra = '', safety = answered(), habitual = ''): NormalisedFile {
  return personOf(`zonula: 1
person:
  age: 40
  sex: female
  weight: 70 kg
  height: 170 cm
  safety: ${safety}
${extra}
habitual:
  menu: western
${habitual}
`);
}
