/**
 * Packs the package as it would be published, unpacks it into an empty folder beside its declared
 * dependencies, runs the command there, imports every entry point, and checks the types as a user would.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { buildLibrary } from './build.ts';
import { projectRoot, runCommand } from './run-command.ts';

const manifest = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()),
  exports: z.record(z.string(), z.union([z.string(), z.object({ types: z.string(), default: z.string() })])),
});
const packed = z.tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })]);

/** Sources, tests and notes that have no business in the published package. */
const unwanted = /^(src|model|test|e2e|web|scripts|bench|node_modules|\.ci)\//;

export async function checkPackage(): Promise<boolean> {
  if (!(await buildLibrary())) return false;
  const { name, dependencies, exports } = manifest.parse(
    JSON.parse(readFileSync(`${projectRoot}package.json`, 'utf8')),
  );
  const folder = mkdtempSync(join(tmpdir(), 'zonula-package-'));
  try {
    const [{ filename, files }] = packed.parse(
      JSON.parse(
        execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
          cwd: projectRoot,
          encoding: 'utf8',
        }),
      ),
    );
    const stray = files.filter(({ path }) => unwanted.test(path)).map(({ path }) => path);
    if (stray.length > 0) {
      console.error(`The package holds ${stray.slice(0, 5).join(', ')}; see "files" in package.json.`);
      return false;
    }
    const modules = join(folder, 'node_modules');
    mkdirSync(join(modules, '.bin'), { recursive: true });
    for (const dependency of Object.keys(dependencies)) {
      mkdirSync(dirname(join(modules, dependency)), { recursive: true });
      symlinkSync(join(projectRoot, 'node_modules', dependency), join(modules, dependency));
    }
    mkdirSync(join(modules, name));
    execFileSync('tar', ['-xzf', join(folder, filename), '-C', join(modules, name), '--strip-components=1']);
    symlinkSync(join(modules, name, 'bin', 'zonula.js'), join(modules, '.bin', name));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');

    const entries = Object.keys(exports)
      .filter((entry) => !entry.endsWith('.json'))
      .map((entry) => entry.replace(/^\./, name));
    const names = entries.map((entry, index) => `import * as entry${index} from '${entry}';`);
    const use = `console.log(${entries.map((_, index) => `Object.keys(entry${index}).length`).join(', ')});`;
    writeFileSync(join(folder, 'use.mts'), `${names.join('\n')}\n${use}\n`);
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--lib',
      'es2025,dom',
    ];
    return (
      (await runCommand(process.execPath, ['use.mts'], { cwd: folder, quiet: true })) &&
      (await runCommand('tsc', [...options, '--types', '', 'use.mts'], { cwd: folder, quiet: true })) &&
      commandWorks(folder, ['--no', name, '--', '--help'], (printed) => /usage: zonula/i.test(printed)) &&
      commandWorks(
        folder,
        ['--no', name, 'run', join(modules, name, 'examples', 'western-day.yaml'), '--people', '2', '--json'],
        (printed) => personRun.safeParse(JSON.parse(printed)).success,
      )
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a run of two people must hold, whatever else it does. */
const personRun = z.object({
  zonula: z.object({ version: z.string() }),
  timeDays: z.array(z.number()).min(2),
  series: z.record(z.string(), z.object({ unit: z.string(), p50: z.array(z.number()) })),
});

/** Two dashes before an option keep npx from taking it for itself. */
function commandWorks(
  folder: string,
  argument: readonly string[],
  isRight: (printed: string) => boolean,
): boolean {
  const { status, stdout, stderr } = spawnSync('npx', argument, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === 0 && isRight(stdout)) return true;
  console.error(
    `"npx ${argument.join(' ')}" from the installed package ended with ${status}:\n${stdout.slice(0, 2000)}${stderr}`,
  );
  return false;
}
