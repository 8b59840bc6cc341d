import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { beginWithFile, goTo, visit } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const old = 'The evidence behind Zonula is at least';

test('years later the app says that its evidence is old, and shows curves relative to their start', async () => {
  const { context, page } = await visit(browser);
  await page.clock.setFixedTime(new Date('2030-03-01T12:00:00'));
  await beginWithFile(page);
  await page.getByText(`${old} 3 years old.`).waitFor();
  const butyrate = page.locator('figure.chart', { hasText: 'Butyrate in the lower bowel' });
  await butyrate.getByText('Unit: times the value at the start.').waitFor({ timeout: 60_000 });
  await context.close();
});

test('today it says up to when the evidence reaches, and keeps the units of its curves', async () => {
  const { context, page } = await visit(browser);
  await page.clock.setFixedTime(new Date('2027-01-15T12:00:00'));
  await beginWithFile(page);
  await page.getByText('Evidence as of 24 Nov 2026.').waitFor();
  const butyrate = page.locator('figure.chart', { hasText: 'Butyrate in the lower bowel' });
  await butyrate.getByText('Unit: mmol/L.').waitFor({ timeout: 60_000 });
  expect(await page.getByText(old).count()).toBe(0);
  await goTo(page, '/evidence');
  await page.getByText(/last gone through on 24 Nov 2026/).waitFor();
  await context.close();
});
