import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceAge } from '../../../src/evidence/age.ts';
import { Button } from '../design/button.tsx';
import { useFormats } from '../i18n/format.ts';
import { Inspector } from '../inspect/inspector.tsx';
import { colourOf, isShare, relativeSeries } from '../series/series-groups.ts';
import { BandTable } from './band-table.tsx';
import { type ChartData, csvOf, relativeToStart, startUnit, startValue } from './chart-data.ts';
import { ChartTools } from './chart-tools.tsx';
import { drawBands } from './draw-bands.ts';
import { useUnitText } from './unit-text.ts';
import './curves.css';

const height = 190;

/** One quantity through time: title, unit, bands, table, downloads. */
export function BandChart({
  data: given,
  today,
  possible: people = [],
  name,
  about,
}: {
  data: ChartData;
  today: string;
  possible?: readonly (readonly number[])[];
  /** For what is no series of the model: its own name and sentence. */
  name?: string;
  about?: string;
}): ReactNode {
  const { t } = useTranslation(['curves', 'series', 'inspect']);
  // Old evidence says nothing of single values. What is told relative to health already, and what is no series of
  // the model, stays.
  const relative = name === undefined && !relativeSeries.has(given.series) && evidenceAge(today).old;
  const data = useMemo(() => (relative ? relativeToStart(given) : given), [given, relative]);
  const possible = useMemo(
    () => (relative ? people.map((values) => values.map((value) => value / startValue(given.you))) : people),
    [people, given, relative],
  );
  const [open, setOpen] = useState(false);
  const [table, setTable] = useState(false);
  const titleId = useId();
  const place = useRef<HTMLDivElement>(null);
  const unit = useUnitText(data.series, data.unit);
  const title = name ?? t(`series:${data.series}.name`);
  const summary = useSummary(data, title);
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <h3 id={titleId}>
          {name === undefined ? (
            <button type="button" className="chart-title" onClick={() => setOpen(true)}>
              {title}
            </button>
          ) : (
            title
          )}
        </h3>
        <p className="soft small">
          {about ?? t(`series:${data.series}.plain`)} {t('unitIs', { unit })}
        </p>
      </figcaption>
      {table ? (
        <BandTable data={data} />
      ) : (
        <div ref={place} role="img" aria-label={summary}>
          <Drawing data={data} today={today} possible={possible} place={place} />
        </div>
      )}
      {data.beyondStudiedFrom !== undefined && <p className="small soft">{t('dashed')}</p>}
      <ChartTools
        fileName={data.series}
        csv={() => csvOf(data)}
        caption={[title, t('unitIs', { unit })]}
        drawing={place}
        table={table}
        onTable={setTable}
      >
        {name === undefined && (
          <Button small look="quiet" onPress={() => setOpen(true)}>
            {t('inspect:open')}
          </Button>
        )}
      </ChartTools>
      {open && (
        <Inspector
          series={data.series}
          day={Math.max(0, data.dates.indexOf(today))}
          onClose={() => setOpen(false)}
        />
      )}
    </figure>
  );
}

function Drawing({
  data,
  today,
  possible,
  place,
}: {
  data: ChartData;
  today: string;
  possible: readonly (readonly number[])[];
  place: React.RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { t } = useTranslation('curves');
  const { number, percent, shortDate } = useFormats();
  const [width, setWidth] = useState(0);
  const share = isShare(data.series) && data.unit !== startUnit;
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (width < 50 || !holder.current) return;
    const drawing = drawBands(data, {
      width,
      height,
      today,
      todayLabel: t('today'),
      number: share ? percent : number,
      day: (date) => shortDate(date.toISOString().slice(0, 10)),
      colour: colourOf(data.series),
      healthy: relativeSeries.has(data.series) ? 1 : undefined,
      possible,
    });
    drawing.setAttribute('aria-hidden', 'true');
    holder.current.replaceChildren(drawing);
  }, [data, width, today, possible, share, percent, number, shortDate, t]);
  return <div ref={holder} className="drawing" />;
}

/** The chart in one sentence, for people who do not see it. */
function useSummary(data: ChartData, name: string): string {
  const { t } = useTranslation('curves');
  const { number } = useFormats();
  const last = data.dates.length - 1;
  const unit = useUnitText(data.series, data.unit);
  const value = (list: readonly number[] | undefined, index: number): string =>
    number(list?.[index] ?? Number.NaN);
  return t(data.without ? 'summaryWithChange' : 'summary', {
    name,
    first: value(data.you.p50, 0),
    last: value(data.you.p50, last),
    low: value(data.you.p10, last),
    high: value(data.you.p90, last),
    without: value(data.without?.p50, last),
    unit,
  });
}
