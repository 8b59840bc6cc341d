import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { beginWithFile, desktop, goTo, phone, visit } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const pages = [
  '/today',
  '/food',
  '/life',
  '/try',
  '/help',
  '/report',
  '/time',
  '/tests',
  '/learn',
  '/evidence',
  '/record',
  '/more',
  '/about-me',
] as const;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.each([
  { name: 'phone, light', viewport: phone, colorScheme: 'light' },
  { name: 'desktop, dark', viewport: desktop, colorScheme: 'dark' },
] as const)('$name', ({ viewport, colorScheme }) => {
  test('axe finds nothing on any page, and nothing is wider than the screen', async () => {
    const { context, page } = await visit(browser, { viewport, colorScheme });
    await page.goto(inject('appAddress'));
    const found: string[] = [];
    const check = async (path: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      for (const { id, nodes } of violations)
        found.push(`${path}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) found.push(`${path}: ${over} px wider than the screen`);
    };
    await page.getByRole('link', { name: 'Look inside' }).waitFor();
    await check('/');
    for (const step of [1, 2, 3, 4]) {
      await goTo(page, `/start/${step}`);
      await check(`/start/${step}`);
    }
    await beginWithFile(page);
    await page.locator('.headline').waitFor({ timeout: 100_000 });
    for (const path of pages) {
      await goTo(page, path);
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(500);
      await check(path);
    }
    expect(found).toEqual([]);
    await context.close();
  }, 600_000);
});

test('at 320 px and at 200 % zoom every page can be read without scrolling sideways', async () => {
  const { context, page } = await visit(browser, { viewport: { width: 320, height: 640 } });
  await beginWithFile(page);
  const wide: string[] = [];
  for (const path of pages) {
    await goTo(page, path);
    await page.waitForTimeout(300);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wide.push(`${path}: ${over} px`);
  }
  // 200 % zoom of a 640 px wide window is 320 px of layout, with text of twice the size on top for those who set it.
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await page.setViewportSize({ width: 640, height: 900 });
  for (const path of pages) {
    await goTo(page, path);
    await page.waitForTimeout(300);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wide.push(`${path} with large type: ${over} px`);
  }
  expect(wide).toEqual([]);
  await context.close();
}, 600_000);

test('the keyboard alone reaches an answer, and the focus can be seen', async () => {
  const { context, page } = await visit(browser, { viewport: desktop });
  await page.goto(inject('appAddress'));
  await page.getByRole('link', { name: 'Look inside' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Age', { exact: true }).waitFor();
  await page.getByLabel('Age', { exact: true }).focus();
  await page.keyboard.type('41');
  await page.keyboard.press('Enter');
  await page.getByText('Your body').waitFor();
  await page.keyboard.press('Tab');
  const outlined = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  });
  expect(outlined).toBe(true);
  await context.close();
});
