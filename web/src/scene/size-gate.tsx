import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.ts';
import type { LiningSnapshot } from './snapshot.ts';

/** What knocks at the lining, smallest first, and which way it can take. */
const visitors = [
  { id: 'mannitol', way: 'pore', radius: 2 },
  { id: 'lactulose', way: 'leak', radius: 3 },
  { id: 'food', way: 'leak', radius: 5 },
  { id: 'endotoxin', way: 'leak', radius: 7 },
  { id: 'bacterium', way: 'wound', radius: 12 },
] as const;

/** The gate between the cells by size: who gets through where, and how easily now. */
export function SizeGate({ snapshot }: { snapshot: LiningSnapshot }): ReactNode {
  const { t } = useTranslation('scene');
  const { number, percent } = useFormats();
  const now = {
    pore: t('gate.times', { times: number(snapshot.smallPermeability) }),
    leak: t('gate.times', { times: number(snapshot.largePermeability) }),
    wound: t('gate.bare', { share: percent(snapshot.lesionShare) }),
  } as const;
  return (
    <details className="unsure size-gate">
      <summary>{t('gate.title')}</summary>
      <ul className="plain-list">
        {visitors.map(({ id, way, radius }) => (
          <li key={id}>
            <svg viewBox="-14 -14 28 28" aria-hidden="true">
              {way === 'wound' ? (
                <rect x={-13} y={-6} width={26} height={12} rx={6} className={way} />
              ) : (
                <circle r={radius} className={way} />
              )}
            </svg>
            <span>
              <strong>{t(`gate.${id}`)}</strong> {t(`gate.${way}`)}
              <span className="soft small">{now[way]}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="hint">{t('gate.notToScale')}</p>
    </details>
  );
}
