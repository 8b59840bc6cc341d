import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { SoakReport } from './soak-people.ts';

/** One chunk of people, one line. */
interface Line {
  /** Model, days, method and tolerance: a chunk of another soak is not one of this. */
  readonly of: string;
  readonly from: number;
  readonly report: SoakReport;
}

/** Keeps each finished chunk of a soak in a file of lines, so that a run that was stopped goes on where it was. */
export class ProgressFile {
  readonly known: ReadonlyMap<number, SoakReport>;
  private readonly path: string;
  private readonly of: string;

  constructor(path: string, of: string) {
    this.path = path;
    this.of = of;
    const known = new Map<number, SoakReport>();
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    // A run that was killed while writing leaves half a line: only whole ones count.
    const lines = text.split('\n').slice(0, -1);
    for (const each of lines) {
      const line = parsed(each);
      if (line?.of === of) known.set(line.from, line.report);
    }
    if (text !== '' && !text.endsWith('\n')) appendFileSync(path, '\n');
    this.known = known;
  }

  add(from: number, report: SoakReport): void {
    const line: Line = { of: this.of, from, report };
    appendFileSync(this.path, `${JSON.stringify(line)}\n`);
  }
}

function parsed(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}
