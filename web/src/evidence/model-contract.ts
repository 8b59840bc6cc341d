import type { AssumedShares, ModelDescription, QuantityExplanation } from '../../../src/describe/index.ts';

/** What the pages read of the model; a worker answers, because assembling takes a while. */
export interface ModelService {
  describe(): Promise<ModelDescription>;
  /** How much is measured, fitted, assumed: by count and by what results feel. */
  shares(): Promise<AssumedShares>;
  /** One quantity with all that stands behind it; undefined when the model has none of that name. */
  explain(id: string): Promise<QuantityExplanation | undefined>;
}
