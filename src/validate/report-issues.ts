/** What zod found, in words a reader can use, at the line of the plan. */
import type { z } from 'zod';
import { shown } from '../person/findings.ts';
import { nearest } from '../person/suggest.ts';
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
        const near = inside.length === 0 ? nearest(key, known) : undefined;
        document.error(
          'Z7004',
          [...path, key],
          `The key "${shown(key)}" is not known here.`,
          near
            ? `Did you mean ${near}?`
            : inside.length === 0
              ? `Keys that stand here: ${known.join(', ')}.`
              : 'docs/validation.md lists the keys.',
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
      const near = typeof value === 'string' ? nearest(value, choices) : undefined;
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
