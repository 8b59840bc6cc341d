import process from 'node:process';
import { runCommandLine } from './command-line.ts';

// Whoever reads only the first lines (head, less) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

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
