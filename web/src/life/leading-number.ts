/** The number at the start of an amount such as "6 h"; `otherwise` when there is none. */
export function leadingNumber(amount: string | undefined, otherwise: number): number {
  const value = Number.parseFloat(amount ?? '');
  return Number.isFinite(value) ? value : otherwise;
}
