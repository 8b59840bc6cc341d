import { type ReactNode, type RefObject, useCallback, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompareResult } from '../../../src/simulate/result.ts';
import { ChartTools } from '../curves/chart-tools.tsx';
import { useUnitText } from '../curves/unit-text.ts';
import { useDrawing, useWidth } from '../curves/use-drawing.ts';
import { useFormats } from '../i18n/format.ts';
import { todayDate } from '../record/today.ts';
import { isShare } from '../series/series-groups.ts';
import { drawOverlay } from './draw-overlay.ts';
import { csvOfOverlay, type OverlayData, overlayData } from './overlay-data.ts';
import { OverlayTable } from './overlay-table.tsx';
import '../curves/curves.css';

/** One quantity through time: life as it is with its band, and each plan over it. */
export function OverlayChart({
  result,
  series,
  firstDate,
  titles,
}: {
  result: CompareResult;
  series: string;
  firstDate: string;
  titles: readonly string[];
}): ReactNode {
  const { t } = useTranslation(['compare', 'series', 'curves']);
  const titleId = useId();
  const holder = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState(false);
  const data = useMemo(
    () => overlayData(result, series, firstDate, titles),
    [result, series, firstDate, titles],
  );
  const unit = useUnitText(series, data?.unit ?? '1');
  const summary = useSummary(data);
  const csv = useCallback(() => (data ? csvOfOverlay(data) : ''), [data]);
  if (data === undefined) return null;
  const title = t(`series:${series}.name`);
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <h3 id={titleId}>{title}</h3>
        <p className="soft small">
          {t('lines')} {t('curves:unitIs', { unit })}
        </p>
      </figcaption>
      {table ? (
        <OverlayTable data={data} />
      ) : (
        <div role="img" aria-label={summary}>
          <Drawing data={data} holder={holder} />
        </div>
      )}
      <ChartTools
        fileName={`compare-${series}`}
        csv={csv}
        title={title}
        unit={t('curves:unitIs', { unit })}
        drawing={holder}
        table={table}
        onTable={setTable}
      />
    </figure>
  );
}

function Drawing({
  data,
  holder,
}: {
  data: OverlayData;
  holder: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { number, percent, shortDate } = useFormats();
  const width = useWidth(holder);
  const share = isShare(data.series);
  const draw = useCallback(() => {
    if (width < 50 || !holder.current) return;
    const drawing = drawOverlay(data, todayDate(), width, share ? percent : number, (date) =>
      shortDate(date.toISOString().slice(0, 10)),
    );
    drawing.setAttribute('aria-hidden', 'true');
    holder.current.replaceChildren(drawing);
  }, [data, holder, width, share, number, percent, shortDate]);
  useDrawing(holder, draw);
  return <div ref={holder} className="drawing" />;
}

/** The chart in words, for people who do not see it. */
function useSummary(data: OverlayData | undefined): string {
  const { t } = useTranslation('compare');
  const { number } = useFormats();
  if (data === undefined) return '';
  const last = data.dates.length - 1;
  const end = (what: string, values: readonly number[]): string =>
    t('endsAt', { what, value: number(values[last] ?? Number.NaN) });
  return [end(t('asItIs'), data.asItIs.p50), ...data.plans.map(({ title, line }) => end(title, line))].join(
    ' ',
  );
}
