import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foodTableKnowledge, readPersonFile } from '../src/person/index.ts';
import { openBrowser } from './support/browser.ts';
import { beginWithFile, chooseFile, goTo, visit } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Opens a file that must be refused with this number. */
async function refused(page: Page, name: string, content: string | Buffer, code: string): Promise<void> {
  await chooseFile(page, name, content);
  await page.locator('.notice', { hasText: 'This file cannot be used' }).filter({ hasText: code }).waitFor();
}

test('a broken, a newer, a foreign, an empty and a huge file are refused with number, line and advice; nothing changes', async () => {
  const { context, page, wrong } = await visit(browser);
  await beginWithFile(page);
  await goTo(page, '/record');
  await refused(page, 'broken.yaml', 'zonula: 1\nperson:\n\tage: 40\n', 'Z3018, line 3');
  await refused(page, 'newer.yaml', 'zonula: 7\nperson: {age: 40}\n', 'Z3010');
  await refused(page, 'unknown.yaml', 'zonula: 1\nperson: {age: 40, shoe: 42}\n', 'Z3012');
  await refused(page, 'other.json', '{"app":"another","meals":[]}', 'Z3008');
  await refused(page, 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'Z3003');
  await refused(page, 'empty.yaml', '', 'Z3002');
  await refused(page, 'huge.yaml', `zonula: 1\n# ${'x'.repeat(3_000_000)}`, 'Z3001');
  await goTo(page, '/about-me');
  expect(await page.getByLabel('Age', { exact: true }).inputValue()).toBe('44');
  expect(wrong).toEqual([]);
  await context.close();
});

test('the downloaded file is the file of the command line, and comes back the same', async () => {
  const { context, page } = await visit(browser);
  await beginWithFile(page);
  await goTo(page, '/record');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my file' }).click(),
  ]);
  const text = readFileSync(await download.path());
  const { personFile, normalised } = readPersonFile(text, { foods: foodTableKnowledge });
  expect(normalised).toBeDefined();
  expect(personFile?.person.age).toBe(44);
  expect(personFile?.plans?.[0]?.name).toBe('more-oats');
  await context.close();
});

test('an encrypted file opens with its passphrase only', async () => {
  const { context, page } = await visit(browser);
  await beginWithFile(page);
  await goTo(page, '/record');
  await page.getByLabel('Passphrase, to encrypt it').fill('correct horse');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download encrypted' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).not.toContain('western');
  await chooseFile(page, 'mine.zonula', text);
  await page.getByLabel('Passphrase of this file').fill('wrong horse');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByText('That does not open it.').waitFor();
  await page.getByLabel('Passphrase of this file').fill('correct horse');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('button', { name: 'Replace my record' }).waitFor();
  await context.close();
});

test('erasing leaves nothing behind', async () => {
  const { context, page } = await visit(browser);
  await beginWithFile(page);
  await goTo(page, '/record');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('link', { name: 'Look inside' }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Look inside' }).waitFor();
  await context.close();
});
