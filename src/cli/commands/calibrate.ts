import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Command } from 'commander';
import writeFileAtomic from 'write-file-atomic';
import { freeParameters } from '../../calibrate/prior-ensemble.ts';
import { defaultAssembly } from '../../simulate/assemblies.ts';
import { buildGut } from '../../simulate/gut.ts';
import { createNodeRunner } from '../../simulate/runner-node.ts';
import { calibratePlan, doubtFit } from '../../validate/calibrate-plan.ts';
import { compareVariants } from '../../validate/compare-variants.ts';
import type { PredictionStore } from '../../validate/fit-plan.ts';
import { irrelevantExposure } from '../../validate/irrelevant-exposure.ts';
import { vocabularyOfGut } from '../../validate/model-vocabulary.ts';
import { readPlanFolders } from '../../validate/read-plan.ts';
import { mostInfluential, screen } from '../../validate/sensitivity.ts';
import { varianceShares } from '../../validate/variance-shares.ts';
import { type CommandContext, CommandProblem } from '../command-context.ts';
import { wholeNumber } from '../whole-number.ts';

const inProject = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

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
/** Pairs of points per row, for shares of variance. */
const varianceSamples = 4096;
/** Seconds between two lines of progress. */
const progressEverySeconds = 20;

export function add(program: Command, context: CommandContext): void {
  program
    .command('calibrate')
    .description('fit the shared parameters to a folder of published studies, and doubt the fit (resumable)')
    .option('--plan <folder...>', 'folders of plan files', ownPlans)
    .option('--members <n>', 'size of the ensemble', wholeNumber(8, 10_000), 48)
    .option('--steps <n>', 'steps of the smoother', wholeNumber(1, 32), 3)
    .option('--seed <n>', 'seed of the random numbers', wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--core', 'the smaller core model')
    .option('--workers <n>', 'worker threads (all cores by default)', wholeNumber(1, 256))
    .option('--cross-members <n>', 'draws per left-out group', wholeNumber(2, 10_000), 24)
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
      const store = predictionFiles(
        { plan: plan.hash, model: gut.system.hash, assembly, seed: flags.seed },
        (name) => say(`${name}: as run before`),
      );
      try {
        const calibration = await calibratePlan(plan, {
          gut,
          free,
          runner,
          members: flags.members,
          steps: flags.steps,
          seed: flags.seed,
          ...particlesOf(flags),
          leftOutMembers: flags.crossMembers,
          store,
          onProgress,
          onMessage: say,
        });
        const { file, fit, finish } = calibration;
        await mkdir(flags.output, { recursive: true });
        await writeFileAtomic(join(flags.output, 'posterior.json'), `${JSON.stringify(file)}\n`);
        say(
          `wrote ${join(flags.output, 'posterior.json')}: ${file.members.length} draws of ${file.parameters.length} parameters`,
        );
        if (flags.fitOnly) return;
        const ids = free.parameters.map(({ id }) => id);
        const rows = new Set(everyNth([...new Set(fit.targets.map(({ row }) => row.id))], screenedRows));
        const sensitivity =
          flags.screened === 0
            ? null
            : await screen(plan.studies, rows, mostInfluential(fit, ids, flags.screened), {
                free,
                runner,
                seed: flags.seed,
                trajectories: flags.trajectories,
                onProgress: (done, all) => onProgress('screening', done, all),
              });
        const variants = await compareVariants(flags.plan, assembly, onProgress);
        const irrelevant = await irrelevantExposure(gut, runner);
        const honesty = await doubtFit(plan, calibration, {
          gut,
          free,
          runner,
          seed: flags.seed,
          members: flags.crossMembers,
          people: 1,
          sensitivity,
          sobol: varianceShares(ids, fit.targets, finish.emulators, rows, {
            samples: varianceSamples,
            seed: flags.seed,
          }),
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

/** Enough particles that the wanted draws, spread over them, descend from different ones. */
const particlesOf = (flags: Flags): { readonly particles: number; readonly particlesLeftOut: number } => ({
  particles: Math.max(512, 4 * flags.members),
  particlesLeftOut: Math.max(192, 4 * flags.crossMembers),
});

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
  let ended = false;
  return (what, done, all) => {
    const now = Date.now();
    if (what !== current) {
      current = what;
      began = now;
      ended = false;
    }
    if (ended || (now - last < progressEverySeconds * 1000 && done < all)) return;
    ended = done >= all;
    last = now;
    const left = done > 0 ? ((now - began) / done) * (all - done) : 0;
    say(`${what}: ${done} of ${all}, about ${Math.ceil(left / 60_000)} min left of it`);
  };
}

/** Predictions on disk, in a folder named after what they depend on beside the draws. */
function predictionFiles(
  key: Readonly<Record<string, unknown>>,
  onFound: (name: string) => void,
): PredictionStore {
  const folder = inProject(`.cache/calibrate/${digest(JSON.stringify(key))}`);
  const file = (name: string, inputs: string): string => join(folder, `${digest(`${name} ${inputs}`)}.json`);
  return {
    find: async (name, inputs) => {
      let text: string;
      try {
        text = await readFile(file(name, inputs), 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
      onFound(name);
      return JSON.parse(text) as (number | null)[][];
    },
    keep: async (name, inputs, predictions) => {
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(file(name, inputs), JSON.stringify(predictions));
    },
  };
}

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);
