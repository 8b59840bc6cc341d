import { z } from 'zod';
import { planSchema } from './plan-schema.ts';

/** The JSON Schema (2020-12) of one file of a validation plan, for editors. */
export function planJsonSchemaText(): string {
  const schema = z.toJSONSchema(planSchema, { io: 'input', target: 'draft-2020-12', reused: 'ref' });
  return `${JSON.stringify({ title: 'Zonula validation plan, version 1', ...schema }, null, 2)}\n`;
}
