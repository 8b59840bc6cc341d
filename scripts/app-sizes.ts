/**
 * Sizes of the built app, gzipped: what the first page needs, and what each other page adds when it is opened.
 *
 *     node scripts/app-sizes.ts
 *
 * Fails when the first page needs more than its limit.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from './run-command.ts';

const limitKilobytes = 400;
const folder = `${projectRoot}dist/web/`;
const staticImport = /(?:from|import)\s*"(\.\/[^"]+\.js)"/g;

const size = (path: string): number => gzipSync(readFileSync(`${folder}${path}`)).byteLength;

/** A script and everything that it imports before it runs. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const code = readFileSync(`${folder}${path}`, 'utf8');
  for (const [, file = ''] of code.matchAll(staticImport)) withImports(`assets/${basename(file)}`, seen);
  return seen;
}

/** @returns whether the first page keeps within its limit */
export function printAppSizes(): boolean {
  const page = readFileSync(`${folder}index.html`, 'utf8');
  const first = new Set<string>();
  for (const [, path = ''] of page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)) {
    if (path.endsWith('.js')) for (const file of withImports(path)) first.add(file);
    else first.add(path);
  }
  const kilobytes = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + size(file), 0) / 1000;
  const all = readdirSync(`${folder}assets`).filter((file) => /\.(js|css)$/.test(file));
  const row = (name: string, value: number): void =>
    console.log(`${name.padEnd(34)}${value.toFixed(1).padStart(8)} kB`);
  const needed = kilobytes(first);
  console.log('Sizes, gzipped:');
  row('first page (HTML aside)', needed);
  for (const file of all.filter((name) => /-page-[\w-]+\.js$/.test(name)).sort()) {
    const added = [...withImports(`assets/${file}`)].filter((path) => !first.has(path));
    row(`  + ${file.replace(/-[\w-]{8}\.js$/, '')}`, kilobytes(added));
  }
  for (const file of all.filter((name) => /worker/.test(name)).sort())
    row(`  worker ${file.replace(/-[\w-]{8}\.js$/, '')}`, kilobytes([`assets/${file}`]));
  const within = needed <= limitKilobytes;
  if (!within) console.error(`The first page needs more than ${limitKilobytes} kB.`);
  return within;
}

if (import.meta.main && !printAppSizes()) process.exit(1);
