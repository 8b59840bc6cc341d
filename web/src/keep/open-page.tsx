import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { simulationService } from '../simulation/simulation-client.ts';
import { FileOpener } from './file-opener.tsx';

export function OpenPage(): ReactNode {
  const { t } = useTranslation('keep');
  // The model is compiled while somebody looks for a file.
  useEffect(() => void simulationService().warmUp(), []);
  return (
    <div className="stack">
      <h1>{t('open.title')}</h1>
      <p>{t('open.about')}</p>
      <FileOpener />
    </div>
  );
}
