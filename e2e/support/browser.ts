import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The system's Chromium; `CHROMIUM_PATH` names another one. */
export function openBrowser(): Promise<Browser> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = [
    process.env.CHROMIUM_PATH ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
  ].find((path) => path !== '' && isProgram(path));
  if (!found)
    throw new Error(
      'Z8903 error: There is no Chromium on this machine. Run as root: apt-get install --no-install-recommends chromium',
    );
  // Root may not use the sandbox; everything served here is our own.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // A browser at rest: nothing of its own goes over the network or to a graphics card.
  const quiet = [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  return chromium.launch({ executablePath: found, args: [...asRoot, ...quiet] });
}
