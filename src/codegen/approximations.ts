/**
 * The project's own exp and cos(2 pi x), written with additions, multiplications, comparisons and exact powers of
 * two only. WebAssembly has neither function, and JavaScript engines may differ in the last digit of theirs. Every
 * back end evaluates exactly these operations in exactly this order, so that all give the same bits.
 *
 * Coefficients: relative minimax fits (Remez exchange, 40 digits), rounded to double.
 */

/** Adding and subtracting it rounds to the nearest whole number (ties to even) for |x| < 2^51. */
export const ROUNDING_SHIFT = 6755399441055744; // 1.5 * 2^52

export const EXP_LOWEST = -746;
/**
 * Larger exponents are held here, far below overflow: in the derivative of a saturated gate, e^x times 1/(1 + e^x)
 * would else be infinity times zero.
 */
export const EXP_HIGHEST = 700;
// Written out: the bits must not depend on an engine.
// biome-ignore lint/suspicious/noApproximativeNumericConstant: see above
export const LOG2_OF_E = 1.4426950408889634;
/** Upper part of ln 2 with 21 trailing zero bits: products with whole numbers up to 2^21 are exact. */
export const LN2_HIGH = 0.6931471675634384;
export const LN2_LOW = 1.2996506893889889e-8;

/** (exp(r) - 1 - r) / r^2 on |r| <= ln 2 / 2, degree 9; relative error of exp 3.6e-18. */
export const EXP_COEFFICIENTS = [
  0.5000000000000011, 0.16666666666666413, 0.04166666666653016, 0.008333333333494486, 0.0013888888943629077,
  0.00019841269506519688, 2.4801493099877013e-5, 2.7557586430346135e-6, 2.7630248066541834e-7,
  2.5000042896524453e-8,
] as const;

/** sin(2 pi s) / s in powers of s^2 on |s| <= 1/4; relative error 2.6e-19. */
export const SINE_COEFFICIENTS = [
  6.283185307179586, -41.341702240399755, 81.60524927607341, -76.7058597527985, 42.05869392378583,
  -15.094641620530883, 3.8199270508845165, -0.7177235842443027, 0.10085634749909879,
] as const;

// Taken apart once: taking arrays apart in every call is slow.
const [c0, c1, c2, c3, c4, c5, c6, c7, c8, c9] = EXP_COEFFICIENTS;
const [d0, d1, d2, d3, d4, d5, d6, d7, d8] = SINE_COEFFICIENTS;

const POWER_OFFSET = 600;
const POWERS_OF_TWO = Float64Array.from({ length: 2 * POWER_OFFSET + 1 }, (_, i) => 2 ** (i - POWER_OFFSET));

/**
 * e^x, within 1 unit in the last place for every x, subnormal results and overflow to Infinity included;
 * NaN gives NaN.
 */
export function exponential(x: number): number {
  const c = Math.min(Math.max(x, EXP_LOWEST), EXP_HIGHEST);
  const k = c * LOG2_OF_E + ROUNDING_SHIFT - ROUNDING_SHIFT;
  const r = c - k * LN2_HIGH - k * LN2_LOW;
  const r2 = r * r;
  const r4 = r2 * r2;
  const q =
    c0 + c1 * r + (c2 + c3 * r) * r2 + (c4 + c5 * r + (c6 + c7 * r) * r2) * r4 + (c8 + c9 * r) * (r4 * r4);
  const mantissa = r2 * q + r + 1;
  // Two factors, so that results below 2^-1022 and above 2^1023 come out right.
  const half = k * 0.5 + ROUNDING_SHIFT - ROUNDING_SHIFT;
  return (
    mantissa *
    (POWERS_OF_TWO[(half + POWER_OFFSET) | 0] as number) *
    (POWERS_OF_TWO[(k - half + POWER_OFFSET) | 0] as number)
  );
}

/** cos(2 pi x) for x in turns, |x| < 2^51: absolute error below 5e-16; Infinity and NaN give NaN. */
export function cosineOfTurns(x: number): number {
  const r = x - (x + ROUNDING_SHIFT - ROUNDING_SHIFT);
  const s = 0.25 - Math.abs(r);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  return s * (d0 + d1 * z + (d2 + d3 * z) * z2 + (d4 + d5 * z + (d6 + d7 * z) * z2) * z4 + d8 * (z4 * z4));
}
