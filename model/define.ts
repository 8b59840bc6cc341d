import type { SourceId } from '../evidence/source-ids.ts';
import { moduleDefiner } from '../src/language/module.ts';

/** Declares one module of the gut; its sources must be ids of the evidence registry. */
export const defineModule = moduleDefiner<SourceId>();
