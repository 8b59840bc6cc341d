import { config } from 'zod';
import { foodTableKnowledge } from '../../../src/person/food-table-knowledge.ts';
import { type ReadResult, readPersonDocument, readPersonFile } from '../../../src/person/read.ts';

// The content-security policy forbids code made from text, which zod would otherwise try.
config({ jitless: true });

/** Reads the record (or a changed copy of it): numbers for the simulation, and every problem. */
export function readDocument(document: unknown): ReadResult {
  return readPersonDocument(document, { foods: foodTableKnowledge });
}

/** Reads a file that somebody opened. */
export function readFile(bytes: Uint8Array, fileName: string): ReadResult {
  return readPersonFile(bytes, { foods: foodTableKnowledge, fileName });
}
