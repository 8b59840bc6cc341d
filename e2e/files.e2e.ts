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

async function refused(page: Page, name: string, content: string | Buffer): Promise<string> {
  await chooseFile(page, name, content);
  const notice = page.locator('.notice', { hasText: 'This file cannot be used' });
  await notice.waitFor();
  return notice.innerText();
}

test('a broken, a newer, a foreign, an empty and a huge file are refused with number, line and advice; nothing changes', async () => {
  const { context, page, wrong } = await visit(browser);
  await beginWithFile(page);
  await goTo(page, '/record');
  expect(await refused(page, 'broken.yaml', 'zonula: 1\nperson:\n\tage: 40\n')).toMatch(/Z3018, line 3/);
  expect(await refused(page, 'newer.yaml', 'zonula: 7\nperson: {age: 40}\n')).toMatch(/Z3010/);
  expect(await refused(page, 'unknown.yaml', 'zonula: 1\nperson: {age: 40, shoe: 42}\n')).toMatch(/Z3012/);
  expect(await refused(page, 'other.json', '{"app":"another","meals":[]}')).toMatch(/Z3008/);
  expect(await refused(page, 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))).toMatch(
    /Z3003/,
  );
  expect(await refused(page, 'empty.yaml', '')).toMatch(/Z3002/);
  expect(await refused(page, 'huge.yaml', `zonula: 1\n# ${'x'.repeat(3_000_000)}`)).toMatch(/Z3001/);
  await goTo(page, '/about-me');
  expect(await page.getByLabel('Age').inputValue()).toBe('44');
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
