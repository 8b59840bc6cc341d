import { type Command, Option } from 'commander';
import { compareFile } from '../../population/compare-file.ts';
import { gutNamed, runFile } from '../../population/run-file.ts';
import { defaultAssembly } from '../../simulate/assemblies.ts';
import type { CompareResult, RunResult } from '../../simulate/result.ts';
import type { CommandContext } from '../command-context.ts';
import { runAsCsv } from '../output/csv.ts';
import { writeReport } from '../output/html-report.ts';
import { readInput } from '../read-input.ts';
import { type RunFlags, withRunFlags } from '../run-options.ts';
import { withPeople } from '../simulate.ts';
import { lifeSummary, planSummary, type SummaryContext } from '../summary/summary.ts';

interface Flags extends RunFlags {
  readonly plan?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly html?: string;
  readonly reference?: boolean;
}

/** Word for "no plan" where a file has some. */
const noPlan = 'none';

const examples = `
Examples:
  zonula run examples/western-day.yaml
  zonula run examples/ibuprofen-week.yaml                     the first plan of the file
  zonula run examples/high-fibre-switch.yaml --plan at-once
  zonula run examples/ibuprofen-week.yaml --plan none         life without the plan
  zonula run my-life.yaml --json > result.json
  zonula run my-life.yaml --html result.html
  zonula run my-life.yaml --people 100 --seed 7 --set k_ge=0.4
`;

export function add(program: Command, context: CommandContext): void {
  withRunFlags(
    program
      .command('run')
      .summary('simulate a person, with a plan and without it')
      .description(
        'Simulates the person of a file: lining, bacteria, what gets through, inflammation, laboratory tests and symptoms.\nWith a plan, every virtual person is set beside the same one without the change.',
      )
      .argument('<file>', 'person file, YAML or JSON')
      .option('--plan <name>', `plan of the file; the first if not said, "${noPlan}" for life as it is`)
      .addOption(new Option('--json', 'print the whole result as JSON').conflicts('csv'))
      .option('--csv', 'print daily series as CSV')
      .option('--html <file>', 'write a page with charts that needs nothing else')
      .option('--reference', 'the reference person on the reference day, and on the usual diet of the file'),
  )
    .addHelpText('after', examples)
    .action(async (path: string, flags: Flags) => {
      await run(path, flags, context);
    });
}

async function run(path: string, flags: Flags, context: CommandContext): Promise<void> {
  const { file, problems } = await readInput(path);
  const plan = flags.plan === noPlan ? undefined : (flags.plan ?? file.plans[0]?.name);
  const gut = gutNamed(flags.core ? 'core' : defaultAssembly);
  if (flags.reference) {
    const { referenceTable, referenceText } = await import('../summary/reference-table.ts');
    const reference = referenceTable(gut, file);
    context.write(
      flags.json ? `${JSON.stringify(reference)}\n` : referenceText(gut, reference, context.width),
    );
    return;
  }
  const summary: SummaryContext = {
    file,
    width: context.width,
    usual: (id) => gut.system.states.find((state) => state.id === id)?.value,
    absentModules: gut.absentModules,
  };
  await withPeople(flags, problems, context, async (options) => {
    if (flags.json || flags.csv) {
      const result = await runFile(file, plan, options);
      context.write(flags.json ? `${JSON.stringify(result)}\n` : runAsCsv(result, plan));
      if (flags.html) await writeReport(flags.html, result, summary, plan, lifeSummary(result, summary));
      return;
    }
    if (plan === undefined) {
      const result = await runFile(file, undefined, options);
      const text = lifeSummary(result, summary);
      context.write(text);
      if (flags.html) await writeReport(flags.html, result, summary, plan, text);
      return;
    }
    const compared = await compareFile(file, [plan], options);
    const text = planSummary(compared, summary);
    context.write(text);
    const others = file.plans.map(({ name }) => name).filter((name) => name !== plan);
    if (flags.plan === undefined && others.length > 0)
      context.write(
        `\nThis was the first plan of the file. Others: ${others.join(', ')} (--plan NAME, or zonula compare ${path}).\n`,
      );
    if (flags.html) await writeReport(flags.html, asRun(compared), summary, plan, text);
  });
}

/** The one plan of a comparison in the form of a run. */
function asRun({ plans, withoutChange, ...rest }: CompareResult): RunResult {
  const [{ series, tests, symptoms }] = plans as readonly [CompareResult['plans'][number]];
  return { ...rest, series, seriesWithoutChange: withoutChange.series, tests, symptoms };
}
