/**
 * Reads a person file: bytes or text in, the file and its numbers out, with every problem at its line.
 *
 * Pure: works in Node, workers and browsers. Broken input gives problems, never an exception.
 */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { Place, Problem } from '../problem/problem.ts';
import { Findings, type Path, shown } from './findings.ts';
import type { FoodKnowledge } from './food-knowledge.ts';
import { type Migration, migrate, migrations } from './migrations.ts';
import { normalise } from './normalise.ts';
import type { NormalisedFile } from './person.ts';
import { type PersonFile, personFileVersion } from './schema.ts';
import { checkStructure } from './structure.ts';
import { limits } from './vocabulary.ts';

export interface ReadOptions {
  /** Name for the messages. */
  readonly fileName?: string;
  readonly foods: FoodKnowledge;
  /** Migrations to use instead of the project's own (tests). */
  readonly migrations?: ReadonlyMap<number, Migration>;
}

export interface ReadResult {
  /** The file as written (migrated to today's version). Undefined when its form is broken. */
  readonly personFile: PersonFile | undefined;
  /** The file as numbers. Undefined when there is any error. */
  readonly normalised: NormalisedFile | undefined;
  /** Errors, warnings and notes, in the order of the file where the line is known. */
  readonly problems: readonly Problem[];
}

/**
 * @param input YAML or JSON, as text or as bytes of UTF-8
 */
export function readPersonFile(input: string | Uint8Array, options: ReadOptions): ReadResult {
  const file = options.fileName === undefined ? {} : { file: options.fileName };
  const findings = new Findings();
  const broken = (locate: (path: Path) => Place = () => file): ReadResult => ({
    personFile: undefined,
    normalised: undefined,
    problems: inOrder(findings.problems(locate)),
  });

  const text = decode(input, findings);
  if (text === undefined) return broken();
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
      version: '1.2',
      schema: 'core',
    });
  } catch (error) {
    // Nesting beyond the stack ends here; there is no place to point at.
    findings.error(
      'Z3004',
      [],
      `The file cannot be read as YAML (${shown(String(error))}).`,
      'Check its indentation and quotes.',
    );
    return broken();
  }
  if (document.errors.length > 0) {
    return {
      personFile: undefined,
      normalised: undefined,
      problems: syntaxProblems(document, lines, file, text),
    };
  }
  const locate = locator(document, lines, file);
  if (document.contents === null) {
    findings.error(
      'Z3002',
      [],
      'The file is empty.',
      'Begin with "zonula: 1"; docs/person-file.md shows a first file.',
    );
    return broken();
  }
  if (!isMap(document.contents)) {
    findings.error(
      'Z3007',
      [],
      'The file is not a person file: it does not begin with keys.',
      'Begin with "zonula: 1".',
    );
    return broken(locate);
  }
  const plain = toPlain(document, findings);
  if (plain === undefined) return broken(locate);
  const current = atCurrentVersion(plain, findings, options.migrations ?? migrations);
  if (current === undefined) return broken(locate);
  const { personFile, normalised } = understand(current, options.foods, findings);
  return { personFile, normalised, problems: inOrder(findings.problems(locate)) };
}

/** Shape, then meaning. Where the shape is broken, the sound parts are still read for their own problems. */
function understand(
  document: unknown,
  foods: FoodKnowledge,
  findings: Findings,
): Pick<ReadResult, 'personFile' | 'normalised'> {
  const structure = checkStructure(document, findings);
  if (!structure.ok) {
    if (structure.rest) normalise(structure.rest, foods, findings);
    return { personFile: undefined, normalised: undefined };
  }
  const { personFile } = structure;
  const normalised = normalise(personFile, foods, findings);
  return { personFile, normalised: findings.hasErrors ? undefined : normalised };
}

/** Checks and reads plain data that did not come from text (the app's own record). */
export function readPersonDocument(document: unknown, options: ReadOptions): ReadResult {
  const findings = new Findings();
  const file = options.fileName === undefined ? {} : { file: options.fileName };
  const done = (read: Pick<ReadResult, 'personFile' | 'normalised'>): ReadResult => ({
    ...read,
    problems: findings.problems(() => file),
  });
  const nothing = { personFile: undefined, normalised: undefined };
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    findings.error('Z3007', [], 'This is not a person file: it has no keys.', 'Begin with "zonula: 1".');
    return done(nothing);
  }
  const current = atCurrentVersion({ ...document }, findings, options.migrations ?? migrations);
  return done(current === undefined ? nothing : understand(current, options.foods, findings));
}

function decode(input: string | Uint8Array, findings: Findings): string | undefined {
  const size = typeof input === 'string' ? input.length : input.byteLength;
  if (size > limits.largestFileBytes) {
    findings.error(
      'Z3001',
      [],
      `The file holds ${(size / 1e6).toFixed(1)} MB; up to ${limits.largestFileBytes / 1e6} MB are read.`,
      'A person file with a year of diary has about 0.2 MB: is this the right file?',
    );
    return undefined;
  }
  let text: string;
  if (typeof input === 'string') text = input;
  else {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(input);
    } catch {
      const binary = input.subarray(0, 4096).includes(0);
      findings.error(
        'Z3003',
        [],
        binary ? 'This is a binary file, not text.' : 'The file is not UTF-8 text.',
        binary ? 'A person file is YAML or JSON text.' : 'Save it again with the encoding UTF-8.',
      );
      return undefined;
    }
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) {
    findings.error('Z3003', [], 'This is a binary file, not text.', 'A person file is YAML or JSON text.');
    return undefined;
  }
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function syntaxProblems(
  document: Document.Parsed,
  lines: LineCounter,
  file: Pick<Place, 'file'>,
  text: string,
): Problem[] {
  return document.errors.slice(0, 20).map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const where = { ...file, line: Math.max(1, line), column: Math.max(1, col) };
    const written = text.split('\n', line)[line - 1] ?? '';
    if (error.code === 'DUPLICATE_KEY') {
      return {
        code: 'Z3005',
        severity: 'error',
        message: `The key "${shown(written.trim().split(':')[0] ?? '')}" stands twice in the same group.`,
        where,
        fix: 'Keep one of them.',
      } as const;
    }
    if (error.code === 'TAB_AS_INDENT' || /^\s*\t/.test(written)) {
      return {
        code: 'Z3018',
        severity: 'error',
        message: 'This line is indented with a tab, which YAML does not allow.',
        where,
        fix: 'Use spaces.',
      } as const;
    }
    if (error.code === 'MULTIPLE_DOCS') {
      return {
        code: 'Z3019',
        severity: 'error',
        message: 'The file holds more than one document.',
        where,
        fix: 'Keep one person in one file; remove the line "---".',
      } as const;
    }
    return {
      code: 'Z3004',
      severity: 'error',
      message: `This is not readable as YAML: ${firstSentence(error.message)}`,
      where,
      fix: 'Check indentation, colons and quotes on this line and the one above.',
    } as const;
  });
}

function firstSentence(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return shown(line.replace(/:?\s*$/, '.').replace(/\.\.$/, '.'));
}

/** Plain data, unless aliases would blow it up or keys are not text. */
function toPlain(document: Document.Parsed, findings: Findings): Record<string, unknown> | undefined {
  let aliases = 0;
  let oddKey = false;
  try {
    visit(document, (_, node) => {
      if (isAlias(node)) aliases++;
      else if (isPair(node) && !(isScalar(node.key) && typeof node.key.value !== 'object')) oddKey = true;
    });
  } catch (error) {
    findings.error(
      'Z3004',
      [],
      `The file is nested too deeply (${shown(String(error))}).`,
      'A person file needs about eight levels.',
    );
    return undefined;
  }
  if (aliases > limits.mostAliases) {
    findings.error(
      'Z3006',
      [],
      `The file uses ${aliases} aliases (*name); up to ${limits.mostAliases} are read.`,
      'Write the repeated parts out.',
    );
    return undefined;
  }
  if (oddKey) {
    findings.error('Z3007', [], 'A key of the file is not a word.', 'Keys are words, such as person.');
    return undefined;
  }
  try {
    return document.toJS({ maxAliasCount: limits.mostAliases }) as Record<string, unknown>;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    findings.error(
      'Z3006',
      [],
      `The aliases of the file cannot be followed (${shown(message)}).`,
      'Write the repeated parts out.',
    );
    return undefined;
  }
}

function atCurrentVersion(
  document: Record<string, unknown>,
  findings: Findings,
  table: ReadonlyMap<number, Migration>,
): Record<string, unknown> | undefined {
  const version = document.zonula;
  if (version === undefined) {
    findings.error(
      'Z3008',
      ['zonula'],
      'The file does not say which version of the format it has.',
      `Begin it with "zonula: ${personFileVersion}".`,
    );
    return undefined;
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    findings.error(
      'Z3011',
      ['zonula'],
      `"${shown(version)}" is not a version of the format.`,
      `Write "zonula: ${personFileVersion}".`,
    );
    return undefined;
  }
  if (version > personFileVersion) {
    findings.error(
      'Z3010',
      ['zonula'],
      `This file has version ${version} of the format; this Zonula reads up to ${personFileVersion}.`,
      'Update Zonula, or save the file with the older version.',
    );
    return undefined;
  }
  if (version === personFileVersion) return document;
  const migrated = migrate(document, version, table);
  if (!migrated.ok) {
    findings.error(
      'Z3011',
      ['zonula'],
      `Version ${version} of the format was never published.`,
      `Write "zonula: ${personFileVersion}".`,
    );
    return undefined;
  }
  findings.note(
    'Z3009',
    ['zonula'],
    `The file has version ${version} of the format and was read as version ${personFileVersion}.`,
    'Save it again to keep it up to date.',
  );
  return migrated.document;
}

/** Finds the line of a field; for what is missing, of the nearest group around it. */
function locator(
  document: Document.Parsed,
  lines: LineCounter,
  file: Pick<Place, 'file'>,
): (path: Path) => Place {
  return (path) => {
    let node: unknown = document.contents;
    let offset: number | undefined = rangeStart(node);
    for (const part of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (!isCollection(node)) break;
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
        );
        if (!pair) break;
        offset = rangeStart(pair.key) ?? offset;
        node = pair.value;
        continue;
      }
      const item = node.items[Number(part)];
      if (item === undefined) break;
      node = item;
      offset = rangeStart(item) ?? offset;
    }
    if (offset === undefined) return file;
    const { line, col } = lines.linePos(offset);
    return line === 0 ? file : { ...file, line, column: col };
  };
}

function rangeStart(node: unknown): number | undefined {
  const range = (node as { range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[0];
}

/** By line where known; the order in which they were found otherwise. Errors of one line come first. */
function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.where?.line ?? 0) - (b.where?.line ?? 0));
}
