#!/usr/bin/env node
/**
 * Starts the `zonula` command: the built files in an installed package, the sources in a checkout.
 * Plain JavaScript, so that an older Node gets a sentence instead of a syntax error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const sources = at('src/cli/main.ts');
const built = at('dist/lib/src/cli/main.js');
const oldestNode = 24;

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  const pinned = at('node_modules/node/bin/node');
  if (existsSync(pinned)) {
    const again = spawnSync(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    process.exit(again.status ?? 1);
  }
  console.error(
    `Z8902 error: Zonula needs Node ${oldestNode} or newer, this is ${process.versions.node}. ` +
      'In a checkout run "npm ci"; else install a newer Node from https://nodejs.org.',
  );
  process.exit(1);
}

// Keeps compiled sources between runs, which makes a cold start much shorter.
nodeModule.enableCompileCache?.();
await import(existsSync(sources) ? sources : built);
