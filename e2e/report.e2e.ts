import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { beginWithFile, goTo, visit } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('the report of a ranking can be read, printed on two pages and saved as a file that needs nothing else', async () => {
  const { context, page, wrong, elsewhere } = await visit(browser);
  await beginWithFile(page);
  await goTo(page, '/report');
  await page.getByText('There is none yet.').waitFor();
  await page.getByRole('link', { name: 'Show what would help' }).click();
  // The first people are enough: the report follows the ranking.
  const link = page.getByRole('link', { name: 'Report for a doctor or dietitian' });
  await link.waitFor({ timeout: 240_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await link.click();
  await page.getByRole('heading', { name: 'Zonula: gut barrier model report' }).waitFor();
  await page.getByText('Not a diagnosis.').first().waitFor();

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as HTML' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^zonula-report-\d{4}-\d\d-\d\d\.html$/);
  const saved = readFileSync(await download.path(), 'utf8');
  expect(saved.match(/<section class="page">/g)).toHaveLength(2);
  expect(saved).toContain('44 years, woman, 66 kg, 170 cm');
  expect(saved).not.toMatch(/<(script|link|img|iframe)\b/);
  expect(wrong).toEqual([]);
  expect(elsewhere).toEqual([]);
  await context.close();
}, 300_000);
