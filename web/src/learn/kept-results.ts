import kept from './generated/results.json' with { type: 'json' };
import type { LearnResults } from './results.ts';

/** The numbers of the pages, written by `scripts/build-learn.ts`. */
export const learnResults = kept as LearnResults;
