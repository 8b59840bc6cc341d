/**
 * Exponential and logarithms that give the same bits in every engine. The language leaves the last bit of `Math.exp`
 * and its kin to the engine, and engines differ: the same person would be drawn a little otherwise in a browser than
 * on the command line, and adaptive steps make a last bit a visible difference. These use only sums, products and
 * quotients, which are exact to the last bit everywhere.
 *
 * The algorithms are those of fdlibm (Sun Microsystems, 1993, freely granted), with errors below one unit in the last
 * place.
 */
const words = new Int32Array(2);
const double = new Float64Array(words.buffer);
/** Which of the two words holds sign and exponent. */
const high = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

function highWord(x: number): number {
  double[0] = x;
  return words[high] as number;
}

function withHighWord(x: number, word: number): number {
  double[0] = x;
  words[high] = word;
  return double[0];
}

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const invertedLn2 = Math.LOG2E;
const two54 = 18014398509481984;
const overflowsAbove = 709.782712893384;
const underflowsBelow = -745.1332191019411;
/** High words of ln 2 / 2 and of 3 ln 2 / 2. */
const halfLn2Word = 0x3fd62e42;
const oneAndAHalfLn2Word = 0x3ff0a2b2;

/** 2^k for -1022 <= k <= 1023. */
const powerOfTwo = (k: number): number => withHighWord(1, 0x3ff00000 + (k << 20));

/** e to the power of x. */
export function exponential(given: number): number {
  if (Number.isNaN(given)) return given;
  if (given > overflowsAbove) return Number.POSITIVE_INFINITY;
  if (given < underflowsBelow) return 0;
  const size = highWord(given) & 0x7fffffff;
  const negative = given < 0;
  let x = given;
  let above = 0;
  let below = 0;
  let k = 0;
  if (size > halfLn2Word) {
    if (size < oneAndAHalfLn2Word) {
      if (x === 1) return Math.E;
      above = negative ? x + ln2High : x - ln2High;
      below = negative ? -ln2Low : ln2Low;
      k = negative ? -1 : 1;
    } else {
      k = Math.trunc(invertedLn2 * x + (negative ? -0.5 : 0.5));
      above = x - k * ln2High;
      below = k * ln2Low;
    }
    x = above - below;
  } else if (size < 0x3e300000) return 1 + x;
  const t = x * x;
  const c =
    x -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  if (k === 0) return 1 - ((x * c) / (c - 2) - x);
  const y = 1 - (below - (x * c) / (2 - c) - above);
  if (k === 1024) return y * 2 * 2 ** 1023;
  if (k >= -1021) return y * powerOfTwo(k);
  return y * powerOfTwo(k + 1000) * 2 ** -1000;
}

/** e to the power of x, less 1; keeps its digits near 0. */
export function exponentialLessOne(given: number): number {
  if (Number.isNaN(given)) return given;
  if (given > overflowsAbove) return Number.POSITIVE_INFINITY;
  const size = highWord(given) & 0x7fffffff;
  const negative = given < 0;
  // Beyond 56 ln 2 nothing is left of the power.
  if (size >= 0x4043687a && negative) return -1;
  let x = given;
  let rest = 0;
  let k = 0;
  if (size > halfLn2Word) {
    let above: number;
    let below: number;
    if (size < oneAndAHalfLn2Word) {
      above = negative ? x + ln2High : x - ln2High;
      below = negative ? -ln2Low : ln2Low;
      k = negative ? -1 : 1;
    } else {
      k = Math.trunc(invertedLn2 * x + (negative ? -0.5 : 0.5));
      above = x - k * ln2High;
      below = k * ln2Low;
    }
    x = above - below;
    rest = above - x - below;
  } else if (size < 0x3c900000) return x;
  const half = 0.5 * x;
  const square = x * half;
  const r =
    1 +
    square *
      (-0.03333333333333313 +
        square *
          (0.0015873015872548146 +
            square *
              (-0.0000793650757867488 +
                square * (0.000004008217827329362 + square * -2.0109921818362437e-7))));
  const t = 3 - r * half;
  let e = square * ((r - t) / (6 - x * t));
  if (k === 0) return x - (x * e - square);
  e = x * (e - rest) - rest - square;
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - x);
    return (k === 1024 ? y * 2 * 2 ** 1023 : y * powerOfTwo(k)) - 1;
  }
  if (k < 20) return (withHighWord(1, 0x3ff00000 - (0x200000 >> k)) - (e - x)) * powerOfTwo(k);
  return (x - (e + powerOfTwo(-k)) + 1) * powerOfTwo(k);
}

/** Natural logarithm; NaN below 0. */
export function logarithm(given: number): number {
  if (Number.isNaN(given) || given < 0) return Number.NaN;
  if (given === 0) return Number.NEGATIVE_INFINITY;
  if (given === Number.POSITIVE_INFINITY) return given;
  let x = given;
  let word = highWord(x);
  let k = 0;
  if (word < 0x00100000) {
    k = -54;
    x *= two54;
    word = highWord(x);
  }
  k += (word >> 20) - 1023;
  word &= 0x000fffff;
  const i = (word + 0x95f64) & 0x100000;
  x = withHighWord(x, word | (i ^ 0x3ff00000));
  k += i >> 20;
  const f = x - 1;
  if ((0x000fffff & (2 + word)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * ln2High + k * ln2Low;
    const small = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - small : k * ln2High - (small - k * ln2Low - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const t2 =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const r = t2 + t1;
  if (((word - 0x6147a) | (0x6b851 - word)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : k * ln2High - (half - (s * (half + r) + k * ln2Low) - f);
  }
  return k === 0 ? f - s * (f - r) : k * ln2High - (s * (f - r) - k * ln2Low - f);
}

/** Natural logarithm of 1 + x; keeps its digits near 0. NaN below -1. */
export function logarithmOfOneMore(x: number): number {
  if (Number.isNaN(x) || x < -1) return Number.NaN;
  if (x === -1) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  const word = highWord(x);
  const size = word & 0x7fffffff;
  let k = 1;
  let f = x;
  let rest = 0;
  let fraction = 1;
  if (word < 0x3fda827a) {
    if (size < 0x3e200000) return size < 0x3c900000 ? x : x - x * x * 0.5;
    if (word > 0 || word <= (0xbfd2bec4 | 0)) k = 0;
  }
  if (k !== 0) {
    let u = word < 0x43400000 ? 1 + x : x;
    fraction = highWord(u);
    k = (fraction >> 20) - 1023;
    if (word < 0x43400000) rest = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    fraction &= 0x000fffff;
    if (fraction < 0x6a09e) u = withHighWord(u, fraction | 0x3ff00000);
    else {
      k += 1;
      u = withHighWord(u, fraction | 0x3fe00000);
      fraction = (0x00100000 - fraction) >> 2;
    }
    f = u - 1;
  }
  const half = 0.5 * f * f;
  if (fraction === 0) {
    if (f === 0) return k === 0 ? 0 : k * ln2High + (rest + k * ln2Low);
    const small = half * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - small : k * ln2High - (small - (k * ln2Low + rest) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r =
    z *
    (0.6666666666666735 +
      z *
        (0.3999999999940942 +
          z *
            (0.2857142874366239 +
              z *
                (0.22222198432149784 +
                  z * (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605116586))))));
  return k === 0
    ? f - (half - s * (half + r))
    : k * ln2High - (half - (s * (half + r) + (k * ln2Low + rest)) - f);
}

/** Decimal logarithm; NaN below 0. */
export function logarithmToTen(given: number): number {
  if (!(given > 0) || given === Number.POSITIVE_INFINITY) return logarithm(given);
  if (given === 1) return 0;
  let x = given;
  let word = highWord(x);
  let k = 0;
  if (word < 0x00100000) {
    k = -54;
    x *= two54;
    word = highWord(x);
  }
  k += (word >> 20) - 1023;
  const i = k < 0 ? 1 : 0;
  x = withHighWord(x, (word & 0x000fffff) | ((0x3ff - i) << 20));
  const y = k + i;
  return y * 3.694239077158931e-13 + Math.LOG10E * logarithm(x) + y * 0.30102999566361177;
}
