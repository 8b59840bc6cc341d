/** Checks a folder of validation plans: `node scripts/check-plans.ts DIR`. Says what is wrong, and where. */
import { formatProblem } from '../src/problem/problem.ts';
import { buildGut, defaultAssembly } from '../src/simulate/index.ts';
import { vocabularyOfGut } from '../src/validate/model-vocabulary.ts';
import { readPlanFolder } from '../src/validate/read-plan.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node scripts/check-plans.ts DIR\n');
  process.exit(2);
}
const { studies, problems } = await readPlanFolder(folder, vocabularyOfGut(buildGut(defaultAssembly)));
for (const problem of problems) process.stdout.write(`${formatProblem(problem)}\n`);
const rows = studies.flatMap((study) => study.rows);
const cannot = rows.filter(({ notExpressible }) => notExpressible !== undefined).length;
const errors = problems.filter(({ severity }) => severity === 'error').length;
process.stdout.write(
  `${studies.length} studies, ${rows.length} rows (${cannot} not expressible), ${errors} errors, ${problems.length - errors} warnings\n`,
);
process.exit(errors > 0 ? 1 : 0);
