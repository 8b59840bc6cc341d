import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { beginWithFile, goTo, visit } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('after the first load everything works without a network', async () => {
  const { context, page, wrong } = await visit(browser);
  await page.goto(inject('appAddress'));
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated')
      await new Promise((resolve) => active?.addEventListener('statechange', resolve));
  });
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: 'Look inside' }).waitFor();
  await beginWithFile(page);
  await page.locator('.headline').waitFor({ timeout: 60_000 });
  for (const path of ['/food', '/life', '/try', '/help', '/time', '/tests', '/record', '/more', '/about-me'])
    await goTo(page, path);
  expect(wrong).toEqual([]);
  await context.close();
});
