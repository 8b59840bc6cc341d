import { readFile } from 'node:fs/promises';
import { type SensitivityTable, sensitivityProblems } from '../describe/index.ts';
import type { ModelSystem } from '../language/system.ts';
import { formatProblem } from '../problem/problem.ts';

const tableFile = new URL('../../evidence/generated/sensitivity.json', import.meta.url);

/**
 * The table of what results feel of each parameter, when there is one of this assembly. One of an earlier version
 * still ranks well; that it is older is told.
 *
 * @returns undefined when there is none, or when it belongs to another assembly
 */
export async function readSensitivity(
  system: ModelSystem,
  tell: (text: string) => void = (text) => process.stderr.write(text),
): Promise<SensitivityTable | undefined> {
  let text: string;
  try {
    text = await readFile(tableFile, 'utf8');
  } catch (error) {
    // A package without the table still shows the model.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const table = JSON.parse(text) as SensitivityTable;
  if (table.assembly !== system.name) return undefined;
  for (const problem of sensitivityProblems(system, table)) tell(`${formatProblem(problem)}\n`);
  return table;
}
