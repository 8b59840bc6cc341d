import { type ReactNode, useEffect, useRef } from 'react';
import { freshPace, nextPace } from './frame-pace.ts';
import type { LiningLayout } from './layout.ts';
import type { LiningScene, Palette } from './scene.ts';

/** The moving picture on a canvas; says so when it cannot be made. */
export function MovingCanvas({
  layout,
  onReady,
  onTooSlow,
}: {
  layout: LiningLayout;
  /** False: this browser cannot draw it. */
  onReady: (drawn: boolean) => void;
  /** There is no motion to speak of: the device is busy, or weak. */
  onTooSlow: () => void;
}): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const scene = useRef<LiningScene>(undefined);
  const newest = useRef(layout);
  const tell = useRef({ onReady, onTooSlow });
  tell.current = { onReady, onTooSlow };
  useEffect(() => {
    newest.current = layout;
    scene.current?.show(layout);
  }, [layout]);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const left = new AbortController();
    void start(element, newest, left.signal, () => tell.current.onTooSlow())
      .then((made) => {
        scene.current = made;
        if (!left.signal.aborted) tell.current.onReady(made !== undefined);
      })
      // A driver that fails half-way: the still drawing stays.
      .catch(() => {
        if (!left.signal.aborted) tell.current.onReady(false);
      });
    return () => {
      left.abort();
      scene.current = undefined;
    };
  }, []);
  return <div ref={place} className="scene-canvas" />;
}

async function start(
  element: HTMLElement,
  newest: { readonly current: LiningLayout },
  left: AbortSignal,
  giveUp: () => void,
): Promise<LiningScene | undefined> {
  const { createPixiScene } = await import('./pixi-scene.ts');
  const scene = left.aborted ? undefined : await createPixiScene(paletteOf(element));
  if (scene === undefined) return undefined;
  if (left.aborted) {
    scene.destroy();
    return undefined;
  }
  element.append(scene.canvas);
  scene.resize(element.clientWidth);
  scene.show(newest.current);
  const stopFrames = runFrames(element, scene, giveUp);
  const sizes = new ResizeObserver(() => scene.resize(element.clientWidth));
  sizes.observe(element);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const recolour = (): void => scene.recolour(paletteOf(element));
  dark.addEventListener('change', recolour);
  left.addEventListener('abort', () => {
    stopFrames();
    sizes.disconnect();
    dark.removeEventListener('change', recolour);
    scene.destroy();
  });
  return scene;
}

function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

/** Draws while the picture can be seen, and fewer particles when the device does not keep up. */
function runFrames(element: HTMLElement, scene: LiningScene, giveUp: () => void): () => void {
  let request = 0;
  let before: number | undefined;
  let seconds = 0;
  let pace = freshPace;
  const draw = (now: number): void => {
    const since = before === undefined ? 0 : now - before;
    before = now;
    pace = nextPace(pace, since);
    // After a pause the picture goes on where it was.
    seconds += Math.min(since, 100) / 1000;
    if (pace.hopeless) {
      giveUp();
      return;
    }
    scene.frame(seconds, pace.share);
    element.dataset.share = pace.share.toFixed(2);
    request = requestAnimationFrame(draw);
  };
  const seen = new IntersectionObserver(([entry]) => {
    cancelAnimationFrame(request);
    before = undefined;
    if (entry?.isIntersecting) request = requestAnimationFrame(draw);
  });
  seen.observe(element);
  return () => {
    cancelAnimationFrame(request);
    seen.disconnect();
  };
}
