import type { LiningSnapshot } from './snapshot.ts';

/** A place on the surface of the lining, seen from the lumen. */
export interface SurfacePoint {
  readonly x: number;
  readonly y: number;
  /** Unit vector into the tissue. */
  readonly inX: number;
  readonly inY: number;
}

interface Line {
  readonly length: number;
}
interface Arc {
  readonly radius: number;
  /** Radians; positive turns round a centre in the tissue (a hill), negative round one in the lumen (a valley). */
  readonly turn: number;
}
type Piece = Line | Arc;

/** Distance of neighbouring points, so close that no corner can be seen. */
const step = 4;
const quarter = Math.PI / 2;

/** Colon: flat, with pits. Half-widths and depths in units of the picture. */
const cryptPeriods = 5;
const mouthRadius = 32;
const cryptWall = 40;
const cryptRadius = 18;

/** Small bowel: fingers. */
const villusPeriods = 6;
const tallestVillus = 165;
const tipRadius = 40;
const valleyRadius = 28;

/** Height of the villi in units of the picture. */
export function villusHeight(villus: number): number {
  return tallestVillus * Math.min(1.1, Math.max(0, villus));
}

/** The folded surface from left to right: crypts that dip in the colon, villi that stand up in the small bowel. */
export function surfaceOf(snapshot: LiningSnapshot, width: number, baseline: number): SurfacePoint[] {
  const colon = snapshot.region === 'colon';
  const periods = colon ? cryptPeriods : villusPeriods;
  const period = colon ? crypt(width / periods) : villus(width / periods, villusHeight(snapshot.villus ?? 1));
  return trace(0, baseline, Array.from({ length: periods }, () => period).flat());
}

function crypt(period: number): Piece[] {
  const flat = { length: (period - 2 * (mouthRadius + cryptRadius)) / 2 };
  const mouth = { radius: mouthRadius, turn: quarter };
  const wall = { length: cryptWall };
  return [flat, mouth, wall, { radius: cryptRadius, turn: -Math.PI }, wall, mouth, flat];
}

function villus(period: number, height: number): Piece[] {
  const radii = tipRadius + valleyRadius;
  const upright = height >= radii;
  // A low villus is a mound whose sides never stand upright.
  const turn = upright ? quarter : Math.acos(1 - height / radii);
  const wall = { length: upright ? height - radii : 0 };
  const flat = { length: (period - 2 * radii * Math.sin(turn)) / 2 };
  const foot = { radius: valleyRadius, turn: -turn };
  const tip = { radius: tipRadius, turn };
  return [flat, foot, wall, tip, tip, wall, foot, flat];
}

/** Walks along the pieces, to the right at first. */
function trace(startX: number, startY: number, pieces: readonly Piece[]): SurfacePoint[] {
  let [x, y, heading] = [startX, startY, 0];
  const points: SurfacePoint[] = [];
  const mark = (): void => {
    points.push({ x, y, inX: -Math.sin(heading), inY: Math.cos(heading) });
  };
  mark();
  for (const piece of pieces) {
    const long = 'length' in piece ? piece.length : piece.radius * Math.abs(piece.turn);
    const steps = Math.ceil(long / step);
    if ('length' in piece) {
      for (let i = 0; i < steps; i++) {
        x += (Math.cos(heading) * piece.length) / steps;
        y += (Math.sin(heading) * piece.length) / steps;
        mark();
      }
      continue;
    }
    const reach = Math.sign(piece.turn) * piece.radius;
    const centreX = x - reach * Math.sin(heading);
    const centreY = y + reach * Math.cos(heading);
    for (let i = 0; i < steps; i++) {
      heading += piece.turn / steps;
      x = centreX + reach * Math.sin(heading);
      y = centreY - reach * Math.cos(heading);
      mark();
    }
  }
  return points;
}

/** The same surface in so many equal stretches: their ends, from left to right. */
export function evenly(points: readonly SurfacePoint[], stretches: number): SurfacePoint[] {
  const along = alongOf(points);
  const whole = along.at(-1) ?? 0;
  let at = 0;
  return Array.from({ length: stretches + 1 }, (_, k) => {
    const wanted = (whole * k) / stretches;
    while (at + 2 < points.length && (along[at + 1] as number) < wanted) at++;
    const [a, b] = [points[at], points[at + 1]] as [SurfacePoint, SurfacePoint];
    const [from, to] = [along[at], along[at + 1]] as [number, number];
    const share = to > from ? Math.min(1, (wanted - from) / (to - from)) : 0;
    const mix = (key: keyof SurfacePoint): number => a[key] + share * (b[key] - a[key]);
    return { x: mix('x'), y: mix('y'), inX: mix('inX'), inY: mix('inY') };
  });
}

export function lengthOf(points: readonly SurfacePoint[]): number {
  return alongOf(points).at(-1) ?? 0;
}

function alongOf(points: readonly SurfacePoint[]): number[] {
  let sum = 0;
  return points.map(({ x, y }, i) => {
    const before = points[i - 1];
    if (before) sum += Math.hypot(x - before.x, y - before.y);
    return sum;
  });
}
