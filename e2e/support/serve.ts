/**
 * Builds the app once for all tests in the browser and serves it; `inject('appAddress')` gives the address.
 * With `APP_ADDRESS` (a slash at its end) in the environment the app that is served there is tested as it is.
 */
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { buildWeb } from '../../scripts/build.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the served app, with a slash at its end. */
    appAddress: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const served = process.env.APP_ADDRESS;
  if (served) {
    project.provide('appAddress', served);
    return async () => {};
  }
  if (!(await buildWeb())) throw new Error('The app could not be built, see above.');
  const server = await preview({
    preview: { host: '127.0.0.1', port: 4571, strictPort: false, open: false },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The server of the app has no address.');
  project.provide('appAddress', address);
  return () => server.close();
}
