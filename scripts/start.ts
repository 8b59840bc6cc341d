/** Builds the app, serves it to this machine only, prints the address, and opens it where there is a screen. */
import { preview } from 'vite';
import { buildWeb } from './build.ts';

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

if (!(await buildWeb())) {
  console.error('Z8904 error: The app could not be built, see above. Run "npm test" to find out why.');
  process.exit(1);
}
// Not strict: the next free port is taken if this one is not.
const server = await preview({
  preview: { host: '127.0.0.1', port: 4173, strictPort: false, open: hasScreen && !process.env.CI },
});
const address = server.resolvedUrls?.local[0];
console.log(`\nZonula runs at ${address}\nYour data stay on this device. Stop with Ctrl+C.\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void server.close().finally(() => process.exit(0));
  });
