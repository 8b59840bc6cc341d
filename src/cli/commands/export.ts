import { type Command, Option } from 'commander';
import { emitC } from '../../codegen/c.ts';
import { toSbml } from '../../codegen/sbml.ts';
import { referenceMeals } from '../../describe/index.ts';
import { assemblyNames, defaultAssembly } from '../../simulate/assemblies.ts';
import { buildGut } from '../../simulate/gut.ts';
import { type CommandContext, CommandProblem } from '../command-context.ts';
import { writeOutput } from '../write-output.ts';

interface Flags {
  readonly sbml?: boolean;
  readonly c?: boolean;
  readonly model: string;
  readonly output?: string;
}

const examples = `
Examples:
  zonula export --sbml > zonula.xml
  zonula export --sbml --model core --output zonula-core.xml
  zonula export --c --output zonula.c
`;

export function add(program: Command, context: CommandContext): void {
  program
    .command('export')
    .summary('write the model for other programs')
    .description('Writes the equations for other programs: SBML (COPASI, libRoadRunner, AMICI) or C.')
    .option('--sbml', 'as SBML, level 3 version 2, with the meals of one reference day')
    .option('--c', 'as C source')
    .addOption(
      new Option('--model <name>', 'assembly of the model')
        .choices([...assemblyNames])
        .default(defaultAssembly),
    )
    .option('-o, --output <file>', 'write to a file instead of the terminal')
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      if (flags.sbml === flags.c)
        throw new CommandProblem([
          {
            code: 'Z8030',
            severity: 'error',
            message: 'Say how to write the model.',
            fix: 'Add --sbml or --c.',
          },
        ]);
      const { system } = buildGut(flags.model);
      const text = flags.sbml ? toSbml(system, { segments: referenceMeals(system) }) : emitC(system);
      if (flags.output === undefined) context.write(text);
      else {
        await writeOutput(flags.output, text);
        context.writeError(`Wrote ${flags.output} (${Math.round(text.length / 1024)} KB).\n`);
      }
    });
}
