import type { ReactNode } from 'react';
import type { GuildId } from '../scene/snapshot.ts';

/** Each guild has its own shape as well as its colour. Drawn around 0,0 in the picture's own units. */
export function GuildMark({ guild }: { guild: GuildId }): ReactNode {
  const fill = `var(--guild-${guild})`;
  switch (guild) {
    case 'bac':
      return <rect x={-9} y={-4} width={18} height={8} rx={4} fill={fill} />;
    case 'fir':
      return (
        <g fill={fill}>
          <circle cx={-5} r={5} />
          <circle cx={5} r={5} />
        </g>
      );
    case 'bif':
      return (
        <path d="M0 9V0M0 0L-7 -7M0 0L7 -7" stroke={fill} strokeWidth={5} strokeLinecap="round" fill="none" />
      );
    case 'muc':
      return <ellipse rx={7} ry={5} fill={fill} stroke="var(--ink)" strokeWidth={1} strokeDasharray="2 2" />;
    case 'ent':
      return <path d="M-9 5L0 -8L9 5Z" fill={fill} />;
  }
}
