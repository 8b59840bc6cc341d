import { type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';
import { latexName } from '../../../src/codegen/latex.ts';
import type { QuantityExplanation } from '../../../src/describe/index.ts';
import { useFormats } from '../i18n/format.ts';
import { EvidenceLink } from './evidence-link.tsx';
import { GradeMark } from './grade-mark.tsx';
import { InEnglish } from './in-english.tsx';
import { LawView } from './law-view.tsx';
import { readExplanation, readModel } from './model-client.ts';
import { NameLinks } from './name-links.tsx';
import { NamedLaws } from './named-laws.tsx';
import { NotThere } from './not-there.tsx';
import { ParameterTable } from './parameter-table.tsx';
import { SourceLinks } from './source-links.tsx';
import { modelNumber, withUnit } from './value-text.ts';

/** One name of the model: parameter, state, quantity worked out, or input. */
export function NamedPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('evidence');
  const explanation = use(readExplanation(id));
  if (!explanation) return <NotThere id={id} />;
  const { quantity, module, laws, parameters, origins, references, actedOnBy, actsOn } = explanation;
  return (
    <>
      <p className="soft">
        {t(`kind.${quantity.kind}`)} <code>{id}</code>
      </p>
      <h1 lang="en">{quantity.means}</h1>
      <InEnglish />
      <p>
        {t('partOf')}{' '}
        <span lang="en">
          <EvidenceLink kind="module" id={module.name}>
            {module.title}
          </EvidenceLink>
        </span>
      </p>
      <Numbers explanation={explanation} />
      {laws.length > 0 && <h2>{t('named.laws')}</h2>}
      {laws.map((law) => (
        <LawView key={`${law.role} ${law.law}`} title={law.means} left={leftOf(law.role, id)} law={law}>
          <p className="small soft">{t(`role.${law.role}`)}</p>
        </LawView>
      ))}
      {laws.length > 0 && <NamedLaws />}
      {actedOnBy.length > 0 && (
        <>
          <h2>{t('named.actedOnBy')}</h2>
          <p>
            <NameLinks ids={actedOnBy.map((each) => each.id)} />
          </p>
        </>
      )}
      {actsOn.length > 0 && (
        <>
          <h2>{t('named.actsOn')}</h2>
          <p>
            <NameLinks ids={actsOn.map((each) => each.id)} />
          </p>
        </>
      )}
      {parameters.length > 0 && (
        <>
          <h2>{t('named.numbers')}</h2>
          <p>{t('named.origins', origins)}</p>
          <ParameterTable parameters={parameters} />
        </>
      )}
      {references.length > 0 && (
        <>
          <h2>{t('sources')}</h2>
          <p>
            <SourceLinks ids={references.map((each) => each.id)} />
          </p>
        </>
      )}
    </>
  );
}

function leftOf(role: QuantityExplanation['laws'][number]['role'], id: string): string {
  if (role === 'algebra') return latexName(id);
  if (role === 'change') return `\\frac{d\\,${latexName(id)}}{dt}`;
  return '\\mathrm{rate}';
}

/** Value, range, unit, grade and sources, as far as the kind of name has them. */
function Numbers({ explanation: { quantity, module } }: { explanation: QuantityExplanation }): ReactNode {
  const { t } = useTranslation('evidence');
  const formats = useFormats();
  const { modules } = use(readModel());
  const owner = modules.find(({ name }) => name === module.name);
  const parameter = owner?.parameters.find(({ id }) => id === quantity.id);
  const state = owner?.states.find(({ id }) => id === quantity.id);
  const input = owner?.inputs.find(({ id }) => id === quantity.id);
  const given = parameter ?? state ?? input;
  const show = (value: number): string => withUnit(modelNumber(value, formats), quantity.unit);
  if (!given)
    return (
      <dl className="facts">
        <dt>{t('column.unit')}</dt>
        <dd>{quantity.unit === '1' || quantity.unit === 'rel' ? t('noUnit') : quantity.unit}</dd>
      </dl>
    );
  return (
    <dl className="facts">
      <dt>{t(parameter ? 'column.value' : 'column.healthy')}</dt>
      <dd className="value">{show(given.value)}</dd>
      <dt>{t('column.range')}</dt>
      <dd>{t('range', { low: show(given.range[0]), high: show(given.range[1]) })}</dd>
      {parameter && (
        <>
          <dt>{t('column.grade')}</dt>
          <dd>
            <GradeMark grade={parameter.grade} />{' '}
            <span className="small">{t(`gradeAbout.${parameter.grade}`)}</span>
          </dd>
          <dt>{t('column.sources')}</dt>
          <dd>{parameter.sources.length === 0 ? t('noSource') : <SourceLinks ids={parameter.sources} />}</dd>
          {parameter.note !== undefined && (
            <>
              <dt>{t('note')}</dt>
              <dd lang="en">{parameter.note}</dd>
            </>
          )}
        </>
      )}
    </dl>
  );
}
