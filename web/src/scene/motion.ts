/** Where things of the moving picture are at a moment. Time stands for itself: the same second, the same picture. */
import { randomStream } from '../../../src/random/philox.ts';
import { type LiningLayout, liverLeft, type Particle, pictureWidth, vesselMiddle } from './layout.ts';

/** Seconds of the picture that stand for one hour of life. */
export const secondsPerHour = 12;
/** How long one crossing can be seen, and which share of that it is in the wall. */
const crossingSeconds = 3.6;
export const throughShare = 0.4;

export interface Place {
  readonly x: number;
  readonly y: number;
  /** Degrees. */
  readonly turn: number;
}

const wave = (seconds: number, period: number, phase: number): number =>
  Math.sin((2 * Math.PI * seconds) / period + phase);

/** Bacteria drift around their place; the mucus holds those in it back. */
export function drifted(particle: Particle, seconds: number): Place {
  const phase = particle.turn * 0.1 + particle.x * 0.01;
  const reach = particle.part === 'muc' ? 0.35 : 1;
  return {
    x: particle.x + reach * 16 * wave(seconds, 7 + (particle.turn % 5), phase),
    y: particle.y + reach * 7 * wave(seconds, 5 + (particle.turn % 3), 2 * phase),
    turn: particle.turn + reach * 25 * wave(seconds, 9, phase),
  };
}

export interface Crossing {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** 1 = bright, 0 = gone. */
  readonly glow: number;
  readonly caught: boolean;
}

const crossingSeed = 7_700_417;
/**
 * Of what reaches a healthy liver about this share passes (one minus `E0` of the model); the model's own number is
 * relative to that.
 */
export const healthyPassage = 0.1;

/** Crossings that can be seen at a moment: from the lumen through an open gap, into the vessel, to the liver. */
export function crossingsAt(layout: LiningLayout, seconds: number): readonly Crossing[] {
  const { crossingsPerHour: perHour, gaps, snapshot } = layout;
  if (!(perHour > 0)) return [];
  const apart = secondsPerHour / perHour;
  const open = gaps.filter(({ kind }) => kind === 'leak' || kind === 'wound');
  const ways = open.length > 0 ? open : gaps;
  const stream = randomStream(crossingSeed, 'crossings');
  const first = Math.max(0, Math.ceil((seconds - crossingSeconds) / apart));
  const last = Math.floor(seconds / apart);
  const shown: Crossing[] = [];
  for (let id = first; id <= last; id += 1) {
    const way = ways[Math.floor(stream.uniform(2 * id) * ways.length)];
    if (!way) continue;
    const progress = (seconds - id * apart) / crossingSeconds;
    const passes = stream.uniform(2 * id + 1) < Math.min(1, healthyPassage * snapshot.liverPassage);
    const through = Math.min(1, progress / throughShare);
    const down = Math.min(1, Math.max(0, (progress - throughShare) / 0.2));
    const along = Math.min(1, Math.max(0, (progress - throughShare - 0.2) / 0.4));
    // Straight through the seal, from before it to behind it.
    const { from, to } = way;
    const across = -1 + through * 2.3;
    const behind = { x: to.x + 0.3 * (to.x - from.x), y: to.y + 0.3 * (to.y - from.y) };
    const inWall =
      through < 1 ? { x: from.x + across * (to.x - from.x), y: from.y + across * (to.y - from.y) } : behind;
    const end = passes ? pictureWidth : liverLeft + 10;
    shown.push({
      id,
      x: inWall.x + along * (end - inWall.x),
      y: inWall.y + down * (vesselMiddle - inWall.y),
      glow: passes ? 1 : Math.min(1, (1 - progress) / 0.15),
      caught: !passes,
    });
  }
  return shown;
}
