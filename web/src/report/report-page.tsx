import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { saveText } from '../curves/save-picture.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { rankings } from '../help/ranking-store.ts';
import { ProblemList } from '../simulation/problem-list.tsx';
import { ReportSheets } from './report-sheets.tsx';
import { useReport } from './use-report.ts';
import './report.css';

/** The two pages for a doctor or dietitian, from the ranking made on this device: to read, print or save. */
export function ReportPage(): ReactNode {
  const { t } = useTranslation('report');
  const state = useSyncExternalStore(rankings.subscribe, rankings.snapshot);
  const { text, problems } = useReport(state);
  const { made, stale, progress, ranking } = state;
  return (
    <div className="stack">
      <div className="page-head no-print">
        <h1>{t('title')}</h1>
        <p className="soft">{t('about')}</p>
        {stale && <p className="notice plain">{t('stale')}</p>}
        {ranking && progress && <p className="soft small">{t('running')}</p>}
        {ranking === undefined && <p>{t('none')}</p>}
        <div className="row">
          <ButtonLink to="/help" {...(ranking === undefined ? { look: 'primary' as const } : {})}>
            {ranking === undefined ? t('toHelp') : t('back')}
          </ButtonLink>
          {text && made && (
            <>
              <Button look="primary" onPress={() => print()}>
                {t('print')}
              </Button>
              <Button onPress={() => saveText(text.document, `zonula-report-${made.date}.html`, 'text/html')}>
                {t('save')}
              </Button>
            </>
          )}
        </div>
        <div role="status">
          {ranking && !text && problems.length === 0 && <p className="soft">{t('making')}</p>}
          {problems.length > 0 && (
            <div className="notice">
              <ProblemList problems={problems} />
            </div>
          )}
        </div>
      </div>
      {text && <ReportSheets pages={text.pages} />}
    </div>
  );
}
