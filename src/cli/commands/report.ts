import type { Command } from 'commander';
import { foodTableKnowledge } from '../../person/index.ts';
import { factsOf, rankChanges, rankDefaults } from '../../rank/index.ts';
import { professionalReport } from '../../rank/report.ts';
import { type CommandContext, CommandProblem } from '../command-context.ts';
import { printToPdf } from '../output/print-pdf.ts';
import { withRanking } from '../rank-runner.ts';
import { readInput } from '../read-input.ts';
import { type RunFlags, withRunFlags } from '../run-options.ts';
import { writeOutput } from '../write-output.ts';

interface Flags extends RunFlags {
  readonly html?: string;
  readonly pdf?: string;
  readonly quick?: boolean;
  readonly language: 'en' | 'es';
}

const examples = `
Examples:
  zonula report my-life.yaml --html report.html
  zonula report my-life.yaml --pdf report.pdf          needs Chromium or Chrome on this machine
  zonula report my-life.yaml --html report.html --quick --language es
`;

export function add(program: Command, context: CommandContext): void {
  withRunFlags(
    program
      .command('report')
      .summary('two pages for a doctor or dietitian')
      .description(
        'Ranks what would help and writes two A4 pages: who and what went in, the lining now and after, the ranking\nwith intervals, tests worth doing, assumptions, limits, references.',
      )
      .argument('<file>', 'person file, YAML or JSON')
      .option('--html <file>', 'write the pages as HTML that needs nothing else')
      .option('--pdf <file>', 'print them with a Chromium found on this machine')
      .option('--quick', 'first stage of the ranking only')
      .option('--language <code>', 'en or es', 'en'),
  )
    .addHelpText('after', examples)
    .action(async (path: string, flags: Flags) => {
      await report(path, flags, context);
    });
}

/** @throws CommandProblem Z9510 (no output named), Z9511 (no Chromium), Z9512 (printing failed), Z8031 (cannot write) */
async function report(path: string, flags: Flags, context: CommandContext): Promise<void> {
  if (flags.html === undefined && flags.pdf === undefined)
    throw new CommandProblem([
      {
        code: 'Z9510',
        severity: 'error',
        message: 'Where should the report go?',
        fix: 'Name a file: --html report.html or --pdf report.pdf.',
      },
    ]);
  const language = flags.language === 'es' ? 'es' : 'en';
  const { file, problems } = await readInput(path);
  await withRanking(flags, problems, context, async (options) => {
    const people = flags.people ?? rankDefaults.people;
    const ranking = await rankChanges(file, {
      ...options,
      language,
      people: Math.min(people, rankDefaults.people),
      leadingPeople: flags.people ?? rankDefaults.leadingPeople,
      ...(flags.quick ? { leading: 0, people } : {}),
    });
    const page = professionalReport(ranking, {
      file,
      facts: factsOf(file, foodTableKnowledge),
      language,
      ...(file.startDate === undefined ? {} : { date: file.startDate }),
    });
    if (flags.html !== undefined) {
      await writeOutput(flags.html, page);
      context.write(`Written: ${flags.html}\n`);
    }
    if (flags.pdf !== undefined) {
      await printToPdf(page, flags.pdf);
      context.write(`Written: ${flags.pdf}\n`);
    }
  });
}
