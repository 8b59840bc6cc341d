/** A YAML file as plain data that still knows its lines. */
import { isCollection, isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import { fieldOf, type Path } from '../person/findings.ts';
import type { Place, Problem, ProblemCode } from '../problem/problem.ts';

export type { Path } from '../person/findings.ts';

/** Collects what is wrong with one file, each at its line. */
export class PlanDocument {
  readonly fileName: string;
  /** Plain data; undefined when the text is not YAML. */
  readonly data: unknown;
  readonly problems: Problem[] = [];
  private readonly locate: (path: Path) => Place;

  constructor(text: string, fileName: string) {
    this.fileName = fileName;
    const lines = new LineCounter();
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
      schema: 'core',
    });
    this.locate = (path) => {
      let node: unknown = document.contents;
      let offset: number | undefined;
      for (const part of path) {
        if (!isCollection(node)) break;
        if (isMap(node)) {
          const pair = node.items.find(
            (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
          );
          if (!pair) break;
          offset = startOf(pair.key) ?? offset;
          node = pair.value;
        } else {
          const item = node.items[Number(part)];
          if (item === undefined) break;
          offset = startOf(item) ?? offset;
          node = item;
        }
      }
      const position = lines.linePos(offset ?? 0);
      return { file: fileName, line: Math.max(1, position.line), column: Math.max(1, position.col) };
    };
    for (const error of document.errors.slice(0, 20)) {
      const { line, col } = lines.linePos(error.pos[0]);
      const twice = error.code === 'DUPLICATE_KEY';
      this.problems.push({
        code: twice ? 'Z7002' : 'Z7001',
        severity: 'error',
        message: twice
          ? 'A key stands twice in the same group.'
          : `This is not readable as YAML: ${error.message.split('\n')[0] ?? ''}`,
        where: { file: fileName, line: Math.max(1, line), column: Math.max(1, col) },
        fix: twice
          ? 'Keep one of them.'
          : 'Check indentation, colons and quotes on this line and the one above.',
      });
    }
    this.data = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
  }

  error(code: ProblemCode, path: Path, message: string, fix?: string): void {
    this.add('error', code, path, message, fix);
  }

  warning(code: ProblemCode, path: Path, message: string, fix?: string): void {
    this.add('warning', code, path, message, fix);
  }

  /** Where a field stands. */
  placeOf(path: Path): Place {
    return this.locate(path);
  }

  /** A problem found by another reader, at a place of this file. */
  adopt(problem: Problem, path: Path): void {
    const field = fieldOf(path);
    // What all arms share is read once for each of them; its mistake is one.
    if (
      this.problems.some(
        (one) => one.code === problem.code && one.message === problem.message && one.where?.field === field,
      )
    )
      return;
    this.problems.push({ ...problem, where: { ...this.locate(path), field } });
  }

  private add(
    severity: Problem['severity'],
    code: ProblemCode,
    path: Path,
    message: string,
    fix?: string,
  ): void {
    const field = path.length === 0 ? undefined : fieldOf(path);
    // A measure is read once for every point of a row; its mistake is one.
    if (
      this.problems.some((one) => one.code === code && one.message === message && one.where?.field === field)
    )
      return;
    this.problems.push({
      code,
      severity,
      message,
      where: { ...this.locate(path), ...(field === undefined ? {} : { field }) },
      ...(fix === undefined ? {} : { fix }),
    });
  }
}

function startOf(node: unknown): number | undefined {
  const range = (node as { range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[0];
}

/** `plans[0].changes[2].dose` as keys and positions. */
export function pathOf(field: string): Path {
  return [...field.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((match) =>
    match[1] === undefined ? (match[2] ?? '') : Number(match[1]),
  );
}
