/** What was done to doubt the fit: stored beside it, shown in the report. */
import { z } from 'zod';
import { ZonulaError } from '../problem/problem.ts';

const share = z.number().nullable();
const summarySchema = z.strictObject({
  rows: z.number(),
  directionRight: share,
  within1_5fold: share,
  within2fold: share,
  gmfe: share,
  coverage80: share,
  negativesHeld: share,
});
export type HonestySummary = z.infer<typeof summarySchema>;

const targetScoreSchema = z.strictObject({
  targets: z.number(),
  /** Continuous ranked probability score in standard errors, studies weighing 1 each: smaller is better. */
  score: share,
  misfit: share,
  gmfe: share,
  within2fold: share,
  coverage80: share,
  coverage80WithModelError: share,
  negativesHeld: share,
});

/** Ways of setting the parameters, by one score. */
const fitsSchema = z.strictObject({
  /** The fit that scored best on left-out groups, and is in the posterior file. */
  kept: z.enum(['smoother', 'finish']),
  /** Left-out score of each fit minus that of the defaults and of the priors, over studies: below 0 the fit is better. */
  differences: z.array(
    z.strictObject({
      of: z.enum(['smoother', 'finish']),
      against: z.enum(['defaults', 'prior', 'narrow-prior', 'smoother']),
      mean: z.number(),
      standardError: z.number(),
      studies: z.number(),
    }),
  ),
  candidates: z.array(
    z.strictObject({
      name: z.enum(['defaults', 'prior', 'narrow-prior', 'smoother', 'finish']),
      draws: z.number(),
      /** On the rows that the fits saw. */
      fitted: targetScoreSchema,
      /** On the same rows, each group predicted without having been seen. */
      leftOut: targetScoreSchema,
      leftOutDraws: z.number(),
    }),
  ),
  /** Widths of all priors that were tried, in those of the ranges, and the one that the fit took. */
  priors: z.strictObject({
    width: z.number(),
    tried: z.array(z.strictObject({ width: z.number(), draws: z.number(), score: share })),
  }),
  finish: z.strictObject({
    /** Model runs of the whole plan that the emulators were trained on. */
    trainedOn: z.number(),
    emulators: z.number(),
    /** Share of variance explained on draws not trained on, over the emulators. */
    explained: z.strictObject({ p10: z.number(), p50: z.number(), p90: z.number() }),
    powers: z.array(z.strictObject({ power: z.number(), emulatedHeldOutScore: share })),
    power: z.number(),
    /** Share of its draws whose colon lives. */
    living: z.number(),
  }),
});
export type FitComparison = z.infer<typeof fitsSchema>;

const sobolSchema = z.strictObject({
  samples: z.number(),
  outputs: z.array(
    z.strictObject({
      row: z.string(),
      /** Of the emulator, on draws that it was not trained on: share of variance, and SD of the error. */
      explained: z.number(),
      errorStandardDeviation: z.number(),
      /** SD of the output over the priors, by the emulator. */
      standardDeviation: z.number(),
      indices: z.array(z.strictObject({ id: z.string(), first: z.number(), total: z.number() })),
    }),
  ),
});
export type SobolTable = z.infer<typeof sobolSchema>;

export const honestySchema = z.strictObject({
  zonulaHonesty: z.literal(1),
  planHash: z.string(),
  modelHash: z.string(),
  assembly: z.string(),
  seed: z.number(),
  members: z.number(),
  /** Each group predicted by an ensemble that has not seen it. */
  crossValidation: z.strictObject({
    total: summarySchema,
    groups: z.array(
      z.strictObject({
        group: z.string(),
        summary: summarySchema,
        rows: z.array(
          z.strictObject({
            id: z.string(),
            p10: z.number().nullable(),
            p50: z.number().nullable(),
            p90: z.number().nullable(),
            foldError: z.number().nullable(),
            verdict: z.string(),
          }),
        ),
      }),
    ),
  }),
  identifiability: z.strictObject({
    /** Parameters that the data narrowed most, and how many they left as they were. */
    narrowed: z.array(z.strictObject({ id: z.string(), remaining: z.number(), shift: z.number() })),
    untouched: z.number(),
    parameters: z.number(),
    directions: z.array(
      z.strictObject({
        signal: z.number(),
        loadings: z.array(z.strictObject({ id: z.string(), share: z.number() })),
      }),
    ),
  }),
  sensitivity: z
    .strictObject({
      trajectories: z.number(),
      outputs: z.array(
        z.strictObject({
          row: z.string(),
          effects: z.array(
            z.strictObject({ id: z.string(), influence: z.number(), mean: z.number(), spread: z.number() }),
          ),
        }),
      ),
    })
    .nullable(),
  /** Shares of variance through the emulators; files of before the finish have none. */
  sobol: sobolSchema.optional(),
  /** Defaults, priors and fits side by side; files of before the finish have none. */
  fits: fitsSchema.optional(),
  /** The reference person of each structure through the same plan. */
  variants: z.array(
    z.strictObject({
      name: z.string(),
      summary: summarySchema,
      /** Rows whose verdict is worse than with the base. */
      worse: z.array(z.string()),
      better: z.array(z.string()),
    }),
  ),
  irrelevant: z
    .strictObject({ exposure: z.string(), largestChange: z.number(), rows: z.number() })
    .nullable(),
});
export type HonestyFile = z.infer<typeof honestySchema>;

/** @throws ZonulaError Z7050 when the text is not such a file */
export function parseHonesty(text: string, file: string): HonestyFile {
  let data: unknown;
  let cause: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    cause = error;
  }
  const result = honestySchema.safeParse(data);
  if (result.success) return result.data;
  throw new ZonulaError(
    {
      code: 'Z7050',
      severity: 'error',
      message: `${file} is not a file of honesty checks: ${result.error.issues[0]?.message ?? 'its form is wrong'}.`,
      where: { file },
      fix: 'Make it again with `npm run calibrate`.',
    },
    { cause },
  );
}
