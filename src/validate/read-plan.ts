/** Reads a folder of validation plans: rows that can be run, and every problem at its file and line. Node only. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fieldOf } from '../person/findings.ts';
import type { ScheduledTest } from '../person/schedule.ts';
import { type Problem, ZonulaError } from '../problem/problem.ts';
import { armLife } from './arm-life.ts';
import { compileRow } from './compile-row.ts';
import type { ModelVocabulary } from './model-vocabulary.ts';
import type { PlannedRow, PlannedStudy, ValidationPlan } from './plan.ts';
import { PlanDocument } from './plan-document.ts';
import { type PlanHead, planHeadSchema, planVersion } from './plan-schema.ts';
import { isRecord, reportIssues } from './report-issues.ts';

/** The person file's warning of a dose that was never studied. */
const beyondStudiedCode = 'Z3024';

export interface PlanText {
  /** Name for messages, with its folder as the user gave it. */
  readonly name: string;
  readonly text: string;
}

/**
 * Several folders as one plan.
 *
 * @throws ZonulaError Z7000 when a folder cannot be read or holds no plan
 */
export async function readPlanFolders(
  folders: readonly string[],
  vocabulary: ModelVocabulary,
): Promise<ValidationPlan> {
  const listed = await Promise.all(folders.map(filesOf));
  const plan = readPlanTexts(
    listed.flat().map(({ path, text }) => ({ name: path, text })),
    vocabulary,
  );
  // The hash is of what the plan says, not of where on a disk it stands.
  const all = listed
    .flat()
    .map(({ name, text }) => `${name}\n${text}\n`)
    .sort();
  return { ...plan, folder: folders.join(', '), hash: bytesToHex(sha256(utf8ToBytes(all.join('')))) };
}

/**
 * @param folder any folder; files that end in .yaml, .yml or .json in it and below it are plans, others are left alone
 * @throws ZonulaError Z7000 when the folder cannot be read or holds no plan
 */
export function readPlanFolder(folder: string, vocabulary: ModelVocabulary): Promise<ValidationPlan> {
  return readPlanFolders([folder], vocabulary);
}

async function filesOf(
  folder: string,
): Promise<readonly { readonly name: string; readonly path: string; readonly text: string }[]> {
  let names: string[];
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    names = entries
      .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort();
  } catch (error) {
    throw new ZonulaError(
      {
        code: 'Z7000',
        severity: 'error',
        message: `The plan folder ${folder} cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}).`,
        where: { file: folder },
        fix: 'Give the path of a folder of plan files; docs/validation.md shows one.',
      },
      { cause: error },
    );
  }
  if (names.length === 0)
    throw new ZonulaError({
      code: 'Z7000',
      severity: 'error',
      message: `The folder ${folder} holds no plan (.yaml, .yml or .json).`,
      where: { file: folder },
      fix: 'One file per study; docs/validation.md shows one.',
    });
  return Promise.all(
    names.map(async (name) => ({
      name,
      path: join(folder, name),
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
}

/** The same from texts; pure. */
export function readPlanTexts(
  files: readonly PlanText[],
  vocabulary: ModelVocabulary,
): Omit<ValidationPlan, 'folder' | 'hash'> {
  const seen: Seen = { studies: new Map(), rows: new Map() };
  const read = files.map(({ name, text }) => readOne(text, name, vocabulary, seen));
  return {
    studies: read.flatMap(({ study }) => study ?? []),
    problems: read.flatMap(({ problems }) => inOrder(problems)),
  };
}

interface Seen {
  /** Study id -> file; row id -> file and line. */
  readonly studies: Map<string, string>;
  readonly rows: Map<string, string>;
}

function readOne(
  text: string,
  fileName: string,
  vocabulary: ModelVocabulary,
  seen: Seen,
): { study: PlannedStudy | undefined; problems: readonly Problem[] } {
  const document = new PlanDocument(text, fileName);
  const { data } = document;
  if (document.problems.length > 0) return { study: undefined, problems: document.problems };
  if (!isRecord(data)) {
    document.error(
      'Z7003',
      [],
      'This is not a validation plan: it has no keys.',
      `Begin with "zonulaPlan: ${planVersion}".`,
    );
    return { study: undefined, problems: document.problems };
  }
  const { rows, ...rest } = data;
  if (rest.zonulaPlan !== planVersion) {
    document.error(
      'Z7003',
      ['zonulaPlan'],
      rest.zonulaPlan === undefined
        ? 'The file does not say its version.'
        : `Version ${String(rest.zonulaPlan)} is not known.`,
      `Begin with "zonulaPlan: ${planVersion}".`,
    );
    return { study: undefined, problems: document.problems };
  }
  const result = planHeadSchema.safeParse(rest);
  if (!result.success)
    reportIssues(result.error.issues, [], rest, [...Object.keys(planHeadSchema.shape), 'rows'], document);
  // Rows are checked even under a broken head, so that their own mistakes are told at once.
  const head = result.success ? result.data : headForChecking(rest, result.error.issues);
  const other = seen.studies.get(head.study);
  if (other !== undefined && result.success)
    document.error(
      'Z7015',
      ['study'],
      `The study ${head.study} already stands in ${other}.`,
      'One file per study.',
    );
  seen.studies.set(head.study, fileName);
  if (!Array.isArray(rows) || rows.length === 0) {
    document.error('Z7005', ['rows'], 'The plan has no rows.', 'docs/validation.md shows one of each kind.');
    return { study: undefined, problems: document.problems };
  }
  const planned = rows.flatMap((row, index): PlannedRow[] => {
    const compiled = compileRow(row, index, head, vocabulary, document);
    const id = isRecord(row) && typeof row.id === 'string' ? row.id : undefined;
    if (id !== undefined) {
      const first = seen.rows.get(id);
      if (first !== undefined) {
        document.error(
          'Z7014',
          ['rows', index, 'id'],
          `The id ${id} already stands in ${first}.`,
          'Give each row its own id.',
        );
        return [];
      }
      seen.rows.set(id, `${fileName}, rows[${index}]`);
    }
    return compiled ? [compiled] : [];
  });
  const { lives, usable } = livesOf(head, planned, rows, vocabulary, document);
  if (!result.success) return { study: undefined, problems: document.problems };
  return {
    study: {
      study: head.study,
      title: head.title,
      citation: head.citation,
      file: fileName,
      head,
      lives,
      beyondStudied: new Set(
        Object.keys(head.arms).filter((arm) =>
          document.problems.some(
            ({ code, where }) =>
              code === beyondStudiedCode && where?.field?.startsWith(fieldOf(['arms', arm])),
          ),
        ),
      ),
      rows: usable,
    },
    problems: document.problems,
  };
}

/** Stands for a diet that cannot be read, so that the arms that eat it can be checked. */
const dietForChecking = { fat_g: 80, protein_g: 80, starch_g: 150, sugars_g: 80, fibre_g: 20 };

/** What can be known of a head that has mistakes: enough to check its rows, and those of its arms that are whole. */
function headForChecking(
  rest: Readonly<Record<string, unknown>>,
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): PlanHead {
  const broken = (...path: readonly string[]): boolean =>
    issues.some((issue) => path.every((key, index) => issue.path[index] === key));
  const arms = isRecord(rest.arms)
    ? Object.fromEntries(
        Object.entries(rest.arms).map(([name, arm]) => [
          name,
          broken('arms', name) ? {} : (arm as PlanHead['arms'][string]),
        ]),
      )
    : {};
  const diets = isRecord(rest.diets)
    ? Object.fromEntries(
        Object.entries(rest.diets).map(([name, diet]) => [
          name,
          broken('diets', name) ? dietForChecking : (diet as typeof dietForChecking),
        ]),
      )
    : undefined;
  const whole = (key: 'person' | 'habitual' | 'history' | 'settleDays') =>
    rest[key] === undefined || broken(key) ? {} : { [key]: rest[key] };
  return {
    zonulaPlan: planVersion,
    study: typeof rest.study === 'string' ? rest.study : '',
    group: typeof rest.group === 'string' ? rest.group : '',
    design: 'parallel',
    population: {},
    ...whole('person'),
    ...whole('habitual'),
    ...whole('history'),
    ...(diets ? { diets } : {}),
    ...whole('settleDays'),
    arms,
  };
}

/** Builds the life of every arm; rows of an arm that cannot be lived are left out (the arm's problem is told). */
function livesOf(
  head: PlanHead,
  planned: readonly PlannedRow[],
  written: readonly unknown[],
  vocabulary: ModelVocabulary,
  document: PlanDocument,
): { lives: PlannedStudy['lives']; usable: readonly PlannedRow[] } {
  const needs = new Map<string, { tests: ScheduledTest[]; endDay: number }>();
  for (const { points } of planned) {
    for (const { arm, against, measure, before, with: other } of points) {
      for (const name of against === undefined ? [arm] : [arm, against]) {
        const need = needs.get(name) ?? { tests: [], endDay: 1 };
        for (const each of [measure, before, other]) {
          if (!each) continue;
          need.endDay = Math.max(need.endDay, each.endDay);
          for (const test of each.tests) addTest(need.tests, test, name, document);
        }
        needs.set(name, need);
      }
    }
  }
  const lives: [string, NonNullable<ReturnType<typeof armLife>>][] = [];
  for (const name of Object.keys(head.arms)) {
    const need = needs.get(name);
    // What the model has no word for may stand in an arm of which nothing is asked.
    if (!need && onlyNotExpressible(name, written)) continue;
    if (!need && !mentioned(name, written))
      document.warning('Z7028', ['arms', name], `No row uses the arm "${name}".`);
    const tests = [...(need?.tests ?? [])].sort((a, b) => a.day - b.day || a.atHours - b.atHours);
    // Broken rows may need more days than those that can be read: without them nobody knows how long the arm runs.
    const horizonDays = need?.endDay ?? 1;
    const openEnd = planned.length < written.length;
    const life = armLife(head, name, { tests, horizonDays, openEnd }, vocabulary, document);
    if (life && need) lives.push([name, life]);
  }
  const livable = new Map(lives);
  tellSameLives(planned, written, livable, document);
  return {
    lives: livable,
    usable: planned.filter(({ points }) =>
      points.every(({ arm, against }) => livable.has(arm) && (against === undefined || livable.has(against))),
    ),
  };
}

/** Two arms that differ in nothing that the model reads: a null between them holds whatever the model is. */
function tellSameLives(
  planned: readonly PlannedRow[],
  rows: readonly unknown[],
  lives: PlannedStudy['lives'],
  document: PlanDocument,
): void {
  const written = new Map<string, string>();
  const lifeOf = (arm: string): string | undefined => {
    const life = lives.get(arm);
    if (!life) return undefined;
    const { tests: _, ...rest } = life;
    const text =
      written.get(arm) ??
      JSON.stringify(rest, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
    written.set(arm, text);
    return text;
  };
  for (const row of planned) {
    const index = rows.findIndex((one) => isRecord(one) && one.id === row.id);
    if (row.class === 'by-construction' || row.class === 'not-expressible') continue;
    for (const { arm, against } of row.points) {
      if (against === undefined || arm === against) continue;
      const life = lifeOf(arm);
      if (life === undefined || life !== lifeOf(against)) continue;
      document.warning(
        'Z7032',
        ['rows', index],
        `To the model the arms "${arm}" and "${against}" are the same: this row asks nothing of it.`,
        'Check the changes of both arms. If the model reads none of them, mark the row notExpressible, or class: by-construction.',
      );
    }
  }
}

function addTest(tests: ScheduledTest[], test: ScheduledTest, arm: string, document: PlanDocument): void {
  const same = tests.find((each) => each.test === test.test && each.day === test.day);
  if (!same) tests.push(test);
  else if (same.atHours !== test.atHours)
    document.error(
      'Z7024',
      ['arms', arm],
      `The arm "${arm}" takes the test ${test.test} twice on day ${test.day}, at different times.`,
      'One test of a kind a day; move one to another arm.',
    );
}

/** Arms of rows that are not expressible, or that have mistakes, are not unused. */
function mentioned(arm: string, rows: readonly unknown[]): boolean {
  return rows.some((row) => JSON.stringify(row)?.includes(JSON.stringify(arm)) ?? false);
}

/** Whether rows speak of this arm, and all of them say that the model cannot. */
function onlyNotExpressible(arm: string, rows: readonly unknown[]): boolean {
  const about = rows.filter((row) => mentioned(arm, [row]));
  return (
    about.length > 0 &&
    about.every(
      (row) => isRecord(row) && row.notExpressible !== undefined && typeof row.notExpressible === 'string',
    )
  );
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.where?.line ?? 0) - (b.where?.line ?? 0));
}
