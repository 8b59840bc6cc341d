import process from 'node:process';
import { runCommandLine } from './command-line.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  write: (text) => {
    process.stdout.write(text);
  },
  writeError: (text) => {
    process.stderr.write(text);
  },
  interactive: process.stderr.isTTY === true,
  width: Math.min(120, Math.max(60, process.stdout.columns ?? 100)),
});
