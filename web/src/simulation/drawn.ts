/** A page that cannot be seen draws nothing: it counts as drawn after so long. */
const hiddenMs = 300;

/** Resolves when what was just changed has been drawn. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, hiddenMs);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // After the frame, not before it.
      setTimeout(resolve, 0);
    });
  });
}
