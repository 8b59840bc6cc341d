/**
 * A healthy adult on the reference diet (36 g of fermentable carbohydrate a day): daily means of the model's own
 * healthy state. A test holds them against the model.
 */
export const healthyReference = {
  pl_sb: 1,
  sb_dmg: 0.01,
  mu_in: 0.984,
  /** mmol/L, lower large bowel: 5.53 mmol in 0.36 L. */
  dc_butyrate: 15.4,
} as const;
