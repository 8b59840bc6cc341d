import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Drawn a little before it is scrolled to. */
const nearScreen = 150;
/** Browsers that do not say when they are idle. */
const laterMilliseconds = 200;

/** Whole pixels that an element is wide; 0 until it is on the page. */
export function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}

/**
 * Draws at once what can be seen, and the rest when the browser has nothing else to do or it is scrolled to: a curve
 * that somebody waits for does not wait for those that nobody sees.
 *
 * @param draw the same function as long as the drawing stays the same; undefined: nothing to draw yet
 */
export function useDrawing(place: RefObject<HTMLElement | null>, draw: (() => void) | undefined): void {
  const seen = useRef<boolean>(undefined);
  const pending = useRef<() => void>(undefined);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        seen.current = entry?.isIntersecting ?? false;
        if (seen.current) drawPending(pending);
      },
      { rootMargin: `${nearScreen}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  useLayoutEffect(() => {
    pending.current = draw;
    seen.current ??= place.current !== null && isNearScreen(place.current);
    if (seen.current) {
      drawPending(pending);
      return;
    }
    return whenIdle(() => drawPending(pending));
  }, [place, draw]);
}

function drawPending(pending: { current: (() => void) | undefined }): void {
  const draw = pending.current;
  pending.current = undefined;
  draw?.();
}

function isNearScreen(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > -nearScreen && top < innerHeight + nearScreen;
}

/** @returns takes it back */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const request = requestIdleCallback(work);
    return () => cancelIdleCallback(request);
  }
  const timer = setTimeout(work, laterMilliseconds);
  return () => clearTimeout(timer);
}
