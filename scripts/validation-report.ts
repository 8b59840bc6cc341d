/**
 * Writes validation/report/: the report, its certificate and the verdicts that every change is held against.
 *
 *     node scripts/validation-report.ts [members] [people] [workers]
 */
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { buildGut, createRunner, defaultAssembly } from '../src/simulate/index.ts';
import { createNodeRunner } from '../src/simulate/runner-node.ts';
import { parseHonesty } from '../src/validate/honesty-file.ts';
import { posteriorFor } from '../src/validate/posterior-from-disk.ts';
import { referenceVerdicts } from '../src/validate/reference-verdicts.ts';
import { reportHtml } from '../src/validate/report/report-html.ts';
import { usualSize, validateFolders } from '../src/validate/validate-folder.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** What the project fits to and reports on. */
const folders = ['validation/plans/studies', 'validation/plans/reference-quantities'];
const [members = usualSize.members, people = usualSize.people, workers = 2] = process.argv
  .slice(2)
  .map(Number);

process.chdir(at('.'));
const gut = buildGut(defaultAssembly);
const { posterior, problems } = await posteriorFor(gut, undefined, 'validation/posterior.json');
const runner = createNodeRunner({ assembly: defaultAssembly, workers });
try {
  let last = 0;
  const { validation, plan, predicted } = await validateFolders(folders, {
    gut,
    runner,
    members,
    people,
    seed: usualSize.seed,
    ...(posterior ? { posterior } : {}),
    onProgress: (done, all) => {
      const share = Math.floor((20 * done) / all);
      if (share > last) process.stderr.write(`${5 * share} %\n`);
      last = Math.max(last, share);
    },
  });
  const honestyText = await readFile('validation/honesty.json', 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  const honesty =
    honestyText === undefined ? undefined : parseHonesty(honestyText, 'validation/honesty.json');
  const result = { ...validation, problems: [...problems, ...validation.problems] };
  await mkdir('validation/report', { recursive: true });
  await writeFileAtomic(
    'validation/report/index.html',
    reportHtml({
      validation: result,
      plan,
      predicted,
      gut,
      posterior,
      honesty: honesty?.planHash === plan.hash ? honesty : undefined,
    }),
  );
  await writeFileAtomic('validation/report/certificate.json', `${JSON.stringify(result, null, 1)}\n`);
  const verdicts = await referenceVerdicts(
    plan,
    createRunner({ assembly: defaultAssembly }),
    gut.system.hash,
  );
  await writeFileAtomic(
    'validation/report/reference-verdicts.json',
    `${JSON.stringify(verdicts, null, 1)}\n`,
  );
  process.stdout.write(`${JSON.stringify(result.summary, null, 1)}\n`);
} finally {
  await runner.close();
}
