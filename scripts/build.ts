/** Builds the app into dist/web and the library into dist/lib: `node scripts/build.ts [web] [lib]`. */
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { printAppSizes } from './app-sizes.ts';
import { projectRoot, runCommand } from './run-command.ts';

/** JavaScript and declarations of the library, from the TypeScript that everything else runs directly. */
export async function buildLibrary(): Promise<boolean> {
  rmSync(`${projectRoot}dist/lib`, { recursive: true, force: true });
  if (!(await runCommand('tsc', ['-p', 'tsconfig.lib.json']))) return false;
  // The compiler renames what is imported, but not the files that workers are started from.
  for (const file of globSync('dist/lib/**/*.js', { cwd: projectRoot })) {
    const text = readFileSync(`${projectRoot}${file}`, 'utf8');
    const renamed = text.replace(/(new URL\('\.[^']*)\.ts('\s*,\s*import\.meta\.url\))/g, '$1.js$2');
    if (renamed !== text) writeFileSync(`${projectRoot}${file}`, renamed);
  }
  return true;
}

export async function buildWeb(): Promise<boolean> {
  // Tests set another mode, with which React would be built for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  return (await runCommand('vite', ['build'], { env })) && printAppSizes();
}

if (import.meta.main) {
  const asked = process.argv.slice(2);
  const parts = { web: buildWeb, lib: buildLibrary };
  for (const [name, build] of Object.entries(parts))
    if ((asked.length === 0 || asked.includes(name)) && !(await build())) process.exit(1);
}
