/** docs/evidence.md: what is claimed about the gut barrier, how well it holds, and what the registry is made of. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  associations,
  findReference,
  formatCitation,
  quantities,
  type Reference,
  references,
  shortCitation,
  statements,
  studies,
  userClaims,
} from '../../src/evidence/index.ts';
import { code, page, section, table } from './markdown.ts';

const gradeWords = {
  A: 'several consistent human studies',
  B: 'one good or several small human studies',
  C: 'conflicting',
  D: 'weak or indirect',
  N: 'good human data show no effect',
} as const;

const cite = (ids: readonly string[]): string =>
  ids
    .map((id) => {
      const reference = findReference(id);
      return reference === undefined ? id : `[${shortCitation(reference)}](#${reference.id})`;
    })
    .join('; ');

/** Plan files of a statement's sources: what the model is run against. */
function plansOf(sources: readonly string[]): string[] {
  const ids = new Set(
    sources.flatMap((id) => {
      const reference = findReference(id);
      return reference === undefined ? [id] : [reference.id, ...(reference.aliases ?? [])];
    }),
  );
  const plans = fileURLToPath(new URL('../../validation/plans/', import.meta.url));
  return ['specification', 'studies'].flatMap((folder) =>
    readdirSync(`${plans}${folder}`)
      .sort()
      .flatMap((file) => {
        const name = file.replace(/\.yaml$/, '');
        // The plans of the specification write every id with a hyphen before the year.
        const plain = (text: string): string => text.replace(/-(?=\d{4}$)/, '');
        return [...ids].some((id) => plain(id) === plain(name)) ? [`${folder}/${file}`] : [];
      }),
  );
}

function effectWords({ effect }: (typeof associations)[number]): string {
  if (effect.value === null) return `${effect.measure}: no size given`;
  const range = effect.low === null ? '' : ` (${effect.low} to ${effect.high})`;
  return `${effect.measure} ${effect.value}${effect.unit === '1' ? '' : ` ${effect.unit}`}${range}`;
}

const countBy = <T>(list: readonly T[], key: (item: T) => string): string =>
  [...Map.groupBy(list, key)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, items]) => `${items.length} ${name}`)
    .join(', ');

export function evidencePage(): string {
  const cited = new Set(
    [...statements, ...associations, ...userClaims].flatMap(({ sources }) =>
      sources.flatMap((id) => findReference(id) ?? []),
    ),
  );
  const unclear = references.filter(
    ({ note }) => note !== undefined && /not (checked|shown|read)/i.test(note),
  );
  const twice = references.filter(({ aliases }) => aliases !== undefined);
  const list = (items: Iterable<Reference>, anchors: boolean): string =>
    [...items]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((each) => `- ${anchors ? `<a id="${each.id}"></a>` : `${code(each.id)} `}${formatCitation(each)}`)
      .join('\n');
  return page([
    '# Evidence',
    'Written by `npm run docs` from `evidence/`; do not edit. Every number of the model that is not assumed cites an entry of `evidence/references.json`; a name that does not exist is a compile error. To add one, write it into that file and run `npm run evidence`.',
    section(
      2,
      'What is in the registry',
      [
        `- ${references.length} references: ${countBy(references, ({ kind }) => kind)}. How they were checked: ${countBy(references, ({ verified }) => verified)}.`,
        `- ${studies.length} study records: ${countBy(studies, ({ role }) => role)}. "Negative" means that an exposure or treatment did little; such studies count as much as the others.`,
        `- ${quantities.length} sourced quantities: ${countBy(quantities, ({ verified }) => verified)}.`,
        `- ${twice.length} references are cited by more than one id (the same paper entered twice, or a food table); ${unclear.length} have something about them that was not checked, and say so.`,
        `- Two papers share the id ${code('lewis1997')} elsewhere: here it is the one on stool form; the one on butyrate and transit is ${code('lewis1997-butyrate')}.`,
      ].join('\n'),
    ),
    section(
      2,
      'Grades',
      Object.entries(gradeWords)
        .map(([grade, words]) => `- **${grade}**: ${words}`)
        .join('\n'),
    ),
    section(
      2,
      'Sixteen statements',
      `[What the model gives for each](statements.md), with the command that shows it.\n\n${table(
        ['', 'statement', 'honest answer', 'grade', 'in the model', 'sources'],
        statements.map(({ number, statement, plain, grades, mechanism, sources }) => [
          String(number),
          statement,
          plain,
          grades.map(({ of, grade }) => `${of}: ${grade}`).join('; '),
          mechanism,
          cite(sources),
        ]),
      )}`,
    ),
    section(
      2,
      'Where each statement is put to the test',
      [
        'The model is run against the studies behind a statement; `zonula validate --plan validation/plans` runs all of them and says which rows hold. A statement without a plan is not tested here.',
        statements
          .map(({ number, sources }) => {
            const plans = plansOf(sources);
            return `${number}. ${plans.length === 0 ? 'no plan' : plans.map((file) => `[${file.replace('.yaml', '')}](../validation/plans/${file})`).join(', ')}`;
          })
          .join('\n'),
      ].join('\n\n'),
    ),
    section(
      2,
      'Conditions that go along with it',
      `These are associations. None says that the one causes the other; none is fed back into the model.\n\n${table(
        ['condition', 'marker', 'effect', 'design', 'people', 'sources'],
        associations.map((each) => [
          each.condition,
          each.marker,
          effectWords(each),
          each.design,
          each.people,
          cite(each.sources),
        ]),
      )}`,
    ),
    section(
      2,
      'What people say',
      table(
        ['claim', 'verdict', 'grade', 'why', 'sources'],
        userClaims.map(({ claim, verdict, grade, plain, sources }) => [
          claim,
          verdict,
          grade,
          plain,
          cite(sources),
        ]),
      ),
    ),
    section(2, 'Sources of this page', list(cited, true)),
    section(2, 'References with something unchecked', list(unclear, false)),
  ]);
}
