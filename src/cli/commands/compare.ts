import { type Command, Option } from 'commander';
import { compareFile } from '../../population/compare-file.ts';
import { gutNamed } from '../../population/run-file.ts';
import { defaultAssembly } from '../../simulate/assemblies.ts';
import type { CommandContext } from '../command-context.ts';
import { compareAsCsv } from '../output/csv.ts';
import { readInput } from '../read-input.ts';
import { type RunFlags, withRunFlags } from '../run-options.ts';
import { withPeople } from '../simulate.ts';
import { planSummary } from '../summary/summary.ts';

interface Flags extends RunFlags {
  readonly json?: boolean;
  readonly csv?: boolean;
}

const examples = `
Examples:
  zonula compare examples/high-fibre-switch.yaml               all plans of the file
  zonula compare examples/high-fibre-switch.yaml slowly at-once
  zonula compare my-life.yaml --json > compared.json
`;

export function add(program: Command, context: CommandContext): void {
  withRunFlags(
    program
      .command('compare')
      .summary('set plans beside each other')
      .description(
        'Simulates several plans of a file with the same virtual people, each beside the same people without a change.',
      )
      .argument('<file>', 'person file, YAML or JSON')
      .argument('[plan...]', 'plans of the file; all of them if none is named')
      .addOption(new Option('--json', 'print the whole result as JSON').conflicts('csv'))
      .option('--csv', 'print daily series and differences as CSV'),
  )
    .addHelpText('after', examples)
    .action(async (path: string, plans: readonly string[], flags: Flags) => {
      const { file, problems } = await readInput(path);
      const gut = gutNamed(flags.core ? 'core' : defaultAssembly);
      await withPeople(flags, problems, context, async (options) => {
        const result = await compareFile(file, plans, options);
        if (flags.json) context.write(`${JSON.stringify(result)}\n`);
        else if (flags.csv) context.write(compareAsCsv(result));
        else
          context.write(
            planSummary(result, {
              file,
              width: context.width,
              usual: (id) => gut.system.states.find((state) => state.id === id)?.value,
              absentModules: gut.absentModules,
            }),
          );
      });
    });
}
