/** From an arm of a plan to a life that can be simulated, by way of the person file's own reader. */

import { buildTimeline, combineSegments, foodTableKnowledge, readPersonDocument } from '../person/index.ts';
import { parseClockHours } from '../person/quantity.ts';
import type { InputSegment, ScheduledTest, Timeline } from '../person/schedule.ts';
import { nearest } from '../person/suggest.ts';
import type { Problem } from '../problem/problem.ts';
import { dietAsOwnFood, dietAsWeek } from './daily-diet.ts';
import type { ModelVocabulary } from './model-vocabulary.ts';
import { type Path, type PlanDocument, pathOf } from './plan-document.ts';
import type { PlanArm, PlanHead, RawInput } from './plan-schema.ts';

/** Who is simulated when a plan does not say (the specification's healthy Western adult). */
const referencePerson = { age: 35 } as const;
const referenceHabits = { menu: 'western' } as const;
/** What of `habitual` says what is eaten: an arm that gives one of them replaces the plan's. */
const dietKeys = ['menu', 'week', 'days', 'diet'] as const;
const hoursPerDay = 24;
/** The person file's warning of a change after the horizon: in a plan the horizon follows from the rows. */
const afterTheRun = 'Z3044';
/** Warnings of the person file that mean nothing for a study: experiments, and groups without one sex or weight. */
const meantForOnePerson: ReadonlySet<string> = new Set(['Z3033', 'Z3062']);

export interface ArmNeeds {
  readonly tests: readonly ScheduledTest[];
  readonly horizonDays: number;
  /** Some rows could not be read, so the arm may have to run longer than `horizonDays`. */
  readonly openEnd?: boolean;
}

/** @returns undefined when the arm has an error, which `document` then holds */
export function armLife(
  head: PlanHead,
  name: string,
  needs: ArmNeeds,
  vocabulary: ModelVocabulary,
  document: PlanDocument,
): Timeline | undefined {
  const arm = head.arms[name] as PlanArm;
  const armPath: Path = ['arms', name];
  const errorsBefore = countErrors(document);
  const diets = head.diets ?? {};
  const withDiet = (fragment: Readonly<Record<string, unknown>>, path: Path): Record<string, unknown> => {
    const { diet, ...rest } = fragment;
    if (diet === undefined) return rest;
    if (typeof diet !== 'string' || !Object.hasOwn(diets, diet)) {
      document.error(
        'Z7029',
        [...path, 'diet'],
        `The plan has no diet "${String(diet)}".`,
        `Diets of this plan: ${Object.keys(diets).join(', ') || 'none'}.`,
      );
      // A diet that is there stands in, so that the lack of this one is told once.
      return { ...rest, menu: referenceHabits.menu };
    }
    return { ...rest, week: dietAsWeek(diet) };
  };
  const eatsOwn = dietKeys.some((key) => Object.hasOwn(arm.habitual ?? {}, key));
  const planHabits = Object.fromEntries(
    Object.entries(head.habitual ?? {}).filter(
      ([key]) => !(eatsOwn && (dietKeys as readonly string[]).includes(key)),
    ),
  );
  const habits = { ...planHabits, ...arm.habitual };
  const habitual = withDiet(
    dietKeys.some((key) => Object.hasOwn(habits, key)) ? habits : { ...referenceHabits, ...habits },
    [...armPath, 'habitual'],
  );
  const changes = (arm.changes ?? []).map((change, index) =>
    withDiet(change, [...armPath, 'changes', index]),
  );
  const planHistory = head.history ?? [];
  const history = [...planHistory, ...(arm.history ?? [])].map((change, index) =>
    withDiet(change, [...armPath, 'history', index]),
  );
  const { normalised, problems } = readPersonDocument(
    {
      zonula: 1,
      person: { ...referencePerson, ...head.person, ...arm.person },
      habitual,
      ...(history.length > 0 ? { history } : {}),
      plans: [{ name: 'arm', changes }],
      ownFoods: Object.entries(diets).map(([each, diet]) => dietAsOwnFood(each, diet)),
      tests: [],
      horizon: `${Math.max(1, needs.horizonDays)} days`,
      people: 1,
    },
    { foods: foodTableKnowledge },
  );
  for (const problem of problems) {
    if (problem.severity === 'note' || meantForOnePerson.has(problem.code)) continue;
    if (problem.code === afterTheRun) {
      if (!needs.openEnd)
        document.adopt(
          {
            ...problem,
            message: `No row of the arm "${name}" looks later than day ${needs.horizonDays - 1}: what begins after it has no effect.`,
            fix: 'Check the day of this change, and those of the rows.',
          },
          origin(pathOf(problem.where?.field ?? ''), head, arm, armPath, planHistory.length),
        );
      continue;
    }
    const field = pathOf(problem.where?.field ?? '');
    document.adopt(
      lackingCodes.has(problem.code) ? orNotExpressible(problem) : problem,
      origin(field, head, arm, armPath, planHistory.length),
    );
  }
  const raw = (arm.inputs ?? []).flatMap(
    (input, index) =>
      rawSegments(input, needs.horizonDays, vocabulary, document, [...armPath, 'inputs', index]) ?? [],
  );
  for (const [index, { parameter }] of (arm.parameters ?? []).entries()) {
    if (vocabulary.parameters.has(parameter)) continue;
    const near = nearest(parameter, vocabulary.parameters);
    document.error(
      'Z7023',
      [...armPath, 'parameters', index, 'parameter'],
      `The model has no parameter "${parameter}".`,
      near ? `Did you mean ${near}?` : undefined,
    );
  }
  if (!normalised || countErrors(document) > errorsBefore) return undefined;
  const timeline = buildTimeline(normalised, 'arm', foodTableKnowledge);
  return {
    ...timeline,
    segments: combineSegments([...timeline.segments, ...raw]),
    constants: {
      ...timeline.constants,
      ...Object.fromEntries(
        (arm.inputs ?? []).flatMap(({ always, input, value }) => (always ? [[input, value]] : [])),
      ),
    },
    parameters: [
      ...timeline.parameters,
      ...(arm.parameters ?? []).map(({ parameter, how, value, why }) => ({
        parameter,
        how,
        value,
        because: why,
      })),
    ],
    historyDays: Math.max(timeline.historyDays, arm.settleDays ?? head.settleDays ?? 0),
    tests: needs.tests,
  };
}

const countErrors = (document: PlanDocument): number =>
  document.problems.filter(({ severity }) => severity === 'error').length;

/** What the person file says of a name that it does not know: food, menu, medicine, condition, kind of change. */
const lackingCodes: ReadonlySet<string> = new Set(['Z3015', 'Z3017', 'Z3050', 'Z3052', 'Z3060']);

/** A plan has a way out that a person file has not. */
function orNotExpressible(problem: Problem): Problem {
  const otherwise = 'If the model has none, mark the rows of this arm notExpressible.';
  // "Write other and its name in the note" would be an arm in which nothing happens.
  const fix = problem.fix?.includes('medicine: other') ? undefined : problem.fix;
  return { ...problem, fix: fix === undefined ? otherwise : `${fix} ${otherwise}` };
}

/** Where in the plan a field of the assembled person file comes from. */
function origin(field: Path, head: PlanHead, arm: PlanArm, armPath: Path, planHistory: number): Path {
  const [part, second, third, ...rest] = field;
  if (part === 'plans' && third === 'changes') return [...armPath, 'changes', ...rest];
  if ((part === 'person' || part === 'habitual') && second !== undefined) {
    const inArm = Object.hasOwn(arm[part] ?? {}, second);
    const inPlan = Object.hasOwn(head[part] ?? {}, second);
    if (inArm || !inPlan) return [...armPath, ...field];
    return field;
  }
  if (part === 'history' && typeof second === 'number') {
    const tail = third === undefined ? rest : [third, ...rest];
    return second < planHistory
      ? ['history', second, ...tail]
      : [...armPath, 'history', second - planHistory, ...tail];
  }
  if (part === 'ownFoods' && typeof second === 'number')
    return ['diets', Object.keys(head.diets ?? {})[second] ?? ''];
  return armPath;
}

/** Constant inputs (`always`) are checked here too, but give no segment. */
function rawSegments(
  raw: RawInput,
  horizonDays: number,
  vocabulary: ModelVocabulary,
  document: PlanDocument,
  path: Path,
): InputSegment[] | undefined {
  const known = vocabulary.inputs.get(raw.input);
  if (!known) {
    const near = nearest(raw.input, vocabulary.inputs.keys());
    document.error(
      'Z7021',
      [...path, 'input'],
      `The model has no input "${raw.input}".`,
      near ? `Did you mean ${near}?` : `Inputs: ${[...vocabulary.inputs.keys()].join(', ')}.`,
    );
    return undefined;
  }
  if (raw.unit === undefined) {
    document.error(
      'Z7016',
      path,
      `The input ${raw.input} has no unit.`,
      `The model takes it in ${known.unit}: write unit: "${known.unit}".`,
    );
    return undefined;
  }
  if (raw.unit !== known.unit) {
    document.error(
      'Z7017',
      [...path, 'unit'],
      `The input ${raw.input} is taken in ${known.unit}, not in ${raw.unit}.`,
      `Convert the value to ${known.unit}.`,
    );
    return undefined;
  }
  if (raw.value < known.range[0] || raw.value > known.range[1]) {
    document.error(
      'Z7022',
      [...path, 'value'],
      `${raw.value} ${known.unit} cannot be the input ${raw.input}.`,
      `It lies between ${known.range[0]} and ${known.range[1]}.`,
    );
    return undefined;
  }
  if (raw.always) return [];
  if (raw.day === undefined) {
    document.error(
      'Z7005',
      path,
      'The input says neither its day nor that it holds always.',
      'Add day: 0, or always: true.',
    );
    return undefined;
  }
  const toDay = raw.toDay ?? (raw.at === undefined && raw.hours === undefined ? horizonDays : raw.day + 1);
  let atHours = 0;
  if (raw.at !== undefined) {
    const parsed = parseClockHours(raw.at);
    if (!parsed.ok) {
      document.error('Z7024', [...path, 'at'], `"${raw.at}" ${parsed.why}.`, 'Write for example "08:00".');
      return undefined;
    }
    atHours = parsed.value;
  }
  if (!(toDay > raw.day)) {
    document.error('Z7024', [...path, 'toDay'], `Day ${toDay} does not come after day ${raw.day}.`);
    return undefined;
  }
  if (raw.hours !== undefined && !(raw.hours > 0)) {
    document.error('Z7024', [...path, 'hours'], `${raw.hours} hours cannot be.`);
    return undefined;
  }
  if (raw.hours === undefined) {
    return [
      {
        input: raw.input,
        startHours: hoursPerDay * raw.day + atHours,
        endHours: hoursPerDay * toDay,
        value: raw.value,
      },
    ];
  }
  const segments: InputSegment[] = [];
  for (let day = raw.day; day < Math.min(toDay, horizonDays); day++) {
    const startHours = hoursPerDay * day + atHours;
    segments.push({ input: raw.input, startHours, endHours: startHours + raw.hours, value: raw.value });
  }
  return segments;
}
