import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fullModules } from '../../model/assemblies.ts';
import { sourceIdsModule } from '../../scripts/build-evidence.ts';
import { originOf } from '../../src/describe/index.ts';
import {
  associations,
  findReference,
  findStudy,
  formatCitation,
  quantities,
  quantityById,
  references,
  resolveSources,
  searchEvidence,
  shortCitation,
  statements,
  studies,
  studiesOfReference,
  userClaims,
} from '../../src/evidence/index.ts';
import { claimsSchema, quantitySchema, referenceSchema, studySchema } from '../../src/evidence/schema.ts';
import { assemble } from '../../src/language/assemble.ts';
import type { ModuleDeclaration } from '../../src/language/module.ts';
import { exposureCatalogue } from '../../src/person/exposure-catalogue.ts';
import { laboratoryTests } from '../../src/simulate/laboratory-tests.ts';
import { symptomDefinitions } from '../../src/simulate/symptom-definitions.ts';

const file = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const json = (name: string): unknown => JSON.parse(file(`evidence/${name}.json`));
const unknown = (ids: Iterable<string>): string[] => [...new Set(ids)].filter((id) => !findReference(id));

describe('the files', () => {
  it('have the published shape', () => {
    expect(() => z.array(referenceSchema).parse(json('references'))).not.toThrow();
    expect(() => z.array(studySchema).parse(json('studies'))).not.toThrow();
    expect(() => z.array(quantitySchema).parse(json('quantities'))).not.toThrow();
    expect(() => claimsSchema.parse(json('claims'))).not.toThrow();
  });

  it('hold all study records and quantities', () => {
    expect(studies).toHaveLength(199);
    expect(quantities).toHaveLength(367);
    expect(statements.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
  });

  it('use every id once', () => {
    const ids = references.flatMap((reference) => [reference.id, ...(reference.aliases ?? [])]);
    const records = [studies, quantities, associations, userClaims].map((list) => list.map(({ id }) => id));
    for (const list of [ids, ...records]) expect(list).toHaveLength(new Set(list).size);
  });

  it('name no paper twice', () => {
    for (const key of ['doi', 'pmid'] as const) {
      const values = references.flatMap((reference) => reference[key]?.toLowerCase() ?? []);
      expect(values).toHaveLength(new Set(values).size);
    }
  });

  it('keep source-ids.ts fresh (npm run evidence)', () => {
    const words = (text: string): string[] => text.match(/'[^']+'/g) ?? [];
    expect(words(file('evidence/source-ids.ts'))).toEqual(
      words(sourceIdsModule(file('evidence/references.json'))),
    );
  });
});

describe('every citation resolves', () => {
  it('of study records, quantities and claims', () => {
    expect(unknown(studies.map(({ reference }) => reference))).toEqual([]);
    expect(unknown(quantities.map(({ reference }) => reference))).toEqual([]);
    const claims = [...statements, ...associations, ...userClaims];
    expect(unknown(claims.flatMap(({ sources }) => sources))).toEqual([]);
  });

  it('of model parameters', async () => {
    const cited = new Set<string>();
    const directory = new URL('../../model/', import.meta.url);
    for (const name of readdirSync(directory)) {
      if (!name.endsWith('.ts')) continue;
      const exports = (await import(new URL(name, directory).href)) as Record<string, unknown>;
      for (const value of Object.values(exports)) {
        const params = (value as Partial<ModuleDeclaration>)?.params ?? {};
        for (const { source } of Object.values(params)) for (const id of [source ?? []].flat()) cited.add(id);
      }
    }
    expect(cited.size).toBeGreaterThan(50);
    expect(unknown(cited)).toEqual([]);
  });

  it('of a measured number to something that was measured', () => {
    const own = new Set(['model', 'textbook', 'derived', 'recalled']);
    const hollow = assemble(fullModules, { name: 'full' }).parameters.filter(
      ({ grade, source }) =>
        originOf(grade) === 'measured' && source.every((id) => own.has(findReference(id)?.kind ?? 'model')),
    );
    expect(hollow.map(({ id }) => id)).toEqual([]);
  });

  it('of exposures, laboratory tests and symptoms', () => {
    const cited = exposureCatalogue.flatMap((exposure) => [
      ...exposure.usual.source,
      ...exposure.effects.flatMap(({ source }) => source ?? []),
    ]);
    expect(unknown(cited)).toEqual([]);
    expect(unknown(symptomDefinitions.flatMap(({ sources }) => sources))).toEqual([]);
    expect(laboratoryTests.length).toBeGreaterThan(10);
  });

  it('of any `source` in the sources of the project', () => {
    const cited: string[] = [];
    for (const directory of ['person', 'simulate', 'population', 'foods', 'rank']) {
      let names: string[];
      try {
        names = readdirSync(new URL(`../../src/${directory}/`, import.meta.url));
      } catch {
        continue;
      }
      for (const name of names.filter((each) => each.endsWith('.ts'))) {
        for (const [, list] of file(`src/${directory}/${name}`).matchAll(
          /\bsources?: (?:\[([^\]]*)\]|('[^']*'))/g,
        ))
          cited.push(...[...(list ?? '').matchAll(/'([^']+)'/g)].flatMap(([, id]) => id ?? []));
      }
    }
    expect(cited.length).toBeGreaterThan(40);
    expect(unknown(cited)).toEqual([]);
  });

  it('of the food table', () => {
    const rows = parse(file('foods/sources.csv'), { columns: true }) as { id: string }[];
    expect(unknown(rows.map(({ id }) => id))).toEqual([]);
  });
});

describe('claims', () => {
  it('never call an association a cause', () => {
    for (const { caution } of associations)
      expect(caution).toContain('does not say that the one causes the other');
  });

  it('speak of no diagnosis and keep to plain words', () => {
    const texts = [...statements.map(({ plain }) => plain), ...userClaims.map(({ plain }) => plain)];
    for (const text of texts) {
      expect(text).not.toMatch(/you have|diagnosed|cures? you/i);
      const sentences = text.split(/[.:;] /);
      for (const sentence of sentences) expect(sentence.split(' ').length, sentence).toBeLessThan(32);
    }
  });

  it('hold a record for the sizes they quote', () => {
    const crohn = associations.find(({ id }) => id === 'crohn-later');
    expect(crohn?.effect.value).toBe(quantityById('HR_CD_LMR')?.value);
    const diabetes = associations.find(({ id }) => id === 'type-2-diabetes-later');
    expect(diabetes?.effect.value).toBe(quantityById('HR_T2D_LPS')?.value);
  });
});

describe('readers', () => {
  it('find a paper by either of its ids', () => {
    expect(findReference('vanuytsel2014')).toBe(findReference('vanuytsel-2014'));
    expect(studiesOfReference('vanuytsel2014').map(({ id }) => id)).toEqual([
      'vanuytsel-2014',
      'vanuytsel2014',
    ]);
    expect(findStudy('turpin-2020')?.population.n).toBe(1420);
  });

  it('keep apart two papers that share an id elsewhere', () => {
    expect(findReference('lewis1997')?.journal).toContain('Scand J Gastroenterol');
    expect(findStudy('lewis1997-butyrate')?.notes).toContain('lewis1997');
  });

  it('format citations', () => {
    const turpin = findReference('turpin-2020');
    expect(turpin && shortCitation(turpin)).toBe('Turpin et al. 2020');
    expect(turpin && formatCitation(turpin)).toMatch(
      /\(2020\)\. Increased .*doi:10\.1053.*\[abstract read\]$/,
    );
    const unsigned = findReference('postprandial-lps-null-2020');
    expect(unsigned && formatCitation(unsigned)).not.toMatch(/^\(|^\. /);
  });

  it('resolve sources and tell what is missing', () => {
    const { references: found, problems } = resolveSources(['vors-2015', 'vors2015', 'nobody-1900']);
    expect(found).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'Z5801', severity: 'warning' }]);
  });

  it('search with typing errors', () => {
    expect(searchEvidence('zonuln').some(({ id }) => id === 'zonulin-test')).toBe(true);
    expect(searchEvidence('indomethacin permeability')[0]?.title).toMatch(/indomethacin/i);
    expect(searchEvidence('qqqqqq')).toEqual([]);
  });
});
