import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the console and of scripts, violations of the security policy among them. */
  readonly wrong: string[];
  /** Addresses of other machines that were asked for anything. */
  readonly elsewhere: string[];
}

/** For polls: a busy machine takes its time. */
export const patient = { timeout: 20_000 } as const;

export const phone = { width: 390, height: 844 } as const;
export const desktop = { width: 1440, height: 900 } as const;

/** Somebody with a browser of their own. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: phone,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  return { context, page, ...watch(page) };
}

/** Writes down what goes wrong on a page. */
export function watch(page: Page): Pick<Visitor, 'wrong' | 'elsewhere'> {
  const address = inject('appAddress');
  const wrong: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) elsewhere.push(url);
  });
  return { wrong, elsewhere };
}

/** Goes to a page of the app by its path, and waits until the page before it is gone. */
export async function goTo(page: Page, path: string): Promise<void> {
  const here = page.url();
  if (here.endsWith(`#${path}`)) return;
  if (here.startsWith(inject('appAddress'))) {
    const before = await page.locator('main h1').first().elementHandle();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, path);
    await page.waitForFunction((heading) => !heading?.isConnected, before);
  } else await page.goto(`${inject('appAddress')}#${path}`);
  await page.locator('main h1').first().waitFor({ state: 'attached' });
}

const record = `zonula: 1
title: Test person
startDate: 2026-11-01
person:
  age: 44
  sex: female
  weight: 66 kg
  height: 170 cm
  conditions: []
  safety:
    bleeding: no
habitual:
  menu: western
plans:
  - name: more-oats
    title: More oats
    changes:
      - add: oats_dry
        amount: 50 g
        from: 2099-01-01
diary:
  - date: 2026-11-02
    symptoms: {bloating: 4}
`;

/** A record without the four taps: opens a file, as a person may. */
export async function beginWithFile(page: Page, text = record): Promise<void> {
  await goTo(page, '/open');
  await chooseFile(page, 'person.yaml', text);
  await page.getByRole('button', { name: 'Use this file' }).click();
  await page.waitForURL(/#\/today/);
}

export async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: typeof content === 'string' ? Buffer.from(content) : content,
  });
}

/** The four taps of a newcomer, up to the last one. */
export async function fourTaps(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Look inside' }).click();
  await page.getByLabel('Age', { exact: true }).fill('41');
  await page.getByRole('radio', { name: 'Female' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Weight', { exact: true }).fill('63');
  await page.getByLabel('Height').fill('168');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: /^Western White bread/ }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Bloating' }).click();
}
