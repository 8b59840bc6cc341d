import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';

/** A command: one file that exports `add`, one line here. Files are read when the command is called. */
interface CommandEntry {
  readonly name: string;
  readonly load: () => Promise<{ readonly add: (program: Command, context: CommandContext) => void }>;
}

export const commands: readonly CommandEntry[] = [
  { name: 'run', load: () => import('./commands/run.ts') },
  { name: 'compare', load: () => import('./commands/compare.ts') },
  { name: 'rank', load: () => import('./commands/rank.ts') },
  { name: 'report', load: () => import('./commands/report.ts') },
  { name: 'check', load: () => import('./commands/check.ts') },
  { name: 'foods', load: () => import('./commands/foods.ts') },
  { name: 'model', load: () => import('./commands/model.ts') },
  { name: 'validate', load: () => import('./commands/validate.ts') },
  { name: 'calibrate', load: () => import('./commands/calibrate.ts') },
  { name: 'export', load: () => import('./commands/export.ts') },
];
