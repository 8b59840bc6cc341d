import { type ReactNode, type RefObject, useCallback, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceAge } from '../../../src/evidence/age.ts';
import { useFormats } from '../i18n/format.ts';
import { Inspector } from '../inspect/inspector.tsx';
import { colourOf, isShare, relativeSeries } from '../series/series-groups.ts';
import { BandTable } from './band-table.tsx';
import { type ChartData, csvOf, relativeToStart, startUnit, startValue } from './chart-data.ts';
import { ChartTools } from './chart-tools.tsx';
import { drawBands } from './draw-bands.ts';
import { useUnitText } from './unit-text.ts';
import { useDrawing, useWidth } from './use-drawing.ts';
import './curves.css';

const height = 190;
const nobody: readonly (readonly number[])[] = [];

/** One quantity through time: title, unit, bands, table, downloads. */
export function BandChart({
  data: given,
  today,
  possible: people = nobody,
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
  const { t } = useTranslation(['curves', 'series']);
  // Old evidence says nothing of single values. What is told relative to health already, and what is no series of
  // the model, stays.
  const relative = name === undefined && !relativeSeries.has(given.series) && evidenceAge(today).old;
  const data = useMemo(() => (relative ? relativeToStart(given) : given), [given, relative]);
  const possible = useMemo(
    () => (relative ? people.map((values) => values.map((value) => value / startValue(given.you))) : people),
    [people, given, relative],
  );
  const [opened, setOpened] = useState(false);
  const open = useCallback(() => setOpened(true), []);
  const [table, setTable] = useState(false);
  const titleId = useId();
  const holder = useRef<HTMLDivElement>(null);
  const newest = useRef(data);
  newest.current = data;
  const csv = useCallback(() => csvOf(newest.current), []);
  const unit = useUnitText(data.series, data.unit);
  const title = name ?? t(`series:${data.series}.name`);
  const summary = useSummary(data, title, unit);
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <h3 id={titleId}>
          {name === undefined ? (
            <button type="button" className="chart-title" onClick={open}>
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
        <div role="img" aria-label={summary}>
          <Drawing data={data} today={today} possible={possible} holder={holder} />
        </div>
      )}
      {data.beyondStudiedFrom !== undefined && <p className="small soft">{t('dashed')}</p>}
      <ChartTools
        fileName={data.series}
        csv={csv}
        title={title}
        unit={t('unitIs', { unit })}
        drawing={holder}
        table={table}
        onTable={setTable}
        {...(name === undefined ? { onOpen: open } : {})}
      />
      {opened && (
        <Inspector
          series={data.series}
          day={Math.max(0, data.dates.indexOf(today))}
          onClose={() => setOpened(false)}
        />
      )}
    </figure>
  );
}

function Drawing({
  data,
  today,
  possible,
  holder,
}: {
  data: ChartData;
  today: string;
  possible: readonly (readonly number[])[];
  holder: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { t } = useTranslation('curves');
  const { number, percent, shortDate } = useFormats();
  const width = useWidth(holder);
  const share = isShare(data.series) && data.unit !== startUnit;
  const todayLabel = t('today');
  const draw = useCallback(() => {
    if (width < 50 || !holder.current) return;
    const drawing = drawBands(data, {
      width,
      height,
      today,
      todayLabel,
      number: share ? percent : number,
      day: (date) => shortDate(date.toISOString().slice(0, 10)),
      colour: colourOf(data.series),
      healthy: relativeSeries.has(data.series) ? 1 : undefined,
      possible,
    });
    drawing.setAttribute('aria-hidden', 'true');
    holder.current.replaceChildren(drawing);
  }, [data, holder, width, today, todayLabel, possible, share, percent, number, shortDate]);
  useDrawing(holder, draw);
  return <div ref={holder} className="drawing" />;
}

/** The chart in one sentence, for people who do not see it. */
function useSummary(data: ChartData, name: string, unit: string): string {
  const { t } = useTranslation('curves');
  const { number } = useFormats();
  const last = data.dates.length - 1;
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
