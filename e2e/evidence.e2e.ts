import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { desktop, phone, visit } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** One of each kind of page, and the words of its first heading. */
const pages = [
  ['modules', 'Modules and equations'],
  ['module/junctions', 'Tight junctions'],
  ['parameters', 'Numbers of the model'],
  ['parameter/a_mast', 'Leak gain of mast cells'],
  ['state/mu_in', 'Inner mucus layer'],
  ['claims', 'Claims'],
  ['claim/zonulin-test', 'zonulin'],
  ['studies', 'Studies'],
  ['study/vanuytsel-2014', 'Vanuytsel et al. 2014'],
  ['reference/turpin-2020', 'Turpin et al. 2020'],
  ['studies/turpin-2020', 'Turpin et al. 2020'],
  ['quantities', 'Numbers from sources'],
  ['nothing/here', 'There is no such entry'],
] as const;

test.each([
  { name: 'phone', viewport: phone, colorScheme: 'light' },
  { name: 'desktop, dark', viewport: desktop, colorScheme: 'dark' },
] as const)(
  'every kind of evidence page opens by its address and axe finds nothing: $name',
  async (look) => {
    const { context, page, wrong, elsewhere } = await visit(browser, look);
    const found: string[] = [];
    for (const [path, heading] of pages) {
      await page.goto(`${inject('appAddress')}#/evidence/${path}`);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor({ timeout: 60_000 });
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.formula')].every((each) => each.querySelector('math')),
      );
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      for (const { id, nodes } of violations) found.push(`${path}: ${id}: ${nodes[0]?.html.slice(0, 160)}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) found.push(`${path}: ${over} px wider than the screen`);
    }
    expect(found).toEqual([]);
    expect(wrong).toEqual([]);
    expect(elsewhere).toEqual([]);
    await context.close();
  },
  480_000,
);

test('search finds a number of the model and its page says what it is, from whom, and how sure', async () => {
  const { context, page } = await visit(browser);
  await page.goto(`${inject('appAddress')}#/evidence`);
  await page.getByLabel('Search').fill('a_mast');
  await page.getByRole('link', { name: 'Leak gain of mast cells' }).click();
  await page.getByRole('heading', { level: 1, name: 'Leak gain of mast cells' }).waitFor({ timeout: 60_000 });
  expect(await page.locator('.facts').innerText()).toMatch(/fitted[\s\S]*Vanuytsel et al\. 2014/);
  await page.getByRole('link', { name: 'Vanuytsel et al. 2014' }).click();
  await page.getByRole('heading', { level: 1, name: 'Vanuytsel et al. 2014' }).waitFor();
  await page.getByRole('link', { name: 'Evidence and model' }).first().click();
  await page.getByLabel('Search').waitFor();
  await context.close();
}, 120_000);
