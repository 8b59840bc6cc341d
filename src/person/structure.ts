/** Checks the shape of a document against the schema, and says what is wrong in words a reader can use. */
import { z } from 'zod';
import { suggestCondition } from './conditions.ts';
import { type Findings, type Path, shown } from './findings.ts';
import { changeKinds, type PersonFile, personFileSchema } from './schema.ts';
import { nearest } from './suggest.ts';

type Issue = z.core.$ZodIssue;

export type Structure =
  | { readonly ok: true; readonly personFile: PersonFile }
  /** `rest`: what is left when the broken parts are taken out, so that its other mistakes can be told at once. */
  | { readonly ok: false; readonly rest: PersonFile | undefined };

/** The document as a person file; what is wrong goes to `findings`. */
export function checkStructure(document: unknown, findings: Findings): Structure {
  const result = personFileSchema.safeParse(document);
  if (result.success) return { ok: true, personFile: result.data };
  for (const issue of result.error.issues) report(issue, [], document, findings);
  // A refusal without a reason would let a broken file through as good.
  if (!findings.hasErrors) findings.error('Z3014', [], 'The file does not have the form of a person file.');
  return { ok: false, rest: withoutBrokenParts(document, result.error.issues) };
}

/**
 * A copy without the parts that `issues` name: unknown keys go, a broken value goes with its key; a list with a
 * broken entry goes whole, unless the entry is its last, so that the places of other entries stay true. Used for
 * nothing but to find further problems.
 */
function withoutBrokenParts(document: unknown, issues: readonly Issue[]): PersonFile | undefined {
  let copy: unknown;
  try {
    copy = structuredClone(document);
  } catch {
    return undefined;
  }
  let left = issues;
  for (let round = 0; round < 3; round++) {
    for (const issue of left) {
      const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
      if (issue.code === 'unrecognized_keys') {
        const group = valueAt(copy, path);
        if (isRecord(group)) for (const key of issue.keys) delete group[key];
        continue;
      }
      const key = path.at(-1);
      const group = valueAt(copy, path.slice(0, -1));
      if (typeof key === 'string' && isRecord(group)) delete group[key];
      else if (typeof key === 'number') {
        const listKey = path.at(-2);
        const owner = valueAt(copy, path.slice(0, -2));
        if (typeof listKey === 'string' && isRecord(owner)) {
          const list = owner[listKey];
          if (Array.isArray(list)) owner[listKey] = key === list.length - 1 ? list.slice(0, -1) : [];
        }
      }
    }
    const again = personFileSchema.safeParse(copy);
    if (again.success) return again.data;
    left = again.error.issues;
  }
  return undefined;
}

function report(issue: Issue, base: Path, document: unknown, findings: Findings): void {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  const value = valueAt(document, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) unknownKey(key, path, value, findings);
      return;
    case 'invalid_type':
      if (value === undefined) {
        findings.error('Z3013', path, `"${path.at(-1) ?? ''}" is missing.`, missingFix(path));
      } else {
        findings.error(
          'Z3014',
          path,
          `"${shown(value)}" is not ${aOrAn(issue.expected)}.`,
          typeFix(issue.expected, value),
        );
      }
      return;
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near =
        typeof value !== 'string'
          ? undefined
          : path.includes('conditions')
            ? suggestCondition(value)
            : nearest(value, values);
      findings.error(
        value === undefined ? 'Z3013' : 'Z3015',
        path,
        value === undefined
          ? `"${path.at(-1) ?? ''}" is missing.`
          : `"${shown(value)}" is not one of the choices.`,
        near ? `Did you mean ${near}?` : `Choose: ${values.join(', ')}.`,
      );
      return;
    }
    case 'invalid_union':
      union(issue, path, document, value, findings);
      return;
    case 'too_big':
      findings.error(
        'Z3016',
        path,
        `This holds more than ${issue.maximum} ${issue.origin === 'string' ? 'letters' : 'entries'}.`,
        'Shorten it.',
      );
      return;
    case 'too_small':
      findings.error(
        'Z3013',
        path,
        issue.origin === 'string' ? 'This is empty.' : 'This list is empty.',
        'Fill it in, or leave the key out.',
      );
      return;
    case 'invalid_key':
      for (const inner of issue.issues) report(inner, path, document, findings);
      return;
    default:
      findings.error('Z3014', path, `"${shown(value)}" does not fit here.`);
  }
}

/** Of the options of a union, tells the problems of the one that the writer meant. */
function union(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  document: unknown,
  value: unknown,
  findings: Findings,
): void {
  const isChange = issue.errors.length === changeKinds.length && isRecord(value);
  if (isChange) {
    const kinds = changeKinds.filter((kind) => Object.hasOwn(value, kind));
    const [kind] = kinds;
    if (kind === undefined) {
      const near = Object.keys(value).flatMap((key) => nearest(key, changeKinds) ?? [])[0];
      findings.error(
        'Z3017',
        path,
        'This change does not say what changes.',
        near ? `Did you mean ${near}?` : `Begin with one of: ${changeKinds.join(', ')}.`,
      );
      return;
    }
    if (kinds.length > 1) {
      findings.error(
        'Z3017',
        path,
        `This change says several things at once (${kinds.join(', ')}).`,
        'Make one entry of each.',
      );
      return;
    }
    for (const inner of issue.errors[changeKinds.indexOf(kind)] ?? [])
      report(inner, path, document, findings);
    return;
  }
  // Options that fail only because the value is of another type were not meant, if another option goes deeper.
  const meant = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
  if (meant.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys')) {
    for (const inner of meant) report(inner, path, document, findings);
    return;
  }
  if (value === undefined) {
    findings.error('Z3013', path, `"${path.at(-1) ?? ''}" is missing.`, missingFix(path));
    return;
  }
  const choices = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
  const near = typeof value === 'string' ? nearest(value, choices) : undefined;
  findings.error(
    'Z3014',
    path,
    `"${shown(value)}" does not fit here.`,
    near ? `Did you mean ${near}?` : choices.length > 0 ? `Choose: ${choices.join(', ')}.` : undefined,
  );
}

function depth(issues: readonly Issue[]): number {
  return Math.max(
    0,
    ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 0.5 : 0)),
  );
}

function unknownKey(key: string, path: Path, parent: unknown, findings: Findings): void {
  const known = knownKeys(path, parent);
  const near = nearest(key, known);
  findings.error(
    'Z3012',
    [...path, key],
    `The key "${shown(key)}" is not known here.`,
    near
      ? `Did you mean ${near}?`
      : known.length > 0
        ? `Keys that stand here: ${known.join(', ')}.`
        : undefined,
  );
}

/** The keys that the schema allows at a place. For a change: those of its kind. */
function knownKeys(path: Path, parent: unknown): string[] {
  let schemas: JsonSchema[] = [personJsonSchema()];
  for (const part of path) {
    schemas = schemas.flatMap(options).flatMap((schema) => {
      const inner = typeof part === 'number' ? schema.items : schema.properties?.[part];
      return inner ? [inner] : [];
    });
  }
  const all = schemas.flatMap(options);
  const kind = isRecord(parent) ? changeKinds.find((one) => Object.hasOwn(parent, one)) : undefined;
  const ofKind =
    kind === undefined || all.length === 1 ? all : all.filter((schema) => schema.properties?.[kind]);
  return [...new Set((ofKind.length > 0 ? ofKind : all).flatMap(keysOf))];
}

function keysOf(schema: JsonSchema): readonly string[] {
  return schema.propertyNames?.enum ?? Object.keys(schema.properties ?? {});
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly anyOf?: readonly JsonSchema[];
}

function options(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf ? schema.anyOf.flatMap(options) : [schema];
}

let cachedJsonSchema: JsonSchema | undefined;
function personJsonSchema(): JsonSchema {
  cachedJsonSchema ??= z.toJSONSchema(personFileSchema, { io: 'input', reused: 'inline' }) as JsonSchema;
  return cachedJsonSchema;
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => {
    if (Array.isArray(value) && typeof part === 'number') return value[part];
    return isRecord(value) && Object.hasOwn(value, part) ? value[String(part)] : undefined;
  }, document);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

function aOrAn(expected: string): string {
  return typeWords[expected] ?? expected;
}

function typeFix(expected: string, value: unknown): string | undefined {
  if (expected === 'string' && typeof value === 'number')
    return `Add the unit, such as "${value} g", or put it in quotes.`;
  if (expected === 'number') return 'Write the number alone, without unit or quotes.';
  if (expected === 'array') return 'Begin each entry on its own line with "- ".';
  return undefined;
}

function missingFix(path: Path): string | undefined {
  const key = path.at(-1);
  if (key === 'zonula') return 'Begin the file with "zonula: 1".';
  if (key === 'person') return 'Add person with at least the age.';
  if (key === 'age') return 'Add the age in years.';
  if (key === 'amount') return 'Add how much, with its unit, such as "60 g".';
  if (key === 'at') return 'Add the time of day, such as "08:00".';
  return undefined;
}
