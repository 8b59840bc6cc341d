import { z } from 'zod';
import { personFileSchema } from './schema.ts';

/** The JSON Schema (2020-12) that editors use to complete and check person files. */
export function personJsonSchemaText(): string {
  const schema = z.toJSONSchema(personFileSchema, { io: 'input', target: 'draft-2020-12', reused: 'ref' });
  return `${JSON.stringify({ title: 'Zonula person file, version 1', ...schema }, null, 2)}\n`;
}
