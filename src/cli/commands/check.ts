import type { Command } from 'commander';
import { readPersonFileFromDisk } from '../../person/file-system.ts';
import { buildTimeline, foodTableKnowledge } from '../../person/index.ts';
import { type CommandContext, CommandProblem } from '../command-context.ts';
import { problemLines } from '../text/problem-lines.ts';

const examples = `
Examples:
  zonula check my-life.yaml
  zonula check my-life.yaml --json
`;

export function add(program: Command, context: CommandContext): void {
  program
    .command('check')
    .summary('read a person file and tell every problem in it')
    .description(
      'Reads a person file without simulating anything, and tells errors, warnings and notes with their lines.',
    )
    .argument('<file>', 'person file, YAML or JSON')
    .option('--json', 'print problems and the file as it was understood, as JSON')
    .addHelpText('after', examples)
    .action(async (path: string, flags: { readonly json?: boolean }) => {
      const { normalised, problems } = await readPersonFileFromDisk(path, { foods: foodTableKnowledge });
      if (!normalised) throw new CommandProblem(problems);
      // What is only found when the life is laid out in days.
      for (const plan of [undefined, ...normalised.plans.map(({ name }) => name)])
        buildTimeline(normalised, plan, foodTableKnowledge);
      if (flags.json) {
        const { plainFile } = await import('../../population/plain-file.ts');
        context.write(`${JSON.stringify({ problems, plan: plainFile(normalised) }, null, 2)}\n`);
        return;
      }
      context.write(problemLines(problems));
      const plans = normalised.plans.length;
      context.write(
        problems.length === 0
          ? `${path} is fine: ${plans === 0 ? 'no plan' : plans === 1 ? '1 plan' : `${plans} plans`}, ${normalised.tests.length} tests, ${normalised.horizonDays} days.\n`
          : `${path} can be run; ${problems.length === 1 ? 'one thing' : `${problems.length} things`} to know, see above.\n`,
      );
    });
}
