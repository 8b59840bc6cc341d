import { type ReactNode, useId, useMemo } from 'react';
import { type LiningLayout, layoutLining, pictureHeight, pictureWidth } from '../scene/layout.ts';
import type { LiningSnapshot } from '../scene/snapshot.ts';
import { GuildMark } from './guild-mark.tsx';
import './lining-drawing.css';

/** A still (or gently drifting) cross-section of the lining, drawn from one moment of the run. */
export function LiningDrawing({
  snapshot,
  title,
  description,
  moving = false,
}: {
  snapshot: LiningSnapshot;
  title: string;
  description?: string;
  moving?: boolean;
}): ReactNode {
  const titleId = useId();
  const descriptionId = useId();
  const layout = useMemo(() => layoutLining(snapshot), [snapshot]);
  return (
    <svg
      className={moving ? 'lining moving' : 'lining'}
      viewBox={`0 0 ${pictureWidth} ${pictureHeight}`}
      role="img"
      aria-labelledby={titleId}
      {...(description ? { 'aria-describedby': descriptionId } : {})}
    >
      <title id={titleId}>{title}</title>
      {description && <desc id={descriptionId}>{description}</desc>}
      <rect width={pictureWidth} height={pictureHeight} fill="var(--lumen)" />
      <Mucus layout={layout} />
      <Tissue layout={layout} />
      <Cells layout={layout} />
      <Gaps layout={layout} />
      <Bacteria layout={layout} />
      <Ruler layout={layout} />
    </svg>
  );
}

interface Part {
  readonly layout: LiningLayout;
}

function Mucus({ layout: { looseTop, innerTop, epitheliumBottom } }: Part): ReactNode {
  return (
    <>
      {looseTop !== undefined && (
        <rect
          y={looseTop}
          width={pictureWidth}
          height={epitheliumBottom - looseTop}
          fill="var(--mucus-loose)"
        />
      )}
      {innerTop !== undefined && (
        <rect
          y={innerTop}
          width={pictureWidth}
          height={epitheliumBottom - innerTop}
          fill="var(--mucus-inner)"
        />
      )}
    </>
  );
}

function Tissue({ layout: { epitheliumBottom, immuneCells } }: Part): ReactNode {
  return (
    <>
      <rect
        y={epitheliumBottom}
        width={pictureWidth}
        height={pictureHeight - epitheliumBottom}
        fill="var(--tissue)"
      />
      <rect
        y={pictureHeight - 52}
        width={pictureWidth}
        height={30}
        rx={15}
        fill="var(--vessel)"
        opacity={0.55}
      />
      {immuneCells.map((cell) => (
        <circle
          key={`${cell.kind}-${cell.x}-${cell.y}`}
          cx={cell.x}
          cy={cell.y}
          r={cell.kind === 'macrophage' ? 11 : 7}
          fill="var(--paper-raised)"
          stroke="var(--ink-soft)"
          strokeWidth={2}
          strokeDasharray={cell.kind === 'macrophage' ? '5 3' : undefined}
        />
      ))}
    </>
  );
}

function Cells({ layout: { cells, epitheliumBottom } }: Part): ReactNode {
  return (
    <g stroke="var(--cell-edge)" strokeWidth={2}>
      {cells.map((cell) =>
        cell.lost ? null : (
          <g key={cell.x}>
            <rect
              x={cell.x + 1.5}
              y={cell.top}
              width={cell.width - 3}
              height={epitheliumBottom - cell.top}
              rx={8}
              fill="var(--cell)"
            />
            <ellipse
              cx={cell.x + cell.width / 2}
              cy={epitheliumBottom - 20}
              rx={10}
              ry={8}
              fill="var(--cell-edge)"
              stroke="none"
              opacity={0.55}
            />
          </g>
        ),
      )}
    </g>
  );
}

function Gaps({ layout: { gaps, epitheliumBottom } }: Part): ReactNode {
  return (
    <g>
      {gaps.map((gap) =>
        gap.kind === 'closed' || gap.kind === 'wound' ? null : (
          <rect
            key={gap.x}
            x={gap.x - gap.width / 2}
            y={gap.top - 4}
            width={gap.width}
            height={epitheliumBottom - gap.top + 4}
            rx={gap.width / 2}
            fill={gap.kind === 'leak' ? 'var(--guild-ent)' : 'var(--mucus-inner)'}
          />
        ),
      )}
    </g>
  );
}

function Bacteria({ layout: { particles } }: Part): ReactNode {
  return (
    <g className="bacteria">
      {particles.map((particle) => (
        <g
          key={`${particle.part}-${particle.x}`}
          transform={`translate(${particle.x} ${particle.y}) rotate(${particle.turn})`}
        >
          <g className={`drift drift-${Math.round(particle.turn) % 3}`}>
            <GuildMark guild={particle.part} />
          </g>
        </g>
      ))}
    </g>
  );
}

/** Micrometres beside the mucus, because it is drawn to scale. */
function Ruler({ layout: { epitheliumTop, umPerUnit } }: Part): ReactNode {
  const marks = [0, 100, 200, 300, 400];
  return (
    <g className="ruler">
      {marks.map((um) => {
        const y = epitheliumTop - um / umPerUnit;
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
      <path d={`M${pictureWidth - 2} ${epitheliumTop - 400 / umPerUnit}V${epitheliumTop}`} />
    </g>
  );
}
