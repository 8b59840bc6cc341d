import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.ts';
import { pathOf } from '../lining/path-of.ts';
import {
  type LiningLayout,
  liverLeft,
  liverWidth,
  pictureHeight,
  pictureWidth,
  vesselMiddle,
} from './layout.ts';

/** Two digits: more would say more than the picture knows. */
export const twoDigits = (rate: number): number => Number(rate.toPrecision(2));

const marksUm = [0, 100, 200, 300, 400];

/** What is written over the moving picture: ruler, the liver's name, and how it would be without the change. */
export function SceneOverlay({
  layout,
  ghost,
}: {
  layout: LiningLayout;
  ghost: LiningLayout | undefined;
}): ReactNode {
  const { t } = useTranslation('scene');
  const { number } = useFormats();
  return (
    <svg
      className="scene-overlay"
      viewBox={`0 0 ${pictureWidth} ${pictureHeight}`}
      aria-hidden="true"
      focusable="false"
    >
      {ghost && <Ghost layout={ghost} />}
      <g className="scene-ruler">
        <path
          d={`M${pictureWidth - 3} ${layout.epitheliumTop - 400 / layout.umPerUnit}V${layout.epitheliumTop}`}
        />
        {marksUm.map((um) => {
          const y = layout.epitheliumTop - um / layout.umPerUnit;
          return (
            <g key={um}>
              <path d={`M${pictureWidth - 26} ${y}h26`} />
              {um % 200 === 0 && (
                <text x={pictureWidth - 32} y={y + 7} textAnchor="end">
                  {um === 400 ? `${um} µm` : um}
                </text>
              )}
            </g>
          );
        })}
      </g>
      <rect
        className="scene-liver-gate"
        x={liverLeft}
        y={vesselMiddle - 30}
        width={liverWidth}
        height={60}
        rx={18}
      />
      <text className="scene-liver" x={liverLeft + liverWidth / 2} y={vesselMiddle + 8} textAnchor="middle">
        {t('liver')}
      </text>
      <g className="scene-rate">
        <circle cx={30} cy={vesselMiddle} r={12} className="glow" />
        <circle cx={30} cy={vesselMiddle} r={7} />
        <text x={52} y={vesselMiddle + 8}>
          {t('anHour', { rate: number(twoDigits(layout.crossingsPerHour)) })}
        </text>
      </g>
    </svg>
  );
}

/** Dashed lines where layers and cells would end without the change. */
function Ghost({ layout: { looseTop, innerTop, surface } }: { layout: LiningLayout }): ReactNode {
  return (
    <g className="scene-ghost">
      {[looseTop, innerTop].map(
        (top) => top !== undefined && <path key={top} d={`M0 ${top}H${pictureWidth}`} />,
      )}
      <path d={pathOf(surface)} />
    </g>
  );
}
