/**
 * The shape of the evidence registry (`evidence/*.json`): papers and other references, study records,
 * sourced quantities, and the claims that people make about the gut barrier.
 *
 * Used when the registry is built and tested; the readers (`registry.ts`) trust what was checked here.
 */
import { z } from 'zod';

/** How well what is said of a reference was checked against it. */
export const verified = z.enum([
  /** The text itself was read. */
  'full-text',
  /** The abstract was read. */
  'abstract',
  /** Quoted by another source that was read. */
  'secondary',
  /** Recalled; check before use. */
  'memory',
  /** Arithmetic on other entries. */
  'derived',
]);

export const referenceKind = z.enum([
  'paper',
  'book',
  'software',
  'standard',
  'guideline',
  'label',
  'table',
  'web',
  'food-source',
  'textbook',
  /** The modellers' own specification: where numbers stand that were set, not measured. */
  'model',
  'derived',
  'recalled',
]);

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/);

export const referenceSchema = z.strictObject({
  id,
  /** Other ids by which the same reference is cited (the same paper entered twice, food tables). */
  aliases: z.array(id).optional(),
  kind: referenceKind,
  /** Empty when it was not shown where the reference was read. */
  authors: z.string(),
  year: z.number().int().min(1900).max(2100).nullable(),
  title: z.string().min(3),
  journal: z.string(),
  doi: z
    .string()
    .regex(/^10\.\d{4,}\/\S+$/)
    .optional(),
  pmid: z.string().regex(/^\d+$/).optional(),
  url: z.string().optional(),
  verified,
  note: z.string().optional(),
});

const number = z.number();
const spread = z.union([number, z.array(number)]).nullable();
/** A value with its spread, or a plain value, or words ("rose", "trend"). */
const measured = z.union([
  number,
  z.string(),
  z.strictObject({ value: number.nullable(), spread: spread.optional(), spread_kind: z.string().optional() }),
  z.null(),
]);

export const studySchema = z.strictObject({
  id,
  reference: id,
  domain: z.string(),
  category: z.string().optional(),
  /** `negative`: an exposure or treatment that did little; counts as much as the others. */
  role: z.enum(['calibrate', 'negative']),
  verified,
  population: z.strictObject({
    description: z.string(),
    n: number.nullable().optional(),
    condition: z.string().optional(),
    age: z.string().optional(),
  }),
  design: z.string(),
  arms: z.array(
    z.strictObject({
      name: z.string(),
      exposure: z.string().nullable().optional(),
      duration_days: number.nullable().optional(),
    }),
  ),
  probe: z.string().optional(),
  outcomes: z.array(
    z.strictObject({
      measure: z.string(),
      unit: z.string().nullable(),
      arm: z.string().nullable().optional(),
      baseline: measured.optional(),
      end: measured.optional(),
      change_pct: z
        .union([number, z.string(), z.array(number)])
        .nullable()
        .optional(),
      p: z.union([z.string(), number]).nullable().optional(),
      note: z.string().optional(),
    }),
  ),
  null_result: z.boolean(),
  null_scope: z.enum(['main', 'partial']).optional(),
  notes: z.string(),
  /** Other records of the same paper. */
  same_paper: z.array(id).optional(),
});

export const quantitySchema = z.strictObject({
  /** The symbol, unique in the registry. */
  id: z.string().min(1),
  meaning: z.string().min(1),
  value: z.union([number, z.string(), z.boolean(), z.array(number), z.record(z.string(), number), z.null()]),
  low: number.nullable(),
  high: number.nullable(),
  unit: z.string(),
  context: z.string(),
  reference: id,
  verified,
  note: z.string().optional(),
  domain: z.string(),
});

/** A to D as in the specification; N: good human data show no effect. */
export const claimGrade = z.enum(['A', 'B', 'C', 'D', 'N']);

export const statementSchema = z.strictObject({
  id,
  /** Number in the mission's list of sixteen. */
  number: z.number().int().min(1).max(16),
  statement: z.string().min(10),
  mechanism: z.string().min(10),
  /** Public state ids of the mechanism; a trailing `*` stands for all that begin so. */
  states: z.array(z.string()),
  grades: z.array(z.strictObject({ of: z.string().min(1), grade: claimGrade })).min(1),
  /** What an honest answer to a layman is. */
  plain: z.string().min(20),
  sources: z.array(id),
});

export const associationSchema = z.strictObject({
  id,
  condition: z.string().min(3),
  /** What goes with what. */
  marker: z.string().min(3),
  effect: z.strictObject({
    measure: z.enum([
      'hazard ratio',
      'odds ratio',
      'relative risk',
      'share',
      'ratio of means',
      'difference',
      'standardised difference',
    ]),
    value: number.nullable(),
    low: number.nullable(),
    high: number.nullable(),
    unit: z.string(),
  }),
  design: z.string().min(5),
  people: z.string().min(2),
  /** Said wherever it is shown. An association never says that the one causes the other. */
  caution: z.string().min(20),
  sources: z.array(id).min(1),
});

export const userClaimSchema = z.strictObject({
  id,
  /** As people say it. */
  claim: z.string().min(10),
  verdict: z.enum(['supported', 'partly supported', 'not known', 'not supported', 'do not use']),
  grade: claimGrade,
  plain: z.string().min(20),
  sources: z.array(id).min(1),
});

export const claimsSchema = z.strictObject({
  statements: z.array(statementSchema),
  associations: z.array(associationSchema),
  userClaims: z.array(userClaimSchema),
});

export type Reference = z.infer<typeof referenceSchema>;
export type Study = z.infer<typeof studySchema>;
export type Quantity = z.infer<typeof quantitySchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Association = z.infer<typeof associationSchema>;
export type UserClaim = z.infer<typeof userClaimSchema>;
export type ClaimGrade = z.infer<typeof claimGrade>;
export type Claims = z.infer<typeof claimsSchema>;
export type Verified = z.infer<typeof verified>;
