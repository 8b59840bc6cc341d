/** Builds the app into dist/web and the library into dist/lib: `node scripts/build.ts [web] [lib]`. */
import { rmSync } from 'node:fs';
import { projectRoot, runCommand } from './run-command.ts';

/** JavaScript and declarations of the library, from the TypeScript that everything else runs directly. */
export function buildLibrary(): Promise<boolean> {
  rmSync(`${projectRoot}dist/lib`, { recursive: true, force: true });
  return runCommand('tsc', ['-p', 'tsconfig.lib.json']);
}

export function buildWeb(): Promise<boolean> {
  return runCommand('vite', ['build']);
}

if (import.meta.main) {
  const asked = process.argv.slice(2);
  const parts = { web: buildWeb, lib: buildLibrary };
  for (const [name, build] of Object.entries(parts))
    if ((asked.length === 0 || asked.includes(name)) && !(await build())) process.exit(1);
}
