import { type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';
import { EvidenceLink } from './evidence-link.tsx';
import { InEnglish } from './in-english.tsx';
import { readModel } from './model-client.ts';

/** All modules, in the order in which matter passes them. */
export function ModulesPage(): ReactNode {
  const { t } = useTranslation('evidence');
  const { modules, hash } = use(readModel());
  const count = (pick: (module: (typeof modules)[number]) => number): number =>
    modules.reduce((sum, module) => sum + pick(module), 0);
  return (
    <>
      <h1>{t('list.modules')}</h1>
      <p>
        {t('modules.about', {
          modules: modules.length,
          states: count(({ states }) => states.length),
          parameters: count(({ parameters }) => parameters.length),
        })}
      </p>
      <p className="small soft">
        {t('modules.hash')} <code>{hash.slice(0, 12)}</code>
      </p>
      <InEnglish />
      <ul className="evidence-list">
        {modules.map(({ name, title, about, tier }) => (
          <li key={name}>
            <span lang="en">
              <EvidenceLink kind="module" id={name}>
                {title}
              </EvidenceLink>
            </span>{' '}
            <span className="grade-mark">{t(`tier.${tier}`)}</span>
            <p className="small" lang="en">
              {about}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
