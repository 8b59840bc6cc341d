import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface MemoryOfBatch {
  readonly people: number;
  /** Most memory that the process, workers included, ever had resident. */
  readonly peakResidentMB: number;
  /** What the main thread holds at the last person, after collecting garbage. */
  readonly heldMB: number;
  readonly series: number;
  readonly testResults: number;
}

export interface MemoryReport {
  readonly assembly: string;
  readonly batches: readonly MemoryOfBatch[];
  /** Peak resident memory of the largest batch over that of the smallest: the goal is 1.15 from 1,000 to 20,000 people. */
  readonly memoryFlatness: number;
  /** The same of what the main thread holds after collecting garbage: without what V8 has taken and not given back. */
  readonly heldFlatness: number;
  readonly missedGoals: readonly string[];
}

const GOAL = 1.15;

/** Runs of different sizes, each in a process of its own: the peak of a process never comes down again. */
export async function benchMemory(
  sizes: readonly number[],
  assembly: string,
  log: (text: string) => void,
): Promise<MemoryReport> {
  const script = fileURLToPath(new URL('./memory-batch.ts', import.meta.url));
  const batches: MemoryOfBatch[] = [];
  for (const people of sizes) {
    const { stdout } = await run(process.execPath, [script, `${people}`, assembly]);
    batches.push(JSON.parse(stdout) as MemoryOfBatch);
    log(stdout.trim());
  }
  const peak = (batch: MemoryOfBatch | undefined): number => batch?.peakResidentMB ?? Number.NaN;
  const memoryFlatness = peak(batches.at(-1)) / peak(batches[0]);
  return {
    assembly,
    batches,
    memoryFlatness,
    heldFlatness: (batches.at(-1)?.heldMB ?? Number.NaN) / (batches[0]?.heldMB ?? Number.NaN),
    missedGoals: memoryFlatness <= GOAL ? [] : [`memoryFlatness: ${memoryFlatness.toFixed(2)} of ${GOAL}`],
  };
}
