/** The sensitivity table that came with this version; imported lazily where it is wanted (it is large). */
import tableJson from '../../evidence/generated/sensitivity.json' with { type: 'json' };
import type { SensitivityTable } from './sensitivity.ts';

// Its shape is checked by test/describe/describe.test.ts; `sensitivityProblems` tells when the model has moved on.
export const committedSensitivity: SensitivityTable = tableJson as unknown as SensitivityTable;
