import type { LiningLayout } from './layout.ts';

/** Colours of the page, by the name of their custom property without the dashes. */
export type Palette = (name: string) => string;

/** Something that draws the living lining. */
export interface LiningScene {
  readonly canvas: HTMLCanvasElement;
  /** What to draw from now on. */
  show(layout: LiningLayout): void;
  /** Draws in the page's colours, which may have changed. */
  recolour(palette: Palette): void;
  /** @param width of the picture on the page, CSS pixels */
  resize(width: number): void;
  /**
   * Draws one frame.
   *
   * @param seconds time of the picture
   * @param share of the particles to draw, 0..1
   */
  frame(seconds: number, share: number): void;
  destroy(): void;
}
