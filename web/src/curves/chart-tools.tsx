import { memo, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { savePng, saveText, svgText } from './save-picture.ts';

/** What stands under every chart: curve or table, and the same as a file. Buttons stay when bands change. */
export const ChartTools = memo(function ChartTools({
  fileName,
  csv,
  title,
  unit,
  drawing,
  table,
  onTable,
  onOpen,
}: {
  /** Without its ending. */
  fileName: string;
  csv: () => string;
  /** What is written above the picture when it is saved. */
  title: string;
  unit: string;
  /** Holds the drawn SVG while the curve is shown. */
  drawing: RefObject<HTMLDivElement | null>;
  table: boolean;
  onTable: (table: boolean) => void;
  /** Opens what stands behind the chart; undefined: nothing does. */
  onOpen?: () => void;
}): ReactNode {
  const { t } = useTranslation(['curves', 'inspect']);
  const caption = [title, unit] as const;
  const withDrawing = (save: (svg: SVGSVGElement) => void) => (): void => {
    const svg = drawing.current?.querySelector('svg');
    if (svg) save(svg);
  };
  return (
    <div className="row chart-tools no-print">
      {onOpen && (
        <Button small look="quiet" onPress={onOpen}>
          {t('inspect:open')}
        </Button>
      )}
      <Button small look="quiet" onPress={() => onTable(!table)}>
        {table ? t('showCurve') : t('showTable')}
      </Button>
      <Button small look="quiet" onPress={() => saveText(csv(), `${fileName}.csv`, 'text/csv')}>
        {'CSV'}
      </Button>
      {!table && (
        <>
          <Button
            small
            look="quiet"
            onPress={withDrawing((svg) =>
              saveText(svgText(svg, caption), `${fileName}.svg`, 'image/svg+xml'),
            )}
          >
            {'SVG'}
          </Button>
          <Button
            small
            look="quiet"
            onPress={withDrawing((svg) => void savePng(svg, `${fileName}.png`, caption))}
          >
            {'PNG'}
          </Button>
        </>
      )}
    </div>
  );
});
