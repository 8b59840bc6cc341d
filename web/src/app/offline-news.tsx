import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { onNewVersion, switchToNewVersion } from './service-worker.ts';

/** Said only when a newer version has been fetched and waits. */
export function OfflineNews(): ReactNode {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState(false);
  useEffect(() => onNewVersion(() => setWaiting(true)), []);
  if (!waiting) return null;
  return (
    <div className="banner" role="status">
      <div className="notice plain row between">
        <p>{t('newVersion.text')}</p>
        <Button small onPress={switchToNewVersion}>
          {t('newVersion.use')}
        </Button>
      </div>
    </div>
  );
}
