import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { beginWithFile, goTo, patient, visit } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const shared = {
  zonula: 1,
  title: 'From a friend',
  person: { age: 33 },
  habitual: { menu: 'vegan' },
  plans: [{ name: 'sleep', title: 'Sleep more', changes: [{ sleep: '8 h' }] }],
};

test('a link of an older version opens and shows what it holds before anything changes', async () => {
  const { context, page, wrong, elsewhere } = await visit(browser);
  const content = Buffer.from(JSON.stringify(shared)).toString('base64url');
  await page.goto(`${inject('appAddress')}#/shared/0/${content}`);
  await page.getByRole('heading', { name: 'From a friend' }).waitFor();
  await page.getByText('Plan: Sleep more').waitFor();
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.waitForURL(/#\/today/);
  expect(elsewhere).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

test('a link made here opens in another browser, and carries neither diary nor results', async () => {
  const { context, page } = await visit(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await beginWithFile(page);
  await goTo(page, '/record');
  await page.getByRole('button', { name: 'Copy a link' }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  expect(link).toContain('#/shared/1/');
  const guest = await visit(browser);
  await guest.page.goto(link);
  await guest.page.getByText('Plan: More oats').waitFor();
  await guest.page.getByRole('button', { name: 'Use it' }).click();
  await guest.page.waitForURL(/#\/today/);
  await expect.poll(() => guest.page.getByRole('button', { name: /^Bloating/ }).count(), patient).toBe(0);
  await guest.context.close();
  await context.close();
});

test('a cut link and an unknown address say so', async () => {
  const { context, page } = await visit(browser);
  await page.goto(`${inject('appAddress')}#/shared/1/abc`);
  await page.getByRole('heading', { name: 'This link cannot be opened' }).waitFor();
  await page.goto(`${inject('appAddress')}#/no/such/page`);
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await context.close();
});

test('back and forward go through the pages', async () => {
  const { context, page } = await visit(browser);
  await beginWithFile(page);
  await page.getByRole('link', { name: 'My food' }).first().click();
  await page.getByRole('heading', { name: 'My food' }).waitFor();
  await page.getByRole('link', { name: 'My life' }).first().click();
  await page.getByRole('heading', { name: 'My life' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'My food' }).waitFor();
  await page.goForward();
  await page.getByRole('heading', { name: 'My life' }).waitFor();
  await context.close();
});
