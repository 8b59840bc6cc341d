import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { Tally } from './checks.ts';
import { projectRoot, runCommand } from './run-command.ts';

/** What is used of Vitest's JSON report. */
const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          meta: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

/** Runs one Vitest project and counts. A file that cannot be loaded and an error outside of tests count as failed. */
export async function runVitest(project: 'unit' | 'e2e'): Promise<Tally> {
  const directory = mkdtempSync(join(tmpdir(), 'zonula-vitest-'));
  const output = join(directory, 'report.json');
  const ok = await runCommand('vitest', [
    'run',
    `--project=${project}*`,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${output}`,
  ]);
  let text: string;
  try {
    text = readFileSync(output, 'utf8');
  } catch {
    return { passed: 0, failed: 1, failures: [`${project}: Vitest ended without a report`], skipped: [] };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  let passed = 0;
  const failures: string[] = [];
  const skipped: string[] = [];
  for (const file of report.parse(JSON.parse(text)).testResults) {
    const name = relative(projectRoot, file.name);
    const before = failures.length;
    for (const test of file.assertionResults) {
      const title = `${name} > ${test.fullName}`;
      if (test.status === 'passed') passed++;
      else if (test.status === 'failed') failures.push(title);
      else skipped.push(title);
    }
    if (file.status === 'failed' && failures.length === before) failures.push(`${name} (the file itself)`);
  }
  if (!ok && failures.length === 0) failures.push(`${project}: an error outside of tests, see above`);
  return { passed, failed: failures.length, failures, skipped };
}
