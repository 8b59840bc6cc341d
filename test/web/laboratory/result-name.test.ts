import { describe, expect, it } from 'vitest';
import { findTest } from '../../../src/simulate/laboratory-tests.ts';
import { resultParts } from '../../../web/src/laboratory/result-name.ts';
import { testPanel } from '../../../web/src/laboratory/test-panel.ts';
import english from '../../../web/src/locales/en/laboratory.json' with { type: 'json' };
import spanish from '../../../web/src/locales/es/laboratory.json' with { type: 'json' };

describe('names of results', () => {
  it('tell what was measured and over which hours', () => {
    expect(resultParts('ratio_0_5h')).toEqual({ what: 'ratio', from: '0', to: '5' });
    expect(resultParts('lactulose_rhamnose_8_24h')).toEqual({
      what: 'lactulose_rhamnose',
      from: '8',
      to: '24',
    });
    expect(resultParts('butyrate')).toEqual({ what: 'butyrate' });
  });

  it.each([
    ['English', english],
    ['Spanish', spanish],
  ])('are there in %s wherever a test has several', (_, words) => {
    const several = testPanel.flatMap(({ test }) => {
      const results = findTest(test)?.results ?? [];
      return results.length > 1 ? results.map(({ id }) => resultParts(id).what) : [];
    });
    expect(several.length).toBeGreaterThan(20);
    expect(several.filter((what) => !(what in words.result.of))).toEqual([]);
  });
});
