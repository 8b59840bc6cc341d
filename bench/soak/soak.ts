import { Worker } from 'node:worker_threads';
import type { SoakReport, SoakTask } from './soak-people.ts';

export interface SoakOptions {
  readonly people: number;
  readonly firstPerson?: number;
  readonly days?: number;
  readonly workers?: number;
  readonly relativeTolerance?: number;
  readonly method?: SoakTask['method'];
  readonly onProgress?: (done: number) => void;
  /** What an earlier run already knows, by first person of a chunk: those chunks are not lived again. */
  readonly known?: ReadonlyMap<number, SoakReport>;
  /** Told of every chunk that was lived, to be kept for a later run. */
  readonly onChunk?: (from: number, report: SoakReport) => void;
}

/** People handed to a worker at a time. */
export const CHUNK = 50;

/** Carries random people through random fortnights on worker threads and adds up what went wrong. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { people, firstPerson = 0, days = 14, workers = 2 } = options;
  let next = firstPerson;
  const end = firstPerson + people;
  const parts: SoakReport[] = [];
  const chunkKnown = (): SoakReport | undefined => {
    const part = next < end ? options.known?.get(next) : undefined;
    return part?.people === Math.min(CHUNK, end - next) ? part : undefined;
  };
  const task = (): SoakTask | undefined => {
    for (let part = chunkKnown(); part; part = chunkKnown()) {
      parts.push(part);
      next += part.people;
    }
    if (next >= end) return undefined;
    const from = next;
    next = Math.min(end, next + CHUNK);
    return {
      from,
      to: next,
      days,
      method: options.method ?? 'auto',
      ...(options.relativeTolerance === undefined ? {} : { relativeTolerance: options.relativeTolerance }),
    };
  };
  await Promise.all(
    Array.from({ length: workers }, async () => {
      const worker = new Worker(new URL('./soak-worker.ts', import.meta.url));
      try {
        for (let work = task(); work; work = task()) {
          const part = await new Promise<SoakReport>((resolve, reject) => {
            worker.once('message', resolve);
            worker.once('error', reject);
            worker.postMessage(work);
          });
          worker.removeAllListeners('error');
          parts.push(part);
          options.onChunk?.(work.from, part);
          options.onProgress?.(parts.reduce((sum, each) => sum + each.people, 0));
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
  return parts.reduce(joinReports);
}

/** Adds two reports up. */
export function joinReports(a: SoakReport, b: SoakReport): SoakReport {
  const states: Record<string, { people: number; deepest: number; person: number }> = { ...a.negative };
  for (const [id, found] of Object.entries(b.negative)) {
    const known = states[id];
    states[id] = known
      ? {
          people: known.people + found.people,
          ...(found.deepest < known.deepest
            ? { deepest: found.deepest, person: found.person }
            : { deepest: known.deepest, person: known.person }),
        }
      : found;
  }
  const [worst, other] = a.worstBalance.gap >= b.worstBalance.gap ? [a, b] : [b, a];
  void other;
  return {
    people: a.people + b.people,
    steps: a.steps + b.steps,
    rejected: a.rejected + b.rejected,
    switchesToStiff: a.switchesToStiff + b.switchesToStiff,
    failures: [...a.failures, ...b.failures],
    negative: states,
    worstBalance: worst.worstBalance,
  };
}
