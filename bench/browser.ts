import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

/** What one person costs in a worker of the browser; medians of nine, full model, after warm-up unless named first. */
export interface BrowserReport {
  readonly states: number;
  readonly assembleMs: number;
  readonly compileMs: number;
  readonly firstRunMs: number;
  /** Twelve weeks of a changed plan, daily means of all states kept. */
  readonly twelveWeeksMs: number;
  /** The least of the repeats: on a busy machine nearer to what the work itself takes. */
  readonly leastMs: {
    readonly twelveWeeks: number;
    readonly startState: number;
    readonly editedDiet: number;
  };
  readonly startStateMs: number;
  readonly startStatePeriods: number;
  /** New habitual diet: start state and twelve weeks. */
  readonly editedDietMs: number;
}

const GOALS = { twelveWeeksMs: 150, editedDietMs: 500 } as const;

/** Runs the browser benchmark in the system's Chromium. */
export async function benchBrowser(
  log: (text: string) => void,
): Promise<BrowserReport & { readonly missedGoals: readonly string[] }> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, fs: { allow: [root] } },
    optimizeDeps: {
      include: ['ml-matrix', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'],
      noDiscovery: true,
    },
    worker: { format: 'es' },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => log(`page: ${error.message}`));
    page.on('console', (message) => log(`page: ${message.text()}`));
    await page.goto(`${address}bench/browser/index.html`);
    const handle = await page.waitForFunction('window.result', undefined, { timeout: 120_000 });
    const report = (await handle.jsonValue()) as BrowserReport & { readonly error?: string };
    if (report.error) throw new Error(report.error);
    const missedGoals = Object.entries(GOALS).flatMap(([name, goal]) => {
      const value = report[name as keyof typeof GOALS];
      return value < goal ? [] : [`${name}: ${value.toFixed(0)} of ${goal}`];
    });
    return { ...report, missedGoals };
  } finally {
    await browser.close();
    await server.close();
  }
}
