import type { TestId } from '../../../src/person/vocabulary.ts';

/** Tests that the page pretends to take, with the one result of each that is shown first. */
export const testPanel = [
  { test: 'two_sugar', result: 'ratio_0_5h' },
  { test: 'cr_edta', result: 'edta_0_24h' },
  { test: 'fecal_calprotectin', result: 'calprotectin' },
  { test: 'crp', result: 'crp' },
  { test: 'lbp', result: 'lbp' },
  { test: 'lal_endotoxin', result: 'lal' },
  { test: 'ifabp', result: 'ifabp' },
  { test: 'citrulline', result: 'citrulline' },
  { test: 'vitamin_d_25oh', result: 'vitamin_d_25oh' },
  { test: 'ferritin', result: 'ferritin' },
  { test: 'stool_scfa', result: 'butyrate' },
  { test: 'stool_ph', result: 'ph' },
  { test: 'breath_hydrogen', result: 'rise' },
] as const satisfies readonly { readonly test: TestId; readonly result: string }[];

export type PanelTest = (typeof testPanel)[number];
