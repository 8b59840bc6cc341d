import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type LiningLayout,
  liverLeft,
  liverWidth,
  pictureHeight,
  pictureWidth,
  vesselMiddle,
} from './layout.ts';

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
  return (
    <svg
      className="scene-overlay"
      viewBox={`0 0 ${pictureWidth} ${pictureHeight}`}
      aria-hidden="true"
      focusable="false"
    >
      {ghost && <Ghost layout={ghost} />}
      <g className="scene-ruler">
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
    </svg>
  );
}

/** Dashed lines where layers and cells would end without the change. */
function Ghost({ layout: { looseTop, innerTop, cells } }: { layout: LiningLayout }): ReactNode {
  const surface = cells.map(({ x, width, top }) => `${x + width / 2} ${top}`).join('L');
  return (
    <g className="scene-ghost">
      {[looseTop, innerTop].map(
        (top) => top !== undefined && <path key={top} d={`M0 ${top}H${pictureWidth}`} />,
      )}
      <path d={`M${surface}`} />
    </g>
  );
}
