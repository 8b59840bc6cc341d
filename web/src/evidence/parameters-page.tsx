import { type ReactNode, use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { originOf } from '../../../src/describe/shares.ts';
import { ChooseOne } from '../design/choice.tsx';
import { TextInput } from '../design/field.tsx';
import { InEnglish } from './in-english.tsx';
import { holds } from './list-filter.ts';
import { readModel } from './model-client.ts';
import { useFirst } from './page-of-many.tsx';
import { ParameterTable } from './parameter-table.tsx';

const kinds = ['measured', 'fitted', 'assumed', 'given'] as const;

/** Every number of the model, by where it comes from. */
export function ParametersPage(): ReactNode {
  const { t } = useTranslation('evidence');
  const { modules } = use(readModel());
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>();
  const found = modules
    .flatMap(({ parameters }) => parameters)
    .filter(
      ({ id, means, grade }) =>
        (kind === undefined || (originOf(grade) ?? 'given') === kind) && holds(`${id} ${means}`, words),
    );
  const { shown, more } = useFirst(found);
  return (
    <>
      <h1>{t('list.parameters')}</h1>
      <p>{t('listAbout.parameters')}</p>
      <InEnglish />
      <TextInput label={t('filter')} value={words} onChange={setWords} />
      <ChooseOne
        small
        label={t('column.grade')}
        options={kinds.map((id) => ({ id, label: t(`origin.${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      <p role="status">{t('entries', { count: found.length })}</p>
      <ParameterTable parameters={shown} />
      {more}
    </>
  );
}
