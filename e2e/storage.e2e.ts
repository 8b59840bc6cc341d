import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { beginWithFile, goTo, patient, visit, watch } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('when the storage is full the change stays on the page and the person is told to download it', async () => {
  const { context, page } = await visit(browser);
  await beginWithFile(page);
  await goTo(page, '/about-me');
  await page.evaluate(() => {
    const refuse = (): never => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = refuse;
    IDBObjectStore.prototype.add = refuse;
  });
  await page.getByLabel('Age', { exact: true }).fill('52');
  await page.keyboard.press('Tab');
  await page.getByText('Your last change could not be saved.').waitFor();
  expect(await page.getByLabel('Age', { exact: true }).inputValue()).toBe('52');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => page.getByLabel('Age', { exact: true }).inputValue(), patient).toBe('44');
  await page.getByRole('button', { name: 'Redo' }).click();
  await goTo(page, '/record');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^zonula-.*\.yaml$/);
  await context.close();
});

test('two tabs on one record: each sees what the other does, and neither loses anything', async () => {
  const { context, page } = await visit(browser);
  await beginWithFile(page);
  const other = await context.newPage();
  const { wrong } = watch(other);
  await goTo(page, '/about-me');
  await goTo(other, '/about-me');
  await page.getByLabel('Age', { exact: true }).fill('50');
  await page.keyboard.press('Tab');
  await expect.poll(() => other.getByLabel('Age', { exact: true }).inputValue(), patient).toBe('50');
  await other.getByLabel('Weight', { exact: true }).fill('70');
  await other.keyboard.press('Tab');
  await expect.poll(() => page.getByLabel('Weight', { exact: true }).inputValue(), patient).toBe('70');
  expect(await page.getByLabel('Age', { exact: true }).inputValue()).toBe('50');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => other.getByLabel('Weight', { exact: true }).inputValue(), patient).toBe('66');
  expect(await other.getByLabel('Age', { exact: true }).inputValue()).toBe('50');
  expect(wrong).toEqual([]);
  await context.close();
});
