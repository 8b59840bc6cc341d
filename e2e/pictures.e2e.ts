import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { beginWithFile, desktop, goTo, phone, visit } from './support/visitor.ts';

/**
 * Pages as pictures, beside the pictures of this folder. Only pages without simulated numbers: those change with
 * the model, which has tests of its own. `UPDATE_PICTURES=1` writes the pictures anew: look at them before.
 */
const folder = fileURLToPath(new URL('./pictures/', import.meta.url));
const found = join(tmpdir(), 'zonula-pictures');
/** Share of pixels that may differ by more than a hint: other machines have other fonts. */
const mayDiffer = 0.08;
/** Of 255, per colour channel. */
const hint = 60;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Compares two PNGs in the browser itself, which knows how to read them. */
async function differing(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ([first, second, limit]) => {
      const pixels = async (base64: string): Promise<ImageData> => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext('2d');
        if (!context) throw new Error('The browser has no canvas.');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [a, b] = [await pixels(first), await pixels(second)];
      if (a.width !== b.width) return 1;
      const rows = Math.min(a.height, b.height);
      // What one of them lacks differs as a whole.
      let count = Math.abs(a.height - b.height) * a.width;
      for (let i = 0; i < rows * a.width * 4; i += 4) {
        const far = [0, 1, 2].some(
          (channel) => Math.abs((a.data[i + channel] ?? 0) - (b.data[i + channel] ?? 0)) > limit,
        );
        if (far) count++;
      }
      return count / (Math.max(a.height, b.height) * a.width);
    },
    [one.toString('base64'), other.toString('base64'), hint] as const,
  );
}

describe.each([
  { name: 'phone', viewport: phone, colorScheme: 'light' },
  { name: 'desktop', viewport: desktop, colorScheme: 'light' },
  { name: 'phone-dark', viewport: phone, colorScheme: 'dark' },
] as const)('$name', ({ name, viewport, colorScheme }) => {
  test('pages look as they did', async () => {
    const { context, page } = await visit(browser, { viewport, colorScheme });
    const wrong: string[] = [];
    mkdirSync(folder, { recursive: true });
    mkdirSync(found, { recursive: true });
    const check = async (title: string): Promise<void> => {
      await page.waitForTimeout(300);
      const now = await page.screenshot({ fullPage: true, animations: 'disabled' });
      const file = `${title}-${name}.png`;
      const known = join(folder, file);
      if (process.env.UPDATE_PICTURES !== undefined || !existsSync(known)) writeFileSync(known, now);
      const share = await differing(page, readFileSync(known), now);
      if (share > mayDiffer) {
        writeFileSync(join(found, file), now);
        wrong.push(`${file}: ${(100 * share).toFixed(1)} % of the pixels differ; see ${join(found, file)}`);
      }
    };
    await page.goto(inject('appAddress'));
    await page.getByRole('link', { name: 'Look inside' }).waitFor();
    await check('landing');
    await goTo(page, '/start/3');
    await check('menus');
    await beginWithFile(page);
    await goTo(page, '/food');
    await check('food');
    await goTo(page, '/about-me');
    await check('about-me');
    expect(wrong).toEqual([]);
    await context.close();
  });
});
