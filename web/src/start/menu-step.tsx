import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuCards } from './menu-cards.tsx';
import type { StepProps } from './who-step.tsx';

export function MenuStep({ draft, change }: StepProps): ReactNode {
  const { t } = useTranslation('start');
  return (
    <>
      <h1>{t('menu.title')}</h1>
      <p className="soft">{t('menu.closest')}</p>
      <MenuCards label={t('menu.title')} value={draft.menu} onChange={(menu) => change({ menu })} />
    </>
  );
}
