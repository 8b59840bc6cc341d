export { formatCitation, referenceUrl, shortAuthors, shortCitation, verifiedInWords } from './citation.ts';
export {
  associations,
  findReference,
  findStudy,
  quantities,
  quantitiesOfReference,
  quantityById,
  references,
  resolveSources,
  statements,
  studies,
  studiesOfReference,
  userClaims,
} from './registry.ts';
export type {
  Association,
  ClaimGrade,
  Quantity,
  Reference,
  Statement,
  Study,
  UserClaim,
  Verified,
} from './schema.ts';
export { type EvidenceHit, searchEvidence } from './search.ts';
