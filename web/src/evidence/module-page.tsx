import { type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';
import { latexName } from '../../../src/codegen/latex.ts';
import type { FlowDescription, ModuleDescription } from '../../../src/describe/model.ts';
import { Cell, Row, WideTable } from '../design/wide-table.tsx';
import { useFormats } from '../i18n/format.ts';
import { EvidenceLink } from './evidence-link.tsx';
import { Formula } from './formula.tsx';
import { InEnglish } from './in-english.tsx';
import { LawView } from './law-view.tsx';
import { readModel } from './model-client.ts';
import { NameLinks } from './name-links.tsx';
import { NamedLaws } from './named-laws.tsx';
import { NotThere } from './not-there.tsx';
import { ParameterTable } from './parameter-table.tsx';
import { SourceLinks } from './source-links.tsx';
import { modelNumber, unitText } from './value-text.ts';

/** One module: what it is about, its states, laws, numbers and sources. */
export function ModulePage({ name }: { name: string }): ReactNode {
  const { t } = useTranslation('evidence');
  const { modules } = use(readModel());
  const module = modules.find((each) => each.name === name);
  if (!module) return <NotThere id={name} />;
  const { title, about, tier, flows, drifts, derived, events, parameters, reads, sources } = module;
  return (
    <>
      <h1 lang="en">{title}</h1>
      <p className="lead" lang="en">
        {about}
      </p>
      <p>
        <span className="grade-mark">{t(`tier.${tier}`)}</span> <code>{name}</code>
      </p>
      <InEnglish />
      <States module={module} />
      {(flows.length > 0 || drifts.length > 0) && <h2>{t('module.changes')}</h2>}
      {flows.map((flow) => (
        <LawView key={flow.id} title={flow.means} left={'\\mathrm{rate}'} law={flow}>
          <Ends flow={flow} />
        </LawView>
      ))}
      {drifts.map((drift) => (
        <LawView
          key={drift.state}
          title={drift.means}
          left={`\\frac{d\\,${latexName(drift.state)}}{dt}`}
          law={drift}
        />
      ))}
      {events.length > 0 && <h2>{t('module.events')}</h2>}
      {events.map((event) => (
        <div key={event.id} className="law stack tight" lang="en">
          <p>
            <strong>{event.means}</strong>
          </p>
          <Formula latex={`${latexName(event.state)} := ${event.latex}`} />
        </div>
      ))}
      {derived.length > 0 && <h2>{t('module.derived')}</h2>}
      {derived.map((each) => (
        <LawView key={each.id} title={each.means} left={latexName(each.id)} law={each} />
      ))}
      {(flows.length > 0 || drifts.length > 0 || derived.length > 0) && <NamedLaws />}
      {parameters.length > 0 && (
        <>
          <h2>{t('module.parameters')}</h2>
          <ParameterTable parameters={parameters} />
        </>
      )}
      {reads.length > 0 && (
        <>
          <h2>{t('module.reads')}</h2>
          <ul className="evidence-list">
            {reads.map(({ module: other, names }) => (
              <li key={other}>
                <span lang="en">
                  <EvidenceLink kind="module" id={other}>
                    {modules.find((each) => each.name === other)?.title ?? other}
                  </EvidenceLink>
                </span>
                {': '}
                <NameLinks ids={names} />
              </li>
            ))}
          </ul>
        </>
      )}
      {sources.length > 0 && (
        <>
          <h2>{t('sources')}</h2>
          <p>
            <SourceLinks ids={sources} />
          </p>
        </>
      )}
    </>
  );
}

function States({ module: { states, inputs } }: { module: ModuleDescription }): ReactNode {
  const { t } = useTranslation('evidence');
  const formats = useFormats();
  const rows = [
    ...states.map((each) => ({ ...each, kind: 'state' as const })),
    ...inputs.map((each) => ({ ...each, kind: 'input' as const })),
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{t('module.states')}</h2>
      <WideTable
        label={t('module.states')}
        head={[
          t('column.name'),
          t('column.meaning'),
          t('column.healthy'),
          t('column.range'),
          t('column.unit'),
        ]}
      >
        {rows.map(({ id, kind, means, value, range: [low, high], unit }) => (
          <Row key={id}>
            <Cell>
              <EvidenceLink kind={kind} id={id}>
                <code>{id}</code>
              </EvidenceLink>
            </Cell>
            <Cell lang="en">{means}</Cell>
            <Cell className="number">{modelNumber(value, formats)}</Cell>
            <Cell>{t('range', { low: modelNumber(low, formats), high: modelNumber(high, formats) })}</Cell>
            <Cell>{unitText(unit)}</Cell>
          </Row>
        ))}
      </WideTable>
    </>
  );
}

/** From where to where a flow goes, with the yields that are not one. */
function Ends({ flow: { from, to } }: { flow: FlowDescription }): ReactNode {
  const { t } = useTranslation('evidence');
  return (
    <p className="small">
      {from === undefined ? t('outside') : <NameLinks ids={[from]} />}
      {' → '}
      {to.length === 0
        ? t('outside')
        : to.map(({ state, yieldLaw }, index) => (
            <span key={state}>
              {index > 0 && ', '}
              <NameLinks ids={[state]} />
              {yieldLaw !== '1' && <span className="soft">{` × ${yieldLaw}`}</span>}
            </span>
          ))}
    </p>
  );
}
