/**
 * Sets a fresh machine up, then runs one script of this project under the pinned Node.
 *
 *     node scripts/bootstrap.mjs [--system] scripts/NAME.ts [ARGUMENT ...]
 *
 * Plain JavaScript without dependencies, because it must run before anything is installed and under older
 * versions of Node. It installs what package-lock.json says if node_modules differs from it, makes sure
 * that the pinned Node is there, and with --system also the programs that only tests need. When all is in
 * place it costs some milliseconds and changes nothing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = 24;

/** @returns {never} */
function stop(code, message, fix) {
  console.error(`${code} error: ${message} ${fix}`);
  process.exit(1);
}

function say(message) {
  console.error(`[setup] ${message}`);
}

function run(command, argument, options = {}) {
  return spawnSync(command, argument, { cwd: root, stdio: ['ignore', 2, 2], ...options });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    // Missing or cut off in the middle: both mean "not installed".
    return undefined;
  }
}

/** The first place in which node_modules is not what package-lock.json says; undefined if there is none. */
function firstDifference() {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const installed = readJson('node_modules/.package-lock.json')?.packages;
  if (!installed) return 'nothing is installed';
  for (const [path, { version, optional, devOptional, link }] of Object.entries(wanted)) {
    if (path === '' || link) continue;
    const found = installed[path];
    // Packages for other systems stand in the lock but are not installed here.
    if (!found && (optional || devOptional)) continue;
    if (found?.version !== version) return `${path} should be ${version}`;
    if (!existsSync(join(root, path, 'package.json'))) return `${path} is missing`;
  }
  return undefined;
}

function installPackages() {
  const difference = firstDifference();
  if (!difference) return;
  say(`installing npm packages (${difference})`);
  const { status } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0)
    stop(
      'Z8901',
      '"npm ci" failed, see above.',
      'Check the network, then try again. If it says that package.json and the lock differ, run "npm install" once.',
    );
}

function nodeMajor(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 ? Number(/^v(\d+)/.exec(stdout)?.[1] ?? 0) : 0;
}

/** Path of a Node that can run the sources: the pinned one; else, if it is new enough, the one running this. */
function findNode() {
  const pinned = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (nodeMajor(pinned) >= oldestNode) return pinned;
  if (existsSync(join(root, 'node_modules', 'node'))) {
    // npm may have been told to skip install scripts, and this package fetches its program in one.
    say('fetching the pinned Node');
    run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(root, 'node_modules', 'node') });
    if (nodeMajor(pinned) >= oldestNode) return pinned;
  }
  if (nodeMajor(process.execPath) >= oldestNode) return process.execPath;
  return stop(
    'Z8902',
    `Node ${oldestNode} could not be set up and this is Node ${process.versions.node}.`,
    `Install Node ${oldestNode} or newer from https://nodejs.org, then try again.`,
  );
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const systemParts = [
  {
    there: () =>
      existsSync(process.env.CHROMIUM_PATH ?? '') ||
      ['chromium', 'chromium-browser', 'google-chrome'].some(isOnPath),
    packages: ['chromium'],
    without: 'the tests of the app in a browser fail',
  },
  {
    there: () => ['gcc', 'clang'].some(isOnPath) && existsSync('/usr/include/stdlib.h'),
    packages: ['gcc', 'libc6-dev'],
    without: 'the tests of the generated C code are skipped',
  },
  {
    there: () => existsSync('/usr/include/cvode/cvode.h'),
    packages: ['libsundials-dev'],
    without: 'the comparison with the independent solver CVODE is skipped',
  },
];

/** Programs that tests use and npm cannot install. Their absence is told, and the tests that need them say so. */
function installSystemParts() {
  if (process.platform !== 'linux') return;
  const missing = systemParts.filter((part) => !part.there());
  if (missing.length === 0) return;
  const packages = missing.flatMap((part) => part.packages);
  const command = `apt-get install --no-install-recommends ${packages.join(' ')}`;
  if (isOnPath('apt-get') && process.getuid?.() === 0) {
    say(`installing ${packages.join(', ')} with apt-get`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], { env });
    for (const part of missing)
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...part.packages], { env });
  }
  const stillMissing = missing.filter((part) => !part.there());
  if (stillMissing.length > 0)
    console.error(
      `Z8903 warning: not on this machine: ${stillMissing.flatMap((part) => part.packages).join(', ')}; ` +
        `${stillMissing.map((part) => part.without).join('; ')}. Run as root: ${command}`,
    );
}

const argument = process.argv.slice(2);
const wantsSystemParts = argument[0] === '--system';
if (wantsSystemParts) argument.shift();
const [script, ...rest] = argument;

installPackages();
const node = findNode();
if (wantsSystemParts) installSystemParts();
if (script) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, [join(root, script), ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  // Who stops this process means the script. A terminal sends Ctrl+C to both: then this one only waits.
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  process.on('SIGINT', () => {});
  child.on('error', (error) =>
    stop('Z8902', `${node} did not start: ${error.message}.`, 'Run "npm ci", then try again.'),
  );
  child.on('close', (status) => process.exit(status ?? 1));
}
