/** From so many virtual people on there is a band to look at. */
export const fewestForBand = 8;

/** Gives bands to the page as people come in: never more often than it can draw them. */
export class Partials<Result> {
  private readonly show: (result: Result, done: number) => Promise<void> | void;
  private readonly all: number;
  private readonly signal: AbortSignal;
  private readonly first: number;
  private drawing = false;
  private shown = 0;

  /**
   * @param show resolves when the page has drawn it
   * @param first so many people are shown first
   */
  constructor(
    show: (result: Result, done: number) => Promise<void> | void,
    all: number,
    signal: AbortSignal,
    first: number,
  ) {
    this.show = show;
    this.all = all;
    this.signal = signal;
    this.first = first;
  }

  /** The first, then the first band, then a few more at a time; all of them are the answer itself. */
  readonly wants = (done: number): boolean => {
    if (this.signal.aborted || this.drawing || done >= this.all) return false;
    if (this.shown === 0) return done >= Math.min(this.first, this.all);
    return done >= (this.shown < fewestForBand ? fewestForBand : this.shown + 4);
  };

  readonly give = (result: Result, done: number): void => {
    this.shown = done;
    this.drawing = true;
    const drawn = (): void => {
      this.drawing = false;
    };
    Promise.resolve(this.show(result, done)).then(drawn, drawn);
  };
}
