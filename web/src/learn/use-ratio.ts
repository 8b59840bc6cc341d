import { useFormats } from '../i18n/format.ts';

/** Virtual people scatter too much for a third digit. */
const digits = 2;

/** Writes a ratio with the digits that say something. */
export function useRatio(): (value: number) => string {
  const { number } = useFormats();
  return (value) => number(Number(value.toPrecision(digits)));
}
