import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { buildGut, createRunner, defaultAssembly } from '../../src/simulate/index.ts';
import { vocabularyOfGut } from '../../src/validate/model-vocabulary.ts';
import { readPlanFolders } from '../../src/validate/read-plan.ts';
import {
  type ReferenceVerdicts,
  referenceVerdicts,
  worseWithoutReason,
} from '../../src/validate/reference-verdicts.ts';

const minutes = 60_000;

describe('the committed verdicts', () => {
  it('none has become worse without a line in the change log', { timeout: 10 * minutes }, async () => {
    const committed = JSON.parse(
      await readFile('validation/report/reference-verdicts.json', 'utf8'),
    ) as ReferenceVerdicts;
    const gut = buildGut(defaultAssembly);
    const plan = await readPlanFolders(
      ['validation/plans/studies', 'validation/plans/reference-quantities'],
      vocabularyOfGut(gut),
    );
    const now = await referenceVerdicts(plan, createRunner({ assembly: defaultAssembly }), gut.system.hash);
    expect(worseWithoutReason(committed, now, await readFile('CHANGELOG.md', 'utf8'))).toEqual([]);
  });
});

describe('what counts as worse', () => {
  const before = { verdicts: { a: 'good', b: 'null-held', c: 'wrong-size', d: 'good' } } as const;
  it('a worse verdict, a lost row, a row that can no longer be said', () => {
    const now = {
      verdicts: { a: 'within-2-fold', b: 'null-broken', c: 'good', d: 'not-expressible' },
    } as const;
    expect(worseWithoutReason(before, now, '').map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    expect(worseWithoutReason(before, { verdicts: {} }, '').map(({ now: found }) => found)).toEqual([
      'gone',
      'gone',
      'gone',
      'gone',
    ]);
  });
  it('unless the change log names the row', () => {
    const now = { verdicts: { ...before.verdicts, a: 'wrong-direction' } } as const;
    expect(worseWithoutReason(before, now, '- a goes the wrong way now, because ...')).toEqual([]);
  });
});
