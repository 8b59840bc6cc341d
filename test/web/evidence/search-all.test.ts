import { describe, expect, it } from 'vitest';
import { fullModules } from '../../../model/assemblies.ts';
import { describeModel } from '../../../src/describe/index.ts';
import { assemble } from '../../../src/language/assemble.ts';
import { modelIndex, searchAll } from '../../../web/src/evidence/search-all.ts';

const index = modelIndex(describeModel(assemble(fullModules, { name: 'full' })));

describe('search over model and evidence', () => {
  it('finds a number of the model by its name first', () => {
    expect(searchAll(index, 'a_mast')[0]).toMatchObject({ kind: 'parameter', id: 'a_mast' });
  });

  it('finds papers by author, and studies, quantities and claims by words', () => {
    const kinds = (words: string) => new Set(searchAll(index, words).map(({ kind }) => kind));
    expect(searchAll(index, 'Turpin').map(({ id }) => id)).toContain('turpin-2020');
    expect(kinds('zonulin')).toContain('claim');
    expect([...kinds('butyrate')]).toEqual(expect.arrayContaining(['derived', 'parameter', 'quantity']));
  });

  it('shows no kind more often than asked, and nothing for a word that nobody wrote', () => {
    const hits = searchAll(index, 'fibre', 4);
    for (const { kind } of hits)
      expect(hits.filter((hit) => hit.kind === kind).length).toBeLessThanOrEqual(4);
    expect(searchAll(index, 'qqzzxxjj')).toEqual([]);
  });
});
