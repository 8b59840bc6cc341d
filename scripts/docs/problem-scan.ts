/** Finds every problem code in the sources, with the message and the fix that stand beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface FoundProblem {
  readonly code: string;
  /** Message with `…` for what is filled in; empty when it is not written beside the code. */
  readonly message: string;
  readonly fix: string;
  readonly severities: readonly string[];
  /** Files that tell it, from the root. */
  readonly files: readonly string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));

function sourceFiles(directory: string): string[] {
  return readdirSync(`${root}${directory}`, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${directory}/${entry.name}`;
      if (entry.isDirectory()) return sourceFiles(path);
      return /\.tsx?$/.test(entry.name) ? [path] : [];
    });
}

interface Literal {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** String and template literals of a source text; what a template fills in becomes `…`. Comments are skipped. */
function literals(source: string): Literal[] {
  const found: Literal[] = [];
  let at = 0;
  const template = (start: number): number => {
    let text = '';
    let position = start + 1;
    while (position < source.length && source[position] !== '`') {
      if (source[position] === '\\') {
        text += source[position + 1] ?? '';
        position += 2;
      } else if (source.startsWith('${', position)) {
        let depth = 1;
        position += 2;
        while (position < source.length && depth > 0) {
          const character = source[position];
          if (character === '`') position = template(position) - 1;
          else if (character === '{') depth += 1;
          else if (character === '}') depth -= 1;
          position += 1;
        }
        text += '…';
      } else text += source[position++];
    }
    found.push({ text, start, end: position + 1 });
    return position + 1;
  };
  while (at < source.length) {
    const character = source[at];
    if (source.startsWith('//', at) && source[at - 1] !== ':') at = endOf('\n', at);
    else if (source.startsWith('/*', at)) at = endOf('*/', at) + 1;
    else if (character === '`') at = template(at);
    else if (character === "'" || character === '"') {
      let end = at + 1;
      while (end < source.length && source[end] !== character && source[end] !== '\n')
        end += source[end] === '\\' ? 2 : 1;
      found.push({ text: source.slice(at + 1, end).replaceAll('\\', ''), start: at, end: end + 1 });
      at = end + 1;
    } else at += 1;
  }
  return found.sort((a, b) => a.start - b.start);

  function endOf(mark: string, from: number): number {
    const end = source.indexOf(mark, from + 2);
    return end < 0 ? source.length : end + 1;
  }
}

/** Start and end of the bracket pair around a position, strings aside. */
function around(source: string, position: number, strings: readonly Literal[]): readonly [number, number] {
  const inString = (at: number): boolean => strings.some(({ start, end }) => at >= start && at < end);
  let depth = 0;
  let start = position;
  while (start > 0) {
    start -= 1;
    if (inString(start)) continue;
    const character = source[start] ?? '';
    if (')]}'.includes(character)) depth += 1;
    if ('([{'.includes(character)) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  depth = 0;
  let end = position;
  while (end < source.length) {
    end += 1;
    if (inString(end)) continue;
    const character = source[end] ?? '';
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return [start, end];
}

/** Words for a reader; not a part that another text takes in (" and 3 more"). */
const isSentence = (text: string): boolean => /^\S.*\S \S/.test(text) && text.length >= 10;

/** Every problem that the sources can tell, by code. */
export function scanProblems(): readonly FoundProblem[] {
  const all = new Map<
    string,
    { message: string; fix: string; severities: Set<string>; files: Set<string> }
  >();
  for (const file of [...sourceFiles('src'), ...sourceFiles('web/src')]) {
    const source = readFileSync(`${root}${file}`, 'utf8');
    if (!/Z[1-9]\d{3}/.test(source)) continue;
    const strings = literals(source);
    for (const literal of strings) {
      if (!/^Z[1-9]\d{3}$/.test(literal.text)) continue;
      const [start, end] = around(source, literal.start, strings);
      const inside = strings.filter((each) => each.start > start && each.end <= end + 1);
      const before = source.slice(Math.max(0, start - 40), start);
      const keyed = (key: string): string | undefined => {
        const place = new RegExp(`\\b${key}\\s*[:=]`, 'g');
        place.lastIndex = 0;
        const body = source.slice(start, end);
        const match = place.exec(body);
        if (match === null) return undefined;
        const from = start + match.index;
        return inside.find((each) => each.start > from && (key === 'severity' || isSentence(each.text)))
          ?.text;
      };
      const later = inside.filter((each) => each.start > literal.start && isSentence(each.text));
      // `cond ? 'one message' : 'another'`: the second is no fix.
      const [first, ...rest] = later;
      let last = first;
      const next = rest.find((each) => {
        const alternative = /^\s*:\s*$/.test(source.slice(last?.end, each.start));
        const within = each.start < (last?.end ?? 0);
        if (alternative || within) last = each.end > (last?.end ?? 0) ? each : last;
        return !alternative && !within;
      });
      const object = source[start] === '{';
      const message = object ? keyed('message') : first?.text;
      const fix = object ? keyed('fix') : next?.text;
      const severity = keyed('severity') ?? /\b(error|warning|note)$/.exec(before)?.[1] ?? 'error';
      const entry = all.get(literal.text) ?? {
        message: '',
        fix: '',
        severities: new Set<string>(),
        files: new Set<string>(),
      };
      if (message !== undefined && (entry.message === '' || entry.fix === '')) {
        entry.message = entry.message || message;
        entry.fix = entry.fix || (fix === message ? '' : (fix ?? ''));
      }
      // A code without words beside it is only looked for there, not told.
      const told = message !== undefined || keyed('severity') !== undefined;
      if (told && ['error', 'warning', 'note'].includes(severity)) entry.severities.add(severity);
      entry.files.add(file);
      all.set(literal.text, entry);
    }
  }
  return [...all]
    .map(([code, { message, fix, severities, files }]) => ({
      code,
      message,
      fix,
      severities: [...severities].sort(),
      files: [...files].sort(),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
