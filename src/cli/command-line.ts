import { Command, CommanderError } from 'commander';
import { nearest } from '../person/suggest.ts';
import { ZonulaError } from '../problem/problem.ts';
import { version } from '../version.ts';
import { type CommandContext, CommandProblem } from './command-context.ts';
import { exitCodeHelp, exitCodes } from './exit-codes.ts';
import { commands } from './registry.ts';
import { problemLines } from './text/problem-lines.ts';

const about = `Zonula shows a person's gut lining over weeks: food and life in, lining, bacteria, blood and laboratory tests out.
It is a model, not a diagnosis. "Leaky gut" is a lay word for raised intestinal permeability.`;

const examples = `
Examples:
  zonula run examples/western-day.yaml
  zonula run examples/ibuprofen-week.yaml --plan ibuprofen --html ibuprofen.html
  zonula compare examples/high-fibre-switch.yaml
  zonula foods search "wholemeal bred"
  zonula check my-life.yaml

${exitCodeHelp}
`;

/**
 * Runs one command line.
 *
 * @param words after the program's name
 * @returns the exit code
 */
export async function runCommandLine(words: readonly string[], context: CommandContext): Promise<number> {
  const asJson = words.includes('--json');
  try {
    const program = new Command('zonula')
      .description(about)
      .version(version, '-V, --version', 'print the version')
      .helpOption('-h, --help', 'print help')
      .addHelpText('after', examples)
      .exitOverride()
      .configureOutput({
        writeOut: context.write,
        writeErr: context.writeError,
        outputError: (text, write) => {
          write(`Z8002 ${text}`);
        },
        getOutHelpWidth: () => context.width,
        getErrHelpWidth: () => context.width,
      })
      .showSuggestionAfterError(true)
      .configureHelp({ showGlobalOptions: false });
    const wanted = words.find((word) => !word.startsWith('-'));
    const known = commands.find(({ name }) => name === wanted);
    // Only the command that is called is read: the others cost time.
    for (const { load } of known ? [known] : commands) (await load()).add(program, context);
    if (wanted !== undefined && wanted !== 'help' && !known) {
      const near = nearest(
        wanted,
        commands.map(({ name }) => name),
      );
      context.writeError(
        `Z8001 error: There is no command "${wanted}".${near ? ` Did you mean "zonula ${near}"?` : ''} See zonula --help.\n`,
      );
      return exitCodes.usage;
    }
    if (words.length === 0) {
      program.outputHelp();
      return exitCodes.usage;
    }
    await program.parseAsync([...words], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (error instanceof ZonulaError || error instanceof CommandProblem) {
      // Without problems of its own the command has told all: only the exit code is left.
      if (asJson && error.problems.length > 0)
        context.write(`${JSON.stringify({ problems: error.problems }, null, 2)}\n`);
      context.writeError(problemLines(error.problems));
      return exitCodes.problem;
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    context.writeError(
      `Z8900 error: Zonula made a mistake; this is not your fault. Please report it with the lines below.\n${text}\n`,
    );
    return exitCodes.fault;
  }
}
