import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { savePng, saveText, svgText } from './save-picture.ts';

/** What stands under every chart: curve or table, and the same as a file. */
export function ChartTools({
  fileName,
  csv,
  caption,
  drawing,
  table,
  onTable,
  children,
}: {
  /** Without its ending. */
  fileName: string;
  csv: () => string;
  caption: readonly [title: string, unit: string];
  /** Holds the drawn SVG while the curve is shown. */
  drawing: RefObject<HTMLDivElement | null>;
  table: boolean;
  onTable: (table: boolean) => void;
  /** Goes first. */
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation('curves');
  const withDrawing = (save: (svg: SVGSVGElement) => void) => (): void => {
    const svg = drawing.current?.querySelector('svg');
    if (svg) save(svg);
  };
  return (
    <div className="row chart-tools no-print">
      {children}
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
}
