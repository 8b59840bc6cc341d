import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { beginWithFile, goTo, visit } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Two foods and one habit: three lives to leave something out of. */
const simpleEater = `zonula: 1
person: {age: 52, sex: male, weight: 80 kg, height: 180 cm}
habitual:
  medicines:
    - {medicine: ibuprofen, dose: 400 mg, perDay: 3}
  week:
    everyDay:
      - at: "12:00"
        items: [{food: white_bread, amount: 300 g}, {food: lentils, amount: 200 g}]
`;

test('what matters most can be asked before anything is ranked, and the answer names each part of life', async () => {
  const { context, page, wrong } = await visit(browser);
  await beginWithFile(page, simpleEater);
  await goTo(page, '/help');
  await page.getByRole('button', { name: 'What matters most in what I eat and do now?' }).click();
  const answer = page.locator('article.card', { hasText: 'What matters most' });
  await answer.waitFor({ timeout: 110_000 });
  expect(await answer.locator('li').count()).toBe(3);
  expect(await answer.innerText()).toMatch(/Without ibuprofen: /);
  expect(wrong).toEqual([]);
  await context.close();
});
