import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** A checkout in small: the script, a lock, packages, and an npm that only writes down how it was called. */
let root: string;
const source = fileURLToPath(new URL('../../scripts/bootstrap.mjs', import.meta.url));

function write(path: string, content: unknown): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}

const lock = {
  packages: {
    '': { name: 'small' },
    'node_modules/needed': { version: '1.2.0' },
    'node_modules/other-system': { version: '3.0.0', optional: true },
  },
};

function install(version: string): void {
  write('node_modules/.package-lock.json', { packages: { 'node_modules/needed': { version } } });
  write('node_modules/needed/package.json', {});
}

function stubNpm(status: number): void {
  write('bin/npm', `#!/bin/sh\necho "$@" >> "${root}/npm.log"\nexit ${status}\n`);
  chmodSync(join(root, 'bin/npm'), 0o755);
}

function bootstrap(...argument: string[]) {
  const path = `${join(root, 'bin')}:/usr/bin:/bin`;
  return spawnSync(process.execPath, [join(root, 'scripts/bootstrap.mjs'), ...argument], {
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });
}

const npmCalls = (): string =>
  existsSync(join(root, 'npm.log')) ? readFileSync(join(root, 'npm.log'), 'utf8') : '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zonula-bootstrap-'));
  mkdirSync(join(root, 'scripts'));
  copyFileSync(source, join(root, 'scripts/bootstrap.mjs'));
  write('package-lock.json', lock);
  write('scripts/say.mjs', "console.log('ran', process.argv[2], process.cwd()); process.exit(7);");
  stubNpm(0);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('set-up', () => {
  test('does nothing when all is in place, then runs the script and passes its words and its end on', () => {
    install('1.2.0');
    const { status, stdout, stderr } = bootstrap('scripts/say.mjs', 'hello');
    expect(npmCalls()).toBe('');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ran hello /);
    expect(status).toBe(7);
  });

  test.each([
    ['nothing is installed', () => undefined],
    ['a package has another version', () => install('1.1.0')],
    [
      'a package is gone from the disk',
      () => {
        install('1.2.0');
        rmSync(join(root, 'node_modules/needed'), { recursive: true });
      },
    ],
    [
      'the list of what is installed is cut off',
      () => write('node_modules/.package-lock.json', '{ "packages"'),
    ],
  ])('installs by the lock when %s', (_, arrange) => {
    arrange();
    bootstrap();
    expect(npmCalls()).toMatch(/^ci /);
  });

  test('a failed installation is told with what to do, and nothing runs', () => {
    stubNpm(1);
    const { status, stdout, stderr } = bootstrap('scripts/say.mjs', 'hello');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/Z8901 error: .*npm ci.*Check the network/);
  });

  test('parses under old versions of Node: no syntax newer than 2022 and no package', () => {
    const text = readFileSync(source, 'utf8');
    expect(text).not.toMatch(/\b(await using|using )\b|import\.meta\.(dirname|main)|with \{ type/);
    for (const [, from] of text.matchAll(/from '([^']+)'/g)) expect(from).toMatch(/^node:/);
  });
});
