import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { CommandProblem } from '../command-context.ts';

const run = promisify(execFile);

/** Names under which Chromium and its kin are installed. */
const browserNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  'chrome',
];
const browserPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const longestMilliseconds = 60_000;

/**
 * A Chromium on this machine: what `CHROMIUM_PATH` names, else the first found on the path or where it is usually put.
 *
 * @returns undefined when there is none
 */
export async function findChromium(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string | undefined> {
  const named = environment.CHROMIUM_PATH;
  const onPath = (environment.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => browserNames.map((name) => join(folder, name)));
  for (const candidate of named ? [named] : [...onPath, ...browserPlaces]) {
    try {
      await access(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here: the next place.
    }
  }
  return undefined;
}

/**
 * Prints a page to a PDF.
 *
 * @throws CommandProblem Z9511 (no Chromium), Z9512 (it could not print)
 */
export async function printToPdf(
  page: string,
  path: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  const chromium = await findChromium(environment);
  if (chromium === undefined)
    throw new CommandProblem([
      {
        code: 'Z9511',
        severity: 'error',
        message: 'A PDF is printed with Chromium or Chrome, and none was found on this machine.',
        fix: 'Use --html FILE and print that page from any browser, or set CHROMIUM_PATH.',
      },
    ]);
  const folder = await mkdtemp(join(tmpdir(), 'zonula-report-'));
  try {
    const html = join(folder, 'report.html');
    await writeFile(html, page);
    const target = resolve(path);
    await run(
      chromium,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${target}`,
        pathToFileURL(html).href,
      ],
      { timeout: longestMilliseconds },
    );
    await stat(target);
  } catch (error) {
    throw new CommandProblem([
      {
        code: 'Z9512',
        severity: 'error',
        message: `${chromium} could not print the report (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}).`,
        fix: 'Use --html FILE and print that page from any browser.',
      },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
