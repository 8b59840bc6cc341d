/**
 * Older person files become files of today. Each entry takes the document of its version (as plain data) to the
 * next; nothing is lost, and the reader is told.
 */
import { personFileVersion } from './schema.ts';

export type Migration = (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** From version n to n + 1. Version 1 is the first that was published. */
export const migrations: ReadonlyMap<number, Migration> = new Map();

/**
 * @param table the migrations to use (tests bring their own)
 * @returns the document at the current version, or the version at which no way on is known
 */
export function migrate(
  document: Readonly<Record<string, unknown>>,
  from: number,
  table: ReadonlyMap<number, Migration> = migrations,
):
  | { readonly ok: true; readonly document: Record<string, unknown> }
  | { readonly ok: false; readonly stuckAt: number } {
  let current: Record<string, unknown> = { ...document };
  for (let version = from; version < personFileVersion; version++) {
    const step = table.get(version);
    if (!step) return { ok: false, stuckAt: version };
    current = { ...step(current), zonula: version + 1 };
  }
  return { ok: true, document: current };
}
