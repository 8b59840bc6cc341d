import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompareResult } from '../../../src/simulate/result.ts';
import { savePng, saveText, svgText } from '../curves/save-picture.ts';
import { useUnitText } from '../curves/unit-text.ts';
import { Button } from '../design/button.tsx';
import { useFormats } from '../i18n/format.ts';
import { todayDate } from '../record/today.ts';
import { isShare } from '../series/series-groups.ts';
import { drawOverlay } from './draw-overlay.ts';
import '../curves/curves.css';

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
  const { number, percent, shortDate } = useFormats();
  const titleId = useId();
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const share = isShare(series);
  const unit = useUnitText(series, result.withoutChange.series[series]?.unit ?? '1');
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (width < 50 || !holder.current) return;
    const drawing = drawOverlay(
      result,
      series,
      firstDate,
      todayDate(),
      width,
      share ? percent : number,
      (date) => shortDate(date.toISOString().slice(0, 10)),
    );
    drawing.setAttribute('aria-hidden', 'true');
    holder.current.replaceChildren(drawing);
  }, [result, series, firstDate, width, share, number, percent, shortDate]);
  const last = result.timeDays.length - 1;
  const summary = [
    t('endsAt', {
      what: t('asItIs'),
      value: number(result.withoutChange.series[series]?.p50[last] ?? Number.NaN),
    }),
    ...result.plans.map((plan, index) =>
      t('endsAt', {
        what: titles[index] ?? plan.plan,
        value: number(plan.series[series]?.p50[last] ?? Number.NaN),
      }),
    ),
  ].join(' ');
  const picture = (): SVGSVGElement | null => holder.current?.querySelector('svg') ?? null;
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <h3 id={titleId}>{t(`series:${series}.name`)}</h3>
        <p className="soft small">{t('curves:unitIs', { unit })}</p>
      </figcaption>
      <div role="img" aria-label={summary}>
        <div ref={holder} className="drawing" />
      </div>
      <div className="row chart-tools no-print">
        <Button
          small
          look="quiet"
          onPress={() => {
            const svg = picture();
            if (svg) saveText(svgText(svg), `compare-${series}.svg`, 'image/svg+xml');
          }}
        >
          {'SVG'}
        </Button>
        <Button
          small
          look="quiet"
          onPress={() => {
            const svg = picture();
            if (svg) void savePng(svg, `compare-${series}.png`);
          }}
        >
          {'PNG'}
        </Button>
      </div>
    </figure>
  );
}
