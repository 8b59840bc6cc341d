import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pages } from './navigation.ts';
import { Sign } from './sign.tsx';
import './more-page.css';

export function MorePage(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <h1>{t('page.more')}</h1>
      <ul className="plain-list stack tight">
        {pages
          .filter((page) => !page.always)
          .map((page) => (
            <li key={page.path}>
              <Link to={page.path} className="more-link">
                <Sign id={page.sign} />
                <span>
                  <strong>{t(page.name)}</strong>
                  <span className="soft small">{t(`${page.name}About`)}</span>
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </div>
  );
}
