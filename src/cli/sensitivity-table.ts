import { readFile } from 'node:fs/promises';
import type { SensitivityTable } from '../describe/index.ts';
import type { ModelSystem } from '../language/system.ts';

const tableFile = new URL('../../evidence/generated/sensitivity.json', import.meta.url);

/**
 * The table of what results feel of each parameter, when there is one of this model.
 *
 * @returns undefined when there is none, or when it belongs to another model
 */
export async function readSensitivity(system: ModelSystem): Promise<SensitivityTable | undefined> {
  let text: string;
  try {
    text = await readFile(tableFile, 'utf8');
  } catch (error) {
    // A package without the table still shows the model.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const table = JSON.parse(text) as SensitivityTable;
  return table.modelHash === system.hash ? table : undefined;
}
