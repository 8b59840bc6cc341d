/**
 * Drawn people whose colon cannot be a living person's are drawn again (specification, section 6): the proximal pH
 * gate can let a drawn colon fall into a state that nobody has.
 */
export const rejection = {
  lowestDistalPh: 5.2,
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
