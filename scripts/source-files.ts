import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { projectRoot } from './run-command.ts';

/** Files of the project that git knows or would add, from the root; without those just deleted. */
export function sourceFiles(name: RegExp): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return listed
    .split('\0')
    .filter((file) => name.test(file) && existsSync(`${projectRoot}${file}`))
    .sort();
}
