import { logarithm } from './elementary.ts';

/**
 * Counter-based random numbers: Philox-4x32 with 10 rounds (Salmon, Moraes, Dror and Shaw, SC 2011,
 * doi 10.1145/2063384.2063405). A draw is a pure function of (seed, stream, index), so that results do not
 * depend on the order or the number of workers that compute them.
 */
const multiplierA = 0xd2511f53;
const multiplierB = 0xcd9e8d57;
const weylA = 0x9e3779b9;
const weylB = 0xbb67ae85;
const rounds = 10;

/** High and low 32 bits of a 32 x 32 bit product. */
function multiplyHigh(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}

/**
 * One block: four 32-bit words from a 128-bit counter and a 64-bit key.
 *
 * @param counter four unsigned 32-bit words
 * @param key two unsigned 32-bit words
 */
export function philox4x32(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): [number, number, number, number] {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < rounds; round++) {
    const high0 = multiplyHigh(multiplierA, c0);
    const low0 = Math.imul(multiplierA, c0) >>> 0;
    const high1 = multiplyHigh(multiplierB, c2);
    const low1 = Math.imul(multiplierB, c2) >>> 0;
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0;
    k0 = (k0 + weylA) >>> 0;
    k1 = (k1 + weylB) >>> 0;
  }
  return [c0, c1, c2, c3];
}

/** 64 bits of FNV-1a over the UTF-16 units of a stream's name, as two words. */
function streamWords(stream: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let i = 0; i < stream.length; i++) {
    const unit = stream.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193) >>> 0;
    b = Math.imul(b ^ ((unit << 7) | (unit >>> 9)), 0x01000193) >>> 0;
  }
  return [a, b];
}

/** Numbers of one stream (a name such as `person/12/k_sb`) under one seed. */
export interface RandomStream {
  /** Uniform in the open interval (0, 1), 53 bits. */
  uniform(index: number): number;
  /** Standard normal. */
  normal(index: number): number;
}

/**
 * @param seed whole number, 0 to 2^53 - 1
 * @param stream name; equal names give equal numbers
 */
export function randomStream(seed: number, stream: string): RandomStream {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`the seed ${seed} is not a whole number from 0 to 2^53 - 1`);
  const key: [number, number] = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0];
  const [s0, s1] = streamWords(stream);
  const uniform = (index: number): number => {
    const [a, b] = philox4x32([index >>> 0, Math.floor(index / 2 ** 32) >>> 0, s0, s1], key);
    return ((a >>> 5) * 2 ** 26 + (b >>> 6) + 0.5) / 2 ** 53;
  };
  return { uniform, normal: (index) => normalQuantile(uniform(index)) };
}

/** Coefficients of Wichura's algorithm AS 241 (Applied Statistics 37:477, 1988), accurate to about 1e-16. */
const centre = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
] as const;
const middleTail = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const farTail = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, c) => sum * x + c, 0);
const ratio = (pair: readonly [readonly number[], readonly number[]], x: number): number =>
  polynomial(pair[0], x) / polynomial(pair[1], x);

/** Inverse of the standard normal distribution function, by algorithm AS 241. */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`the probability ${probability} is not between 0 and 1`);
  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(centre, 0.180625 - q * q);
  const r = Math.sqrt(-logarithm(Math.min(probability, 1 - probability)));
  const tail = r <= 5 ? ratio(middleTail, r - 1.6) : ratio(farTail, r - 5);
  return q < 0 ? -tail : tail;
}
