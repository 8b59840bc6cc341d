import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Show what the command prints only if it fails. */
  readonly quiet?: boolean;
}

/** Runs a program of node_modules/.bin or the PATH. True if it ended with 0; a program that is not there is told. */
export function runCommand(
  command: string,
  argument: readonly string[],
  options: RunOptions = {},
): Promise<boolean> {
  return new Promise((resolve) => {
    const printed: Buffer[] = [];
    const child = spawn(command, argument, {
      cwd: options.cwd ?? projectRoot,
      env: options.env ?? process.env,
      stdio: ['ignore', options.quiet ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
    });
    child.stdout?.on('data', (part: Buffer) => printed.push(part));
    child.stderr?.on('data', (part: Buffer) => printed.push(part));
    child.on('error', (error) => {
      console.error(`${command} did not start: ${error.message}`);
      resolve(false);
    });
    child.on('close', (code) => {
      if (code !== 0 && options.quiet) process.stderr.write(Buffer.concat(printed));
      resolve(code === 0);
    });
  });
}
