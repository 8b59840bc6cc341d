import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The registry is large: it is fetched when somebody opens it. */
const StudyList = lazy(async () => ({ default: (await import('./study-list.tsx')).StudyList }));

/** What stands behind a page, closed until it is asked for. */
export function StudiesBehind({ ids }: { ids: readonly string[] }): ReactNode {
  const { t } = useTranslation('learn');
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('studies')}</summary>
      {open && (
        <Suspense fallback={<p className="soft">{t('study.loading')}</p>}>
          <StudyList ids={ids} />
        </Suspense>
      )}
    </details>
  );
}
