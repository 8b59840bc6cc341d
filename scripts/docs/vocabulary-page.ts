/** docs/vocabulary.md: every public id with its unit. Ids change only with a migration. */
import { coreModules, fullModules } from '../../model/assemblies.ts';
import { foodTable, menus } from '../../src/foods/index.ts';
import { assemble } from '../../src/language/assemble.ts';
import { conditions } from '../../src/person/conditions.ts';
import { exposureCatalogue } from '../../src/person/exposure-catalogue.ts';
import { safetySchema } from '../../src/person/schema.ts';
import { recordedSymptomIds } from '../../src/person/vocabulary.ts';
import { laboratoryTests, unusableTests } from '../../src/simulate/laboratory-tests.ts';
import { publicDerived } from '../../src/simulate/series.ts';
import { symptomDefinitions } from '../../src/simulate/symptom-definitions.ts';
import { code, page, section, table } from './markdown.ts';

const kinds = {
  medicine: 'Medicines',
  supplement: 'Supplements',
  life: 'Ways of life',
  research: 'Research',
} as const;

export function vocabularyPage(): string {
  const coreSystem = assemble(coreModules, { name: 'core' });
  const core = new Set(coreSystem.states.map(({ id }) => id));
  const system = assemble(fullModules, { name: 'full' });
  const byId = ({ states, derived }: Pick<typeof system, 'states' | 'derived'>) =>
    new Map([...states, ...derived].map((each) => [each.id, each] as const));
  const known = byId(system);
  const knownToCore = byId(coreSystem);
  const states = table(
    ['id', 'unit', 'meaning', 'model'],
    system.states.map(({ id, unit, means }) => [code(id), unit, means, core.has(id) ? 'core' : 'full']),
  );
  const series = table(
    ['id', 'unit', 'meaning'],
    publicDerived.flatMap((id) => {
      const inFull = known.get(id);
      const quantity = inFull ?? knownToCore.get(id);
      return quantity
        ? [[code(id), quantity.unit, `${quantity.means}${inFull ? '' : ' (core model only)'}`]]
        : [];
    }),
  );
  const tests = laboratoryTests.map(({ id, title, means, probes, fasting, hours, results, caution }) =>
    [
      `### ${code(id)}: ${title}`,
      `${means} ${probes.length === 0 ? 'One sample' : `Drunk: ${probes.map(code).join(', ')}; urine or breath for ${hours} h`}${fasting ? ', fasting' : ''}.${caution === undefined ? '' : ` ${caution}`}`,
      table(
        ['result', 'unit', 'meaning'],
        results.map(({ id: result, unit, means: what }) => [code(result), unit, what]),
      ),
    ].join('\n\n'),
  );
  const unusable = table(
    ['id', 'kept but not used, because'],
    unusableTests.map(({ id, reason }) => [code(id), reason]),
  );
  const exposures = Object.entries(kinds).map(([kind, title]) =>
    section(
      3,
      title,
      table(
        ['id', 'name', 'units of a dose', 'usual'],
        exposureCatalogue
          .filter((exposure) => exposure.kind === kind)
          .map(({ id, labelEn, unit, units, usual, effects }) => [
            code(id),
            `${labelEn}${effects.length === 0 ? ' (kept, nothing in the model reads it)' : ''}`,
            [...new Set([unit, ...Object.keys(units)])].join(', '),
            `${usual.dose} ${unit}${usual.atHours.length > 1 ? ` ${usual.atHours.length} times a day` : ''}`,
          ]),
      ),
    ),
  );
  const symptoms = table(
    ['id', 'name', 'evidence'],
    [
      ...symptomDefinitions.map(({ id, title, evidence }) => [code(id), title, evidence]),
      ...recordedSymptomIds
        .filter((id) => !symptomDefinitions.some((each) => each.id === id))
        .map((id) => [code(id), 'kept in the diary only', '']),
    ],
  );
  const flags = table(
    ['id', 'question'],
    Object.entries(safetySchema.shape).map(([id, schema]) => [code(id), schema.description ?? '']),
  );
  return page([
    '# Vocabulary',
    'Every id that files, options and results use, with its unit. Written by `npm run docs` from the model and its data; a test fails when it is stale. Ids are public: they change only with a migration of old files.',
    section(2, 'States', states),
    section(2, 'Derived series', series),
    section(2, 'Laboratory tests', [...tests, unusable].join('\n\n')),
    section(2, 'Exposures', exposures.join('\n\n')),
    section(
      2,
      'Conditions',
      table(
        ['id', 'name', 'what it means here'],
        conditions.map(({ id, labelEn, note }) => [code(id), labelEn, note]),
      ),
    ),
    section(2, 'Symptoms', symptoms),
    section(
      2,
      'Safety flags',
      `${flags}\n\nAnswers: yes, no, or unanswered. Unanswered means not asked, never no.`,
    ),
    section(
      2,
      'Day menus',
      table(
        ['id', 'name'],
        menus.map(({ id, titleEn }) => [code(id), titleEn]),
      ),
    ),
    section(
      2,
      'Foods',
      table(
        ['id', 'name'],
        foodTable.map(({ id, name }) => [code(id), name]),
      ),
    ),
  ]);
}
