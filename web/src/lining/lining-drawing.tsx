import { type ReactNode, useId, useMemo } from 'react';
import {
  type Cell,
  type LiningLayout,
  layoutLining,
  markScale,
  type Point,
  pictureHeight,
  pictureWidth,
  tissueOutline,
  vesselMiddle,
} from '../scene/layout.ts';
import type { LiningSnapshot } from '../scene/snapshot.ts';
import { GuildMark } from './guild-mark.tsx';
import { pathOf } from './path-of.ts';
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

function Mucus({ layout: { looseTop, innerTop, wornMucus } }: Part): ReactNode {
  const layer = (top: number, fill: string, opacity?: number): ReactNode => (
    <rect y={top} width={pictureWidth} height={pictureHeight - top} fill={fill} opacity={opacity} />
  );
  return (
    <>
      {looseTop !== undefined && layer(looseTop, 'var(--mucus-loose)')}
      {innerTop !== undefined && layer(innerTop, 'var(--mucus-inner)')}
      {innerTop !== undefined && wornMucus > 0 && layer(innerTop, 'var(--mucus-worn)', 0.75 * wornMucus)}
    </>
  );
}

function Tissue({ layout }: Part): ReactNode {
  return (
    <>
      <path d={`${pathOf(tissueOutline(layout))}Z`} fill="var(--tissue)" />
      <rect
        x={-20}
        y={vesselMiddle - 15}
        width={pictureWidth + 40}
        height={30}
        rx={15}
        fill="var(--vessel)"
        opacity={0.55}
      />
      {layout.immuneCells.map((cell) => (
        <circle
          key={`${cell.kind}-${cell.x}-${cell.y}`}
          cx={cell.x}
          cy={cell.y}
          r={cell.kind === 'macrophage' ? 10 : 6.5}
          fill="var(--immune)"
          stroke="var(--ink-soft)"
          strokeWidth={2}
          strokeDasharray={cell.kind === 'macrophage' ? '5 3' : undefined}
        />
      ))}
    </>
  );
}

/** A point of a cell: how far from left to right, and how far from the lumen to the tissue, each 0..1. */
function within({ corners: [a, b, c, d] }: Cell, across: number, down: number): Point {
  const mix = (p: Point, q: Point, share: number): Point => ({
    x: p.x + share * (q.x - p.x),
    y: p.y + share * (q.y - p.y),
  });
  return mix(mix(a, b, across), mix(d, c, across), down);
}

/** Bare places show the floor that the cells stood on. */
function Cells({ layout: { cells } }: Part): ReactNode {
  return (
    <g>
      {cells.map((cell) => {
        const { corners, lost, goblet } = cell;
        const outline = `${pathOf(cell.outline)}Z`;
        const [key] = corners;
        const nucleus = within(cell, 0.5, 0.68);
        const mucus = within(cell, 0.5, 0.3);
        return lost ? (
          <path key={`${key.x} ${key.y}`} d={outline} className="bare" />
        ) : (
          <g key={`${key.x} ${key.y}`}>
            <path d={outline} className="cell" />
            {goblet && <circle cx={mucus.x} cy={mucus.y} r={7} className="goblet" />}
            <circle cx={nucleus.x} cy={nucleus.y} r={4.5} className="nucleus" />
          </g>
        );
      })}
    </g>
  );
}

/** Pores are pale and many, leaks dark and few. */
function Gaps({ layout: { gaps } }: Part): ReactNode {
  return (
    <g>
      {gaps.map(({ from, to, width, kind }) =>
        kind === 'pore' || kind === 'leak' ? (
          <path
            key={`${from.x} ${from.y}`}
            d={pathOf([from, to])}
            className={`gap-${kind}`}
            strokeWidth={width}
          />
        ) : null,
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
          transform={`translate(${particle.x} ${particle.y}) rotate(${particle.turn}) scale(${markScale})`}
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
