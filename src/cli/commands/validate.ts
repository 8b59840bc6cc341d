import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import writeFileAtomic from 'write-file-atomic';
import { defaultAssembly } from '../../simulate/assemblies.ts';
import { buildGut } from '../../simulate/gut.ts';
import { createNodeRunner } from '../../simulate/runner-node.ts';
import { type HonestyFile, parseHonesty } from '../../validate/honesty-file.ts';
import { posteriorFor } from '../../validate/posterior-from-disk.ts';
import { reportHtml } from '../../validate/report/report-html.ts';
import type { RowResult } from '../../validate/run-plan.ts';
import { usualSize, type Validation, validateFolders } from '../../validate/validate-folder.ts';
import { type CommandContext, CommandProblem } from '../command-context.ts';
import { plainNumber } from '../text/numbers.ts';
import { problemLines } from '../text/problem-lines.ts';
import { table, wrapped } from '../text/table.ts';
import { wholeNumber } from '../whole-number.ts';

const inProject = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

interface Flags {
  readonly plan: readonly string[];
  readonly members: number;
  readonly people: number;
  readonly seed: number;
  readonly workers?: number;
  readonly core?: true;
  readonly variant?: string;
  readonly prior?: true;
  readonly posterior?: string;
  readonly json?: true;
  readonly html?: string;
  readonly certificate?: string;
}

export function add(program: Command, context: CommandContext): void {
  program
    .command('validate')
    .description('run a folder of published studies and compare (docs/validation.md)')
    .requiredOption('--plan <folder...>', 'folders of plan files, one per study; anywhere on disk')
    .option('--members <n>', 'draws of what is uncertain', wholeNumber(1, 10_000), usualSize.members)
    .option('--people <n>', 'virtual people per draw', wholeNumber(1, 10_000), usualSize.people)
    .option(
      '--seed <n>',
      'seed of the random numbers',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
      usualSize.seed,
    )
    .option('--variant <name>', 'another structure of the model, such as A1')
    .option('--core', 'the smaller core model')
    .option('--prior', 'draw the parameters from their priors, not from the fit')
    .option('--posterior <file>', "fitted parameters (the project's own unless given)")
    .option('--workers <n>', 'worker threads (all cores by default)', wholeNumber(1, 256))
    .option('--json', 'print the result as JSON')
    .option('--html <file>', 'write the report as one HTML file')
    .option('--certificate <file>', 'write the result as a JSON file beside it')
    .addHelpText(
      'after',
      `
Examples:
  zonula validate --plan validation/plans/studies
  zonula validate --plan my-studies --html report.html
`,
    )
    .action(async (flags: Flags) => {
      const assembly = flags.variant ?? (flags.core ? 'core' : defaultAssembly);
      const gut = buildGut(assembly);
      const fitted = flags.prior
        ? { posterior: undefined, problems: [] }
        : await posteriorFor(gut, flags.posterior, inProject('validation/posterior.json'));
      const runner = createNodeRunner({
        assembly,
        ...(flags.workers === undefined ? {} : { workers: flags.workers }),
      });
      const bar = context.interactive
        ? new SingleBar({
            format: '{bar} {value} of {total} lives',
            hideCursor: true,
            clearOnComplete: true,
            stream: process.stderr,
          })
        : undefined;
      let started = false;
      try {
        const { validation, plan, predicted } = await validateFolders(flags.plan, {
          gut,
          runner,
          members: flags.members,
          people: flags.people,
          seed: flags.seed,
          ...(fitted.posterior ? { posterior: fitted.posterior } : {}),
          onProgress: (done, all) => {
            if (!bar) return;
            if (started) bar.update(done);
            else bar.start(all, done);
            started = true;
          },
        });
        bar?.stop();
        const result: Validation = { ...validation, problems: [...fitted.problems, ...validation.problems] };
        if (flags.html !== undefined) {
          const html = reportHtml({
            validation: result,
            plan,
            predicted,
            gut,
            posterior: fitted.posterior,
            honesty: await honestyBeside(result),
          });
          await writeFileAtomic(flags.html, html);
        }
        if (flags.certificate !== undefined)
          await writeFileAtomic(flags.certificate, `${JSON.stringify(result, null, 1)}\n`);
        context.write(
          flags.json ? `${JSON.stringify(result, null, 2)}\n` : summaryText(result, context.width),
        );
        const errors = result.problems.filter(({ severity }) => severity === 'error');
        if (flags.json !== true)
          context.writeError(problemLines(result.problems.filter(({ severity }) => severity !== 'note')));
        // The result stands, and the shell learns that rows of the plan were left out.
        if (errors.length > 0) throw new CommandProblem([]);
      } finally {
        bar?.stop();
        await runner.close();
      }
    });
}

/** Cross-validation and the like, if they were done for this plan. */
async function honestyBeside(result: Validation): Promise<HonestyFile | undefined> {
  const path = inProject('validation/honesty.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    // Not done yet: the report says so.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const honesty = parseHonesty(text, path);
  return honesty.planHash === result.plan.hash ? honesty : undefined;
}

function summaryText(result: Validation, width: number): string {
  const { summary, rows, ensemble, zonula } = result;
  const groups = [...new Set(rows.map(({ group }) => group))].sort();
  const lines = groups.map((group) => {
    const own = rows.filter((row) => row.group === group);
    return `\n${group}\n${table(own.map(rowCells), ['left', 'left', 'right', 'right', 'right', 'left'])}\n`;
  });
  const percent = (value: number | undefined): string =>
    value === undefined ? '-' : `${Math.round(100 * value)} %`;
  const columns = [
    ['', 'this model', 'on contrasts', 'nothing changes'],
    ...(
      [
        ['direction right', 'directionRight'],
        ['within 1.5-fold', 'within1_5fold'],
        ['within 2-fold', 'within2fold'],
        ['80 % bands hold', 'coverage80'],
        ['negatives held', 'negativesHeld'],
      ] as const
    ).map(([name, key]) => [
      name,
      percent(summary[key]),
      percent(summary.onContrasts[key]),
      percent(summary.nullModel[key]),
    ]),
    [
      'fold error (geometric mean)',
      ...[summary.gmfe, summary.onContrasts.gmfe, summary.nullModel.gmfe].map((value) =>
        value === undefined ? '-' : value.toFixed(2),
      ),
    ],
  ];
  const criteria = summary.criteria.map(
    ({ name, wanted, met }) =>
      `  ${met === undefined ? 'not known' : met ? 'met      ' : 'MISSED   '}  ${name}: ${wanted}`,
  );
  return [
    ...lines,
    `\n${summary.rows} rows of ${result.plan.studies} studies, ${summary.expressible} of them expressible. Each study weighs 1.\n`,
    `${table(columns, ['left', 'right', 'right', 'right'])}\n\n`,
    `${criteria.join('\n')}\n\n`,
    `${wrapped(`Model ${zonula.assembly} ${zonula.modelHash.slice(0, 12)}, plan ${result.plan.hash.slice(0, 12)}, seed ${ensemble.seed}, ${ensemble.members} draws from the ${ensemble.from} x ${ensemble.people} people.`, width)}\n`,
  ].join('');
}

function rowCells(row: RowResult): string[] {
  const { observed, predicted, points } = row;
  const shown =
    typeof observed === 'number'
      ? plainNumber(observed)
      : typeof observed === 'string'
        ? observed
        : observed
          ? `${plainNumber(observed[0])} to ${plainNumber(observed[1])}`
          : '-';
  // Of several points the one with the largest effect is shown; the report and --json hold them all.
  const label = points?.find((point) => point.observed === observed)?.label;
  const seen = points
    ? `${shown} (${label === undefined ? '' : `${label}, `}1 of ${points.length} points)`
    : shown;
  const band =
    predicted === undefined
      ? '-'
      : `${plainNumber(predicted.p50)} (${plainNumber(predicted.p10)} to ${plainNumber(predicted.p90)})`;
  return [
    row.id,
    row.class === 'scored' ? row.role : `${row.role}, ${row.class}`,
    seen,
    band,
    row.foldError === undefined ? '' : `x${row.foldError.toFixed(2)}`,
    row.verdict,
  ];
}
