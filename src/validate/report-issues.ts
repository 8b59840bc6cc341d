/** What zod found, in words a reader can use, at the line of the plan. */
import type { z } from 'zod';
import { shown } from '../person/findings.ts';
import { nearest, plainWords } from '../person/suggest.ts';
import { keysAt } from './known-keys.ts';
import type { Path, PlanDocument } from './plan-document.ts';
import { measureKeys } from './plan-schema.ts';

type Issue = z.core.$ZodIssue;

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

/**
 * @param at where `value` stands in the file
 * @param value what was checked
 * @param known keys that the checked group allows, for "did you mean"
 */
export function reportIssues(
  issues: readonly Issue[],
  at: Path,
  value: unknown,
  known: readonly string[],
  document: PlanDocument,
): void {
  for (const issue of issues) report(issue, at, value, known, document);
}

function report(
  issue: Issue,
  at: Path,
  root: unknown,
  known: readonly string[],
  document: PlanDocument,
  base: Path = [],
): void {
  const inside = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  const path = [...at, ...inside];
  const value = valueAt(root, inside);
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) {
        const keys = inside.length === 0 ? known : keysAt(path, document.data);
        // A key that stands here already was not meant by another one beside it.
        const near = nearest(
          key,
          keys.filter((each) => !isRecord(value) || !Object.hasOwn(value, each)),
        );
        document.error(
          'Z7004',
          [...path, key],
          `The key "${shown(key)}" is not known here.`,
          keyAdvice(key, value) ??
            (near ? `Did you mean ${near}?` : `Keys that stand here: ${keys.join(', ')}.`),
        );
      }
      return;
    case 'invalid_union': {
      if (value === undefined) {
        document.error('Z7005', path, `"${path.at(-1) ?? ''}" is missing.`);
        return;
      }
      const branch = branchOf(value, issue.errors.length);
      const inner = branch === undefined ? undefined : issue.errors[branch];
      if (inner) for (const one of inner) report(one, at, root, known, document, inside);
      else
        document.error(
          'Z7006',
          path,
          `"${shown(value)}" does not fit here.`,
          isRecord(value) ? `A measure begins with one of: ${measureKeys.join(', ')}.` : undefined,
        );
      return;
    }
    case 'invalid_value': {
      const choices = issue.values.map(String);
      const near =
        typeof value === 'string' ? (choiceMeant(value, choices) ?? nearest(value, choices)) : undefined;
      document.error(
        value === undefined ? 'Z7005' : 'Z7007',
        path,
        value === undefined
          ? `"${path.at(-1) ?? ''}" is missing.`
          : `"${shown(value)}" is not one of the choices.`,
        near ? `Did you mean ${near}?` : `Choose: ${choices.join(', ')}.`,
      );
      return;
    }
    case 'invalid_type':
      if (value === undefined) document.error('Z7005', path, `"${path.at(-1) ?? ''}" is missing.`);
      else
        document.error(
          'Z7006',
          path,
          `"${shown(value)}" is not ${typeWords[issue.expected] ?? issue.expected}.`,
        );
      return;
    case 'too_small':
      document.error('Z7005', path, 'This is empty or too short.');
      return;
    default:
      document.error('Z7006', path, `"${shown(value)}" does not fit here.`);
  }
}

/** What was wanted by a key that the group cannot have, where that is known. */
function keyAdvice(key: string, group: unknown): string | undefined {
  if (!isRecord(group)) return undefined;
  if (Object.hasOwn(group, 'test') && ['fromDay', 'toDay', 'from', 'hours', 'take'].includes(key))
    return 'A test is taken on one day: write day: N. For the mean of several days use a series, such as stool_weight or dc_butyrate.';
  if (Object.hasOwn(group, 'value') && ['sd', 'se', 'sem', 'ci', 'ci95', 'iqr'].includes(key.toLowerCase()))
    return 'Write spread: NUMBER with spreadKind: SD or SEM, or spread: [low, high] with spreadKind: CI95 or IQR.';
  return undefined;
}

/** Words that stand for one of the choices. */
const choiceWords: Readonly<Record<string, readonly string[]>> = {
  up: ['higher', 'increase', 'increased', 'rise', 'more', 'positive', 'worse'],
  down: ['lower', 'decrease', 'decreased', 'fall', 'less', 'reduced', 'negative'],
  SD: ['standard deviation', 'stdev'],
  SEM: ['se', 'standard error'],
  CI95: ['ci', '95% ci', '95 % ci', '95ci'],
  IQR: ['quartiles', 'interquartile range'],
  geometricMean: ['gm', 'geomean'],
  crossover: ['cross over', 'randomised crossover', 'within subject'],
  parallel: ['rct', 'parallel group', 'randomised', 'case control', 'cross sectional', 'between subject'],
  'before-after': ['pre post', 'pre-post', 'uncontrolled', 'before after', 'single arm', 'cohort'],
  memory: ['recall', 'from memory'],
  'full-text': ['paper', 'pdf', 'fulltext'],
  secondary: ['review', 'meta-analysis'],
};

function choiceMeant(word: string, choices: readonly string[]): string | undefined {
  const wanted = plainWords(word);
  return choices.find((choice) => choiceWords[choice]?.some((one) => plainWords(one) === wanted));
}

/** Which option of a union of measures was meant, by its leading key. */
function branchOf(value: unknown, branches: number): number | undefined {
  if (!isRecord(value)) return undefined;
  const index = measureKeys.findIndex((key) => Object.hasOwn(value, key));
  return index >= 0 && index < branches ? index : undefined;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => {
    if (Array.isArray(value) && typeof part === 'number') return value[part];
    return isRecord(value) && Object.hasOwn(value, part) ? value[String(part)] : undefined;
  }, root);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
