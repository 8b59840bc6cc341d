/**
 * Checks that imports run one way (import-rules.ts), types included, and that no two files need each other
 * while they load. dependency-cruiser would do this, but it cannot read TypeScript 7 yet.
 */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';
import { type ImportRule, importRules } from './import-rules.ts';
import { projectRoot } from './run-command.ts';
import { sourceFiles } from './source-files.ts';

export interface FileImport {
  readonly from: string;
  /** Path from the root, or the name of a package. */
  readonly to: string;
  readonly line: number;
  /** Only types: gone when the file runs. */
  readonly typesOnly: boolean;
}

/** Types as `import('./x.ts')`, imports at run time, and workers; the parser reports the static ones. */
const otherImports = /import\(\s*(?:\/\*.*?\*\/\s*)?'([^']+)'|new URL\(\s*'(\.[^']+\.tsx?)'/g;

export function importsOf(file: string, text: string): readonly FileImport[] {
  const { module } = parseSync(file, text);
  const found: FileImport[] = [];
  const add = (specifier: string, offset: number, typesOnly: boolean) =>
    found.push({
      from: file,
      to: specifier.startsWith('.')
        ? posix.join(posix.dirname(file), specifier).replace(/\?.*$/, '')
        : specifier,
      line: text.slice(0, offset).split('\n').length,
      typesOnly,
    });
  for (const { moduleRequest, entries, start } of module.staticImports)
    add(moduleRequest.value, start, entries.length > 0 && entries.every(({ isType }) => isType));
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) add(moduleRequest.value, moduleRequest.start, isType);
  for (const match of text.matchAll(otherImports)) add(match[1] ?? match[2] ?? '', match.index, true);
  return found;
}

/** Files of folders that run in the browser, which do not: the app imports a twin of theirs. */
const nodeOnly = /(-node|file-system)\.ts$/;

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function ruleOf(path: string, rules: readonly ImportRule[]): ImportRule | undefined {
  return rules
    .filter(({ folder }) => isIn(path, folder))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** What is wrong with one import; undefined if it is allowed. */
export function forbidden(
  { from, to, line }: FileImport,
  rules: readonly ImportRule[] = importRules,
): string | undefined {
  if (!from.includes('/')) return undefined;
  const rule = ruleOf(from, rules);
  if (!rule) return `${from}: its folder has no row in scripts/import-rules.ts`;
  if (to.startsWith('node:')) {
    if (!rule.browser || nodeOnly.test(from)) return undefined;
    return `${from}:${line} imports ${to}, but ${rule.folder} runs in the browser too`;
  }
  const isLocal = to.includes('/') && (ruleOf(to, rules) !== undefined || to.startsWith('..'));
  if (!isLocal || rule.may.includes('*')) return undefined;
  if (ruleOf(to, rules)?.folder === rule.folder) return undefined;
  if (rule.may.some((folder) => isIn(to, folder))) return undefined;
  return `${from}:${line} imports ${to}, but ${rule.folder} may import only ${rule.may.join(', ') || 'itself'}`;
}

/** One circle of files that need each other while they load, if there is any. */
export function findCircle(imports: readonly FileImport[]): readonly string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to, typesOnly } of imports)
    if (!typesOnly) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of next.get(file) ?? []) {
      const circle = visit(to, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

/** True if every import is allowed; else prints what is not. */
export async function checkImports(): Promise<boolean> {
  const imports = sourceFiles(/\.(ts|tsx|mts)$/).flatMap((file) =>
    importsOf(file, readFileSync(`${projectRoot}${file}`, 'utf8')),
  );
  const wrong = imports.flatMap((one) => forbidden(one) ?? []);
  const circle = findCircle(imports);
  if (circle) wrong.push(`these files need each other: ${circle.join(' -> ')}`);
  for (const line of wrong) console.error(line);
  return wrong.length === 0;
}
