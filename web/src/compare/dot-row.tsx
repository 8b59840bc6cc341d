import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** "12 of 20 possible yous" as dots. */
export function DotRow({ filled, all, colour }: { filled: number; all: number; colour: string }): ReactNode {
  const { t } = useTranslation('compare');
  const perRow = 10;
  const rows = Math.ceil(all / perRow);
  return (
    <svg
      className="dots"
      viewBox={`0 0 ${perRow * 10} ${rows * 10}`}
      role="img"
      aria-label={t('dots', { filled, all })}
    >
      {Array.from({ length: all }, (_, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity but their place
          key={index}
          cx={(index % perRow) * 10 + 5}
          cy={Math.floor(index / perRow) * 10 + 5}
          r={3.6}
          fill={index < filled ? colour : 'none'}
          stroke={colour}
          strokeWidth={1.2}
        />
      ))}
    </svg>
  );
}
