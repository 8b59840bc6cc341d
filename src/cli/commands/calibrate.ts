import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Command, InvalidArgumentError } from 'commander';
import writeFileAtomic from 'write-file-atomic';
import { freeParameters } from '../../calibrate/prior-ensemble.ts';
import { defaultAssembly } from '../../simulate/assemblies.ts';
import { buildGut } from '../../simulate/gut.ts';
import { createNodeRunner } from '../../simulate/runner-node.ts';
import { calibratePlan, doubtFit } from '../../validate/calibrate-plan.ts';
import { compareVariants } from '../../validate/compare-variants.ts';
import type { FitCheckpoint } from '../../validate/fit-plan.ts';
import { irrelevantExposure } from '../../validate/irrelevant-exposure.ts';
import { vocabularyOfGut } from '../../validate/model-vocabulary.ts';
import { readPlanFolders } from '../../validate/read-plan.ts';
import { mostInfluential, screen } from '../../validate/sensitivity.ts';
import { type CommandContext, CommandProblem } from '../command-context.ts';

const inProject = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text.trim()) || value < least || value > most)
      throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
    return value;
  };
}

interface Flags {
  readonly plan: readonly string[];
  readonly members: number;
  readonly steps: number;
  readonly seed: number;
  readonly workers?: number;
  readonly core?: true;
  readonly output: string;
  readonly crossMembers: number;
  readonly screened: number;
  readonly trajectories: number;
  readonly fitOnly?: true;
}

/** What the project fits to: published studies and reference quantities. */
const ownPlans = ['validation/plans/studies', 'validation/plans/reference-quantities'].map(inProject);
/** Rows that are screened, unless the plan has fewer. */
const screenedRows = 12;
/** Seconds between two lines of progress. */
const progressEverySeconds = 20;

export function add(program: Command, context: CommandContext): void {
  program
    .command('calibrate')
    .description('fit the shared parameters to a folder of published studies, and doubt the fit (resumable)')
    .option('--plan <folder...>', 'folders of plan files', ownPlans)
    .option('--members <n>', 'size of the ensemble', wholeNumber(8, 10_000), 80)
    .option('--steps <n>', 'steps of the smoother', wholeNumber(1, 32), 4)
    .option('--seed <n>', 'seed of the random numbers', wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--core', 'the smaller core model')
    .option('--workers <n>', 'worker threads (all cores by default)', wholeNumber(1, 256))
    .option('--cross-members <n>', 'draws per left-out group', wholeNumber(2, 10_000), 16)
    .option('--screened <n>', 'parameters to screen for influence', wholeNumber(0, 10_000), 24)
    .option('--trajectories <n>', 'screening trajectories', wholeNumber(1, 1000), 4)
    .option('--fit-only', 'fit, and leave the checks that doubt it for later')
    .option('--output <folder>', 'where posterior.json and honesty.json go', inProject('validation'))
    .addHelpText(
      'after',
      `
Examples:
  zonula calibrate --fit-only
  zonula calibrate --plan my-studies --output my-fit
`,
    )
    .action(async (flags: Flags) => {
      const assembly = flags.core ? 'core' : defaultAssembly;
      const gut = buildGut(assembly);
      const plan = await readPlanFolders(flags.plan, vocabularyOfGut(gut));
      const errors = plan.problems.filter(({ severity }) => severity === 'error');
      // A fit to half a plan would carry the hash of the whole.
      if (errors.length > 0) throw new CommandProblem(errors);
      const free = freeParameters(gut.withProbes().system.parameters);
      const runner = createNodeRunner({
        assembly,
        ...(flags.workers === undefined ? {} : { workers: flags.workers }),
      });
      const say = (message: string): void => context.writeError(`${message}\n`);
      const onProgress = progressLines(say);
      const steps = await stepFiles({
        plan: plan.hash,
        model: gut.system.hash,
        assembly,
        seed: flags.seed,
        members: flags.members,
        steps: flags.steps,
      });
      if (steps.found.length > 0)
        say(`going on after ${steps.found.length} finished steps in ${steps.folder}`);
      try {
        const { posterior, fit } = await calibratePlan(plan, {
          gut,
          free,
          runner,
          members: flags.members,
          steps: flags.steps,
          seed: flags.seed,
          resume: steps.found,
          onCheckpoint: steps.write,
          onProgress,
          onMessage: say,
        });
        await mkdir(flags.output, { recursive: true });
        await writeFileAtomic(join(flags.output, 'posterior.json'), `${JSON.stringify(posterior)}\n`);
        say(
          `wrote ${join(flags.output, 'posterior.json')}: ${posterior.members.length} draws of ${posterior.parameters.length} parameters`,
        );
        if (flags.fitOnly) return;
        const ids = free.parameters.map(({ id }) => id);
        const fitted = [...new Set(fit.targets.map(({ row }) => row.id))];
        const sensitivity =
          flags.screened === 0
            ? null
            : await screen(
                plan.studies,
                new Set(everyNth(fitted, screenedRows)),
                mostInfluential(fit, ids, flags.screened),
                {
                  free,
                  runner,
                  seed: flags.seed,
                  trajectories: flags.trajectories,
                  onProgress: (done, all) => onProgress('screening', done, all),
                },
              );
        const variants = await compareVariants(flags.plan, assembly, onProgress);
        const irrelevant = await irrelevantExposure(gut, runner);
        const honesty = await doubtFit(plan, fit, {
          gut,
          free,
          runner,
          seed: flags.seed,
          members: flags.crossMembers,
          people: 1,
          sensitivity,
          variants,
          irrelevant,
          onProgress,
        });
        await writeFileAtomic(join(flags.output, 'honesty.json'), `${JSON.stringify(honesty, null, 1)}\n`);
        say(`wrote ${join(flags.output, 'honesty.json')}`);
      } finally {
        await runner.close();
      }
    });
}

/** Evenly spread over a list, so that many groups are among them. */
function everyNth(list: readonly string[], most: number): string[] {
  const stride = Math.max(1, list.length / most);
  return Array.from(
    { length: Math.min(most, list.length) },
    (_, index) => list[Math.floor(index * stride)] ?? '',
  );
}

function progressLines(say: (message: string) => void): (what: string, done: number, all: number) => void {
  let last = 0;
  let began = Date.now();
  let current = '';
  return (what, done, all) => {
    const now = Date.now();
    if (what !== current) {
      current = what;
      began = now;
    }
    if (now - last < progressEverySeconds * 1000 && done < all) return;
    last = now;
    const left = done > 0 ? ((now - began) / done) * (all - done) : 0;
    say(`${what}: ${done} of ${all} lives, about ${Math.ceil(left / 60_000)} min left of it`);
  };
}

/** Finished steps on disk, under the name of everything that they depend on. */
async function stepFiles(key: Readonly<Record<string, unknown>>): Promise<{
  readonly folder: string;
  readonly found: readonly FitCheckpoint[];
  readonly write: (checkpoint: FitCheckpoint) => Promise<void>;
}> {
  const name = bytesToHex(sha256(utf8ToBytes(JSON.stringify(key)))).slice(0, 16);
  const folder = inProject(`.cache/calibrate/${name}`);
  const file = (iteration: number): string => join(folder, `step-${iteration}.json`);
  const found: FitCheckpoint[] = [];
  for (;;) {
    try {
      found.push(JSON.parse(await readFile(file(found.length), 'utf8')) as FitCheckpoint);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') break;
      throw error;
    }
  }
  return {
    folder,
    found,
    write: async (checkpoint) => {
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(file(checkpoint.iteration), JSON.stringify(checkpoint));
    },
  };
}
