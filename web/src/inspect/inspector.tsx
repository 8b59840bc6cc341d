import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceAge } from '../../../src/evidence/age.ts';
import { pages } from '../app/navigation.ts';
import { startUnit, startValue } from '../curves/chart-data.ts';
import { useUnitText } from '../curves/unit-text.ts';
import { Sheet } from '../design/sheet.tsx';
import { useFormats } from '../i18n/format.ts';
import { addDays, todayDate } from '../record/today.ts';
import { isShare, relativeSeries } from '../series/series-groups.ts';
import { simulationService } from '../simulation/simulation-client.ts';
import { useCourse } from '../simulation/use-course.ts';
import type { Explanation } from './explanation.ts';
import './inspect.css';

const evidencePage = pages.find(({ path }) => path === '/evidence');

/** A quantity opened: plain sentence, value with its band, what drives it now, what it rests on, its sources. */
export function Inspector({
  series,
  day,
  onClose,
}: {
  series: string;
  day: number;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['inspect', 'series']);
  const { course } = useCourse();
  const { number, percent, date } = useFormats();
  const [found, setFound] = useState<Explanation | 'none'>();
  const band = course?.result.series[series];
  // Old evidence says nothing of single values.
  const old = evidenceAge(todayDate()).old && !relativeSeries.has(series);
  const unit = useUnitText(series, old ? startUnit : (band?.unit ?? '1'));
  useEffect(() => {
    let current = true;
    void simulationService()
      .inspect(series, day)
      .then((explanation) => {
        if (current) setFound(explanation ?? 'none');
      });
    return () => {
      current = false;
    };
  }, [series, day]);
  const scale = old && band ? startValue(band) : 1;
  const share = isShare(series) && !old;
  const value = (list: readonly number[]): string =>
    (share ? percent : number)((list[day] ?? Number.NaN) / scale);
  return (
    <Sheet title={t(`series:${series}.name`)} open onClose={onClose}>
      <p>{t(`series:${series}.plain`)}</p>
      {band && course && (
        <p>
          {t('now', {
            date: date(addDays(course.simulation.firstDate, day)),
            middle: value(band.p50),
            halfLow: value(band.p25),
            halfHigh: value(band.p75),
            low: value(band.p10),
            high: value(band.p90),
            unit: share ? `(${unit})` : unit,
          })}
        </p>
      )}
      {found === undefined && (
        <p className="soft" role="status">
          {t('loading')}
        </p>
      )}
      {found === 'none' && <p>{t('none')}</p>}
      {found !== undefined && found !== 'none' && <Behind explanation={found} />}
      {found !== undefined && found !== 'none' && evidencePage && (
        <p>
          <a href={`#/evidence/state/${series}`}>{t('inModel')}</a>
        </p>
      )}
    </Sheet>
  );
}

function Behind({ explanation: { drivers, origins, sources } }: { explanation: Explanation }): ReactNode {
  const { t, i18n } = useTranslation('inspect');
  const { percent } = useFormats();
  const all = origins.measured + origins.fitted + origins.assumed;
  return (
    <>
      <h3>{t('drivers')}</h3>
      {drivers.length === 0 && <p>{t('noDrivers')}</p>}
      <ul className="drivers">
        {drivers.map((driver) => (
          <li key={driver.id}>
            <span aria-hidden="true" className="driver-sign">
              {driver.effect > 0 ? '↑' : '↓'}
            </span>
            <span>
              <span lang="en">{driver.means}</span>{' '}
              <span className="soft small">
                {t(driver.effect > 0 ? 'up' : 'down')}, {t('share', { share: percent(driver.share) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <h3>{t('restsOn')}</h3>
      <p>{t('origins', { all, ...origins })}</p>
      {sources.length === 0 ? (
        <p>{t('noSources')}</p>
      ) : (
        <details className="unsure">
          <summary>{t('sources', { count: sources.length })}</summary>
          <ul className="small" lang="en">
            {sources.map(({ id, citation }) => (
              <li key={id}>
                {evidencePage ? <a href={`#/evidence/reference/${id}`}>{citation}</a> : citation}
              </li>
            ))}
          </ul>
        </details>
      )}
      {i18n.language !== 'en' && <p className="hint">{t('english')}</p>}
    </>
  );
}
