import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { beginWithFile, visit } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const answer = 120_000;

test('the lining is drawn by WebGL under the security policy, and a tap opens what is there', async () => {
  const { context, page, wrong, elsewhere } = await visit(browser, { reducedMotion: 'no-preference' });
  await beginWithFile(page);
  await page.locator('.headline').waitFor({ timeout: answer });
  await page.locator('.scene-canvas canvas').waitFor({ state: 'attached', timeout: 60_000 });
  const box = await page.locator('.scene').boundingBox();
  if (!box) throw new Error('The picture is not on the page.');
  // The vessel runs along the bottom of the picture.
  await page.locator('.scene').click({ position: { x: box.width / 2, y: box.height * 0.94 } });
  await page.getByRole('dialog', { name: 'Active endotoxin in blood' }).waitFor();
  expect(elsewhere).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
}, 240_000);

test('with less motion the same day is a still drawing, and the keyboard opens every part', async () => {
  const { context, page, wrong } = await visit(browser, { reducedMotion: 'reduce' });
  await beginWithFile(page);
  await page.locator('.headline').waitFor({ timeout: answer });
  await page.locator('.scene-overlay').waitFor();
  expect(await page.locator('.scene-canvas').count()).toBe(0);
  expect(await page.locator('svg.lining desc').first().textContent()).toMatch(/micrometres thick/);
  await page.getByText('Open a part of the picture').focus();
  await page.keyboard.press('Enter');
  // The title of a curve has the same name: this is the one in the list of parts.
  await page
    .locator('details', { hasText: 'Open a part of the picture' })
    .getByRole('button', { name: 'Inner mucus' })
    .focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Inner mucus' });
  await panel.getByText('What moves it most on this day').waitFor({ timeout: 60_000 });
  expect(await panel.innerText()).toMatch(/Half of your possible yous lie between .*, 8 of 10 between/);
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  await panel.getByRole('link', { name: 'Its equations and numbers in the model' }).click();
  await page.getByRole('heading', { level: 1, name: /Inner mucus layer/ }).waitFor({ timeout: 60_000 });
  expect(wrong).toEqual([]);
  await context.close();
}, 240_000);
