import { expose } from 'comlink';
import { foodTableKnowledge } from '../../../src/person/food-table-knowledge.ts';
import type { NormalisedFile } from '../../../src/person/person.ts';
import { compareFile, gutNamed, runFile } from '../../../src/population/index.ts';
import { type Problem, ZonulaError } from '../../../src/problem/problem.ts';
import {
  askDose,
  askFibre,
  askLeaveOneOut,
  catalogue,
  factsOf,
  findChange,
  hasDose,
  planFor,
  rankChanges,
} from '../../../src/rank/index.ts';
import type { PeopleRunner, PersonCourse } from '../../../src/simulate/contract.ts';
import type { RunResult } from '../../../src/simulate/result.ts';
import { type BrowserRunner, createBrowserRunner } from '../../../src/simulate/runner-browser.ts';
import { planDocument } from '../plans/plan-document.ts';
import { readDocument } from '../record/read-document.ts';
import { shownSeries } from '../series/shown-series.ts';
import { type Answer, askedPeople, type RequestKind, type SimulationService } from './contract.ts';
import { fittedPeople } from './fitted-people.ts';
import { fewestForBand, Partials } from './partials.ts';
import { Precedence } from './precedence.ts';
import { referenceEater, referenceMenu } from './reference-eater.ts';
import { withLifeSoFar } from './simulation-document.ts';

const running = new Map<RequestKind, AbortController>();
let hired: BrowserRunner | undefined;

function runner(): BrowserRunner {
  hired ??= createBrowserRunner();
  return hired;
}

const precedence = new Precedence();
const patientRunners = new Map<RequestKind, PeopleRunner>();

/** Workers of its own, which stand still while what comes before is under way: a personal answer never waits for them. */
function patientRunner(kind: 'ask' | 'rank'): PeopleRunner {
  let found = patientRunners.get(kind);
  if (!found) {
    found = createBrowserRunner({ makeWay: () => precedence.turnOf(kind) });
    patientRunners.set(kind, found);
  }
  return found;
}

/** The virtual people of the newest run, in the order in which they were drawn. */
let people: (readonly PersonCourse[])[] = [];

/** Runs to their end, newest last: a plan that was looked at before is there at once. */
const finished = new Map<string, { readonly answer: Answer<RunResult>; readonly people: typeof people }>();
/** Some 5 MB each. */
const mostFinished = 4;

function keepFinished(key: string, answer: Answer<RunResult>): void {
  if (answer.kind !== 'result') return;
  finished.set(key, { answer, people });
  for (const oldest of finished.keys()) {
    if (finished.size <= mostFinished) break;
    finished.delete(oldest);
  }
}

/** The same runner, which also remembers each person. */
function rememberingRunner(): PeopleRunner {
  const inner = runner();
  const met: (readonly PersonCourse[])[] = [];
  people = met;
  return {
    ...inner,
    run: (jobs, options) =>
      inner.run(jobs, {
        ...options,
        onResult: (index, courses) => {
          met[index] = courses;
          options?.onResult?.(index, courses);
        },
      }),
  };
}

function answer<Result>(...request: Parameters<typeof work<Result>>): Promise<Answer<Result>> {
  return precedence.enter(request[0], work(...request));
}

/** What every run takes: the fitted ensemble, and what reading the record had to say. */
type CommonOptions = Awaited<ReturnType<typeof fittedPeople>> & { readonly problems: readonly Problem[] };

/** Runs the work, unless a newer request takes its place; turns trouble into an answer. */
async function work<Result>(
  kind: RequestKind,
  document: unknown,
  task: (file: NormalisedFile, signal: AbortSignal, common: CommonOptions) => Promise<Result>,
): Promise<Answer<Result>> {
  running.get(kind)?.abort();
  const own = new AbortController();
  running.set(kind, own);
  const { normalised, problems } = readDocument(document);
  if (normalised === undefined) return { kind: 'problems', problems };
  try {
    const fitted = await fittedPeople(gutNamed(runner().assembly));
    const result = await task(withLifeSoFar(normalised), own.signal, { ...fitted, problems });
    return own.signal.aborted ? { kind: 'cancelled' } : { kind: 'result', result };
  } catch (error) {
    if (own.signal.aborted) return { kind: 'cancelled' };
    if (error instanceof ZonulaError) return { kind: 'problems', problems: error.problems };
    throw error;
  }
}

const service: SimulationService = {
  run: async (request, onPartial) => {
    const { simulation, plan, people: count } = request;
    const key = JSON.stringify(request);
    const known = finished.get(key);
    if (known) {
      running.get('run')?.abort();
      people = known.people;
      finished.delete(key);
      finished.set(key, known);
      return known.answer;
    }
    const given = await answer('run', simulation.document, (file, signal, common) => {
      const partials = new Partials(onPartial, count, signal, 1);
      return runFile(file, plan, {
        ...common,
        runner: rememberingRunner(),
        people: count,
        signal,
        wantsPartial: partials.wants,
        partialSeries: shownSeries,
        onPartial: partials.give,
      });
    });
    keepFinished(key, given);
    return given;
  },
  compare: ({ simulation, people }, onProgress, onPartial) =>
    answer('compare', simulation.document, (file, signal, common) => {
      // How often a plan goes which way says nothing of one or two.
      const partials = new Partials(onPartial, people, signal, fewestForBand);
      return compareFile(file, simulation.plans, {
        ...common,
        runner: runner(),
        people,
        signal,
        wantsPartial: partials.wants,
        onPartialComparison: partials.give,
        onProgress: (done, all) => {
          if (!signal.aborted) onProgress(done, all);
        },
      });
    }),
  possibleYous: async () =>
    people.flatMap((courses) => {
      const shown = courses.at(-1);
      return shown
        ? [Object.fromEntries(Object.entries(shown.daily).map(([id, values]) => [id, [...values]]))]
        : [];
    }),
  tests: ({ simulation, plan, people: count }, onProgress) =>
    answer('tests', simulation.document, (file, signal, common) =>
      runFile(file, plan, {
        ...common,
        runner: runner(),
        people: count,
        signal,
        onProgress: (done, all) => {
          if (!signal.aborted) onProgress(done, all);
        },
      }),
    ),
  rank: ({ simulation, language }, onProgress, onPartial) =>
    answer('rank', simulation.document, (file, signal, common) =>
      rankChanges(file, {
        ...common,
        runner: patientRunner('rank'),
        language,
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) onProgress(progress);
        },
        onPartial: (ranking) => {
          if (!signal.aborted) onPartial(ranking);
        },
      }),
    ),
  ask: (question, { simulation, language }, onProgress) =>
    answer('ask', simulation.document, async (file, signal, common) => {
      const options = {
        ...common,
        runner: patientRunner('ask'),
        language,
        signal,
        people: askedPeople,
        onProgress: (done: number, all: number) => {
          if (!signal.aborted) onProgress(done, all);
        },
      };
      if (question.kind === 'dose') return askDose(file, question.change, options);
      return question.kind === 'fibre' ? askFibre(file, options) : askLeaveOneOut(file, options);
    }),
  changesWithDose: async () => catalogue.filter(hasDose).map(({ id }) => id),
  report: async ({ ranking, simulation, language, date }) => {
    const { normalised, problems } = readDocument(simulation.document);
    if (normalised === undefined) return { kind: 'problems', problems };
    // Loaded when first asked for: it brings the whole evidence register.
    const { professionalReport, reportPages } = await import('../../../src/rank/report.ts');
    const file = withLifeSoFar(normalised);
    const options = { file, facts: factsOf(file, foodTableKnowledge), language, date };
    return {
      kind: 'result',
      result: {
        pages: reportPages(ranking, options),
        document: professionalReport(ranking, options),
      },
    };
  },
  planOf: async (simulation, changeId, language, start) => {
    const { normalised } = readDocument(simulation.document);
    const change = findChange(changeId);
    if (normalised === undefined || change === undefined) return undefined;
    const plan = planFor(change, factsOf(withLifeSoFar(normalised), foodTableKnowledge));
    return plan.changes.length === 0 ? undefined : planDocument(plan, change.title[language], start);
  },
  reference: async (simulation) => {
    const { normalised } = readDocument(simulation.document);
    return normalised && referenceEater(normalised, runner());
  },
  inspect: async (series, day) => {
    // Loaded when first asked for: it brings the whole evidence register.
    const { explain } = await import('../inspect/explanation.ts');
    const shown = people.flatMap((courses) => courses.at(-1) ?? []);
    return explain(gutNamed(runner().assembly), shown, series, day);
  },
  warmUp: async () => {
    await runner().prepare();
    const { normalised } = readDocument({
      zonula: 1,
      person: { age: 40 },
      habitual: { menu: referenceMenu },
    });
    if (normalised) await referenceEater(normalised, runner());
  },
  cancel: (kind) => running.get(kind)?.abort(),
};

expose(service);
