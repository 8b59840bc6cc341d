import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { fourTaps, patient, visit } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('a newcomer comes from the first page to a first answer with its certainty, and it is kept', async () => {
  const { context, page, wrong, elsewhere } = await visit(browser);
  await page.goto(inject('appAddress'));
  await fourTaps(page);
  await page.getByRole('button', { name: 'Show my lining' }).click();
  const headline = page.locator('.headline');
  await headline.waitFor({ timeout: 60_000 });
  expect(await headline.innerText()).toMatch(/possible yous/);
  await expect.poll(() => page.locator('svg.lining').count(), patient).toBe(1);
  await page
    .getByText(/From 20 possible yous/)
    .first()
    .waitFor({ timeout: 100_000 });
  await page.reload();
  await page.waitForURL(/#\/today/);
  await page.getByRole('link', { name: 'My food' }).first().click();
  await page.getByRole('heading', { name: 'Western' }).waitFor();
  expect(elsewhere).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

test('back and forward walk through the four taps and keep the answers', async () => {
  const { context, page } = await visit(browser);
  await page.goto(inject('appAddress'));
  await fourTaps(page);
  await page.goBack();
  await expect
    .poll(() => page.getByRole('radio', { name: /^Western White/ }).isChecked(), patient)
    .toBe(true);
  await page.goBack();
  expect(await page.getByLabel('Weight', { exact: true }).inputValue()).toBe('63');
  await page.goForward();
  await page.goForward();
  await page.getByText('What applies to you?').waitFor();
  await page.reload();
  await page.getByText('What applies to you?').waitFor();
  await page.goBack();
  await expect
    .poll(() => page.getByRole('radio', { name: /^Western White/ }).isChecked(), patient)
    .toBe(true);
  await context.close();
});

test('somebody under 18 is told why it is not for them', async () => {
  const { context, page } = await visit(browser);
  await page.goto(inject('appAddress'));
  await page.getByRole('link', { name: 'Look inside' }).click();
  await page.getByLabel('Age', { exact: true }).fill('16');
  await page.keyboard.press('Tab');
  await page.getByText(/Zonula is for adults/).waitFor();
  expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
  await context.close();
});

test('a sign of something serious sends to a doctor, once', async () => {
  const { context, page } = await visit(browser);
  await page.goto(inject('appAddress'));
  await fourTaps(page);
  await page.getByRole('button', { name: 'Blood in the stool' }).click();
  expect(await page.getByText('Please see a doctor about this.').count()).toBe(1);
  await context.close();
});

test('the app speaks Spanish from the first page on', async () => {
  const { context, page } = await visit(browser, { locale: 'es-ES' });
  await page.goto(inject('appAddress'));
  await page.getByRole('link', { name: 'Mirar dentro' }).click();
  await page.getByRole('heading', { name: '¿De quién se trata?' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
  await context.close();
});
