import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('the app opens, says its name, asks no other machine for anything and breaks no rule of its page', async () => {
  const address = inject('appAddress');
  const context = await browser.newContext();
  const page = await context.newPage();
  const wrong: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) elsewhere.push(url);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  expect(await page.title()).toContain('Zonula');
  expect((await page.locator('body').innerText()).trim().length).toBeGreaterThan(20);
  expect(elsewhere).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});
