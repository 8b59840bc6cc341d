/**
 * Drawn people whose colon cannot be a living person's are drawn again (specification, section 6): the proximal pH
 * gate can let a drawn colon fall into a state that nobody has.
 */
export const rejection = {
  /**
   * Assumed: distal content of adults is near 6.5, stool seldom below 5.5. Of 60 drawn people eight lay between 5.2
   * and 5.45, none up to 5.6: those eight had fallen into the sour state, whose butyrate makers die.
   */
  lowestDistalPh: 5.5,
  smallestBacteroidesShare: 0.05,
  smallestFirmicutesShare: 0.05,
  /** After so many draws the person is kept as drawn, and counted. */
  mostAttempts: 8,
} as const;

/** Series that the rule reads, as means of the first day. */
export const rejectionSeries = ['dc_ph', 'share_bac', 'share_fir'] as const;

/** @returns why the person is drawn again, or undefined */
export function rejectedBecause(mean: (series: string) => number | undefined): string | undefined {
  const ph = mean('dc_ph');
  const bacteroides = mean('share_bac');
  const firmicutes = mean('share_fir');
  if (ph !== undefined && !(ph >= rejection.lowestDistalPh)) return `distal pH ${ph.toFixed(2)}`;
  if (bacteroides !== undefined && !(bacteroides >= rejection.smallestBacteroidesShare))
    return `share of BAC ${(100 * bacteroides).toFixed(1)} %`;
  if (firmicutes !== undefined && !(firmicutes >= rejection.smallestFirmicutesShare))
    return `share of FIR ${(100 * firmicutes).toFixed(1)} %`;
  return undefined;
}
