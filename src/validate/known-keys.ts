/** Which keys may stand at a place of a plan: for the message about one that may not. */
import { z } from 'zod';
import type { Path } from './plan-document.ts';
import { measureKeys, planSchema } from './plan-schema.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly const?: unknown;
}

let cached: JsonSchema | undefined;
const schemaOfPlan = (): JsonSchema => {
  cached ??= z.toJSONSchema(planSchema, { io: 'input', reused: 'inline' }) as JsonSchema;
  return cached;
};

/**
 * @param path place of the group, from the top of the file
 * @param root the whole file, which says which of several forms was meant
 */
export function keysAt(path: Path, root: unknown): readonly string[] {
  let schemas: readonly JsonSchema[] = [schemaOfPlan()];
  let value = root;
  for (const part of path) {
    schemas = schemas.flatMap((schema) => {
      const inner = typeof part === 'number' ? schema.items : (schema.properties?.[part] ?? others(schema));
      return inner ? [inner] : [];
    });
    value = Array.isArray(value)
      ? value[Number(part)]
      : isGroup(value) && Object.hasOwn(value, part)
        ? value[String(part)]
        : undefined;
    schemas = meant(schemas, value);
  }
  return [...new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

const others = ({ additionalProperties }: JsonSchema): JsonSchema | undefined =>
  typeof additionalProperties === 'object' ? additionalProperties : undefined;

/** Of several forms the one whose kind, or whose leading key, the value has. */
function meant(schemas: readonly JsonSchema[], value: unknown): readonly JsonSchema[] {
  const all = schemas.flatMap(options);
  if (!isGroup(value)) return all;
  const kind = value.kind === null ? 'null' : value.kind;
  const ofKind = all.filter(({ properties }) => properties?.kind?.const === kind);
  if (kind !== undefined && ofKind.length > 0) return ofKind;
  const leading = measureKeys.find((key) => Object.hasOwn(value, key));
  const ofForm = all.filter(({ properties }) => leading !== undefined && properties?.[leading]);
  return ofForm.length > 0 ? ofForm : all;
}

const options = (schema: JsonSchema): readonly JsonSchema[] => {
  const forms = schema.anyOf ?? schema.oneOf;
  return forms ? forms.flatMap(options) : [schema];
};

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
