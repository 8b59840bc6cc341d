/**
 * Reads the evidence registry: which reference an id means, which study records and quantities it gave,
 * and what is claimed. Loads `evidence/*.json`; the app imports this file lazily.
 */
import claimsJson from '../../evidence/claims.json' with { type: 'json' };
import quantitiesJson from '../../evidence/quantities.json' with { type: 'json' };
import referencesJson from '../../evidence/references.json' with { type: 'json' };
import studiesJson from '../../evidence/studies.json' with { type: 'json' };
import type { Problem } from '../problem/problem.ts';
import type { Association, Claims, Quantity, Reference, Statement, Study, UserClaim } from './schema.ts';

// The files are checked against the schemas by test/evidence/registry.test.ts, not again in every browser.
export const references: readonly Reference[] = referencesJson as unknown as readonly Reference[];
export const studies: readonly Study[] = studiesJson as unknown as readonly Study[];
export const quantities: readonly Quantity[] = quantitiesJson as unknown as readonly Quantity[];
const claims = claimsJson as unknown as Claims;
/** The sixteen statements about the gut barrier that the model takes up, each with its grade and mechanism. */
export const statements: readonly Statement[] = claims.statements;
/** Conditions that go along with a raised marker. Associations only; never fed back into the model. */
export const associations: readonly Association[] = claims.associations;
/** What people say about the gut barrier, and how well it holds. */
export const userClaims: readonly UserClaim[] = claims.userClaims;

const referenceById = new Map<string, Reference>();
for (const reference of references) {
  for (const id of [reference.id, ...(reference.aliases ?? [])]) referenceById.set(id, reference);
}
const studyById = new Map(studies.map((study) => [study.id, study]));
const quantityBySymbol = new Map(quantities.map((quantity) => [quantity.id, quantity]));

/** The reference of an id (its own or an alias), or undefined when the registry does not know it. */
export function findReference(id: string): Reference | undefined {
  return referenceById.get(id);
}

/** The study record of an id, or undefined. */
export function findStudy(id: string): Study | undefined {
  return studyById.get(id);
}

/** All records of one paper. */
export function studiesOfReference(id: string): readonly Study[] {
  const reference = findReference(id)?.id;
  return reference === undefined ? [] : studies.filter((study) => study.reference === reference);
}

/** A sourced quantity by its symbol, e.g. `CRP0`, or undefined. */
export function quantityById(id: string): Quantity | undefined {
  return quantityBySymbol.get(id);
}

/** All quantities that one reference gave. */
export function quantitiesOfReference(id: string): readonly Quantity[] {
  const reference = findReference(id)?.id;
  return reference === undefined ? [] : quantities.filter((quantity) => quantity.reference === reference);
}

/**
 * References of cited ids, each once, in the order cited.
 *
 * @returns what was found and, for each id that the registry does not know, a problem Z5801
 */
export function resolveSources(ids: readonly string[]): {
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
} {
  const found = new Set<Reference>();
  const problems: Problem[] = [];
  for (const id of ids) {
    const reference = findReference(id);
    if (reference) found.add(reference);
    else
      problems.push({
        code: 'Z5801',
        severity: 'warning',
        message: `The evidence registry has no source "${id}".`,
        fix: 'Add it to evidence/references.json, or correct the id.',
      });
  }
  return { references: [...found], problems };
}
