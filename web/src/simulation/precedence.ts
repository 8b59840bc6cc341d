import type { RequestKind } from './contract.ts';

/** What goes first: the course of a life, then a question, then a ranking. */
const places: Readonly<Record<RequestKind, number>> = { run: 0, compare: 0, tests: 0, ask: 1, rank: 2 };

/** Lets work that can wait stand still while somebody waits for other work. */
export class Precedence {
  private readonly underWay = new Map<Promise<unknown>, RequestKind>();

  /** Counts this work as under way until it ends, well or not. */
  enter<Result>(kind: RequestKind, work: Promise<Result>): Promise<Result> {
    this.underWay.set(work, kind);
    const done = (): unknown => this.underWay.delete(work);
    work.then(done, done);
    return work;
  }

  /** Resolves as soon as nothing that comes before this kind is under way. */
  async turnOf(kind: RequestKind): Promise<void> {
    for (;;) {
      const before = [...this.underWay].flatMap(([work, other]) =>
        places[other] < places[kind] ? [work] : [],
      );
      if (before.length === 0) return;
      await Promise.allSettled(before);
    }
  }
}
