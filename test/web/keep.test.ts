import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonFile } from '../../src/person/index.ts';
import { asEncrypted, decryptText, encryptText } from '../../web/src/keep/encrypt.ts';
import { outcomesOf } from '../../web/src/keep/hit-rate.ts';
import { readShareContent, shareLink } from '../../web/src/keep/share-link.ts';
import type { FrozenPrediction } from '../../web/src/record/database.ts';

const record: PersonFile = {
  zonula: 1,
  startDate: '2026-11-01',
  person: { age: 40 },
  habitual: { menu: 'western' },
  diary: [
    { date: '2026-11-01', symptoms: { bloating: 10 } },
    ...[2, 3, 4].map((day) => ({ date: `2026-11-0${day}`, symptoms: { bloating: day } })),
    ...[8, 9, 10].map((day) => ({
      date: `2026-11-${String(day).padStart(2, '0')}`,
      symptoms: { bloating: 9 },
    })),
    { date: '2026-11-16', symptoms: { bloating: 9 } },
  ],
  measured: [
    { test: 'crp', result: 'crp', value: 3, unit: 'mg/L', date: '2026-11-20' },
    { test: 'crp', result: 'crp', value: 3, unit: 'mg/dL', date: '2026-11-20' },
  ],
};

describe('encrypted file', () => {
  it('comes back with the passphrase, and only with it', async () => {
    const file = await encryptText('zonula: 1', 'correct horse');
    expect(JSON.stringify(file)).not.toContain('zonula: 1');
    expect(asEncrypted(JSON.stringify(file))).toEqual(file);
    expect(await decryptText(file, 'correct horse')).toBe('zonula: 1');
    expect(await decryptText(file, 'correct horsf')).toBeUndefined();
    const changed = { ...file, data: `${file.data.startsWith('A') ? 'B' : 'A'}${file.data.slice(1)}` };
    expect(await decryptText(changed, 'correct horse')).toBeUndefined();
  });

  it('other files are none, and absurd numbers of rounds are refused', () => {
    for (const text of ['', 'zonula: 1', '{}', '[1]', '{"zonulaEncrypted":1}', '{broken'])
      expect(asEncrypted(text)).toBeUndefined();
    expect(
      asEncrypted('{"zonulaEncrypted":1,"iterations":1e12,"salt":"","iv":"","data":""}'),
    ).toBeUndefined();
  });
});

describe('link', () => {
  it('carries the plan behind the #, without diary and results', async () => {
    const link = await shareLink(record, 'https://example.org/zonula/#/record');
    const [address, fragment = ''] = link.split('#');
    expect(address).toBe('https://example.org/zonula/');
    const [, , version = '', content = ''] = fragment.split('/');
    const { diary: _diary, measured: _measured, ...shared } = record;
    expect(await readShareContent(version, content)).toEqual(shared);
  });

  it('of version 0 still opens', async () => {
    const content = Buffer.from(JSON.stringify({ zonula: 1 })).toString('base64url');
    expect(await readShareContent('0', content)).toEqual({ zonula: 1 });
  });

  it('that is cut, foreign or newer is undefined, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.constantFrom('0', '1', '2', ''), async (content, version) => {
        const found = await readShareContent(version, content);
        expect(found === undefined || version === '0' || version === '1').toBe(true);
      }),
    );
    expect(await readShareContent('9', 'abc')).toBeUndefined();
  });
});

describe('hit rate', () => {
  const prediction: FrozenPrediction = {
    id: 1,
    madeOn: '2026-11-01',
    plan: undefined,
    modelVersion: '0',
    modelHash: '',
    symptoms: { bloating: { fromDays: [0, 7, 14], p10: [2, 2, 2], p90: [4, 4, 4] } },
    tests: [{ test: 'crp', result: 'crp', day: 10, unit: 'mg/L', p10: 1, p90: 2 }],
  };

  it('holds the mean of a week against its band; the day itself, thin weeks and other units do not count', () => {
    const outcomes = outcomesOf(prediction, record);
    expect(outcomes.map(({ what, value, hit }) => [what, value, hit])).toEqual([
      ['bloating', 3, true],
      ['bloating', 9, false],
      ['crp', 3, false],
    ]);
  });
});
