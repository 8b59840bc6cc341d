/** The checks that `npm test` runs, in order: what fails fastest comes first. */
import { checkBareStrings } from './check-bare-strings.ts';
import { checkImports } from './check-imports.ts';
import { checkPackage } from './check-package.ts';
import { runCommand } from './run-command.ts';
import { runVitest } from './run-vitest.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Titles of what failed. */
  readonly failures: readonly string[];
  /** Titles of what was skipped, with the reason if there is one. */
  readonly skipped: readonly string[];
}

export interface Check {
  readonly name: string;
  run(): Promise<Tally>;
}

type Part = readonly [title: string, ok: Promise<boolean>];

async function tallyOf(parts: readonly Part[]): Promise<Tally> {
  const failures: string[] = [];
  for (const [title, ok] of parts) if (!(await ok)) failures.push(title);
  return { passed: parts.length - failures.length, failed: failures.length, failures, skipped: [] };
}

export const checks: readonly Check[] = [
  { name: 'typecheck', run: () => tallyOf([['types (tsc)', runCommand('tsc', ['-p', '.'])]]) },
  {
    name: 'lint',
    run: () =>
      tallyOf([
        ['style (biome)', runCommand('biome', ['check', '--max-diagnostics=40'])],
        ['imports run one way', checkImports()],
        ['no bare strings in the app', checkBareStrings()],
      ]),
  },
  { name: 'package', run: () => tallyOf([['the package installs and runs', checkPackage()]]) },
  { name: 'unit', run: () => runVitest('unit') },
  { name: 'e2e', run: () => runVitest('e2e') },
];
