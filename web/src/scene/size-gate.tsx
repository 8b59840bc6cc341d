import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.ts';
import { twoDigits } from './overlay.tsx';
import type { LiningSnapshot } from './snapshot.ts';

/** What knocks at the lining, smallest first, and the smallest way that lets it in. */
const visitors = [
  { id: 'mannitol', way: 'pore', radius: 2.5 },
  { id: 'lactulose', way: 'leak', radius: 4 },
  { id: 'food', way: 'leak', radius: 6 },
  { id: 'endotoxin', way: 'leak', radius: 8 },
  { id: 'bacterium', way: 'wound', radius: 12 },
] as const;
type Visitor = (typeof visitors)[number];

/** Half the width of each way in the drawing. */
const halfWidth = { pore: 3, leak: 9, wound: 22 } as const;

/** The gate between the cells by size: who gets through where, and how easily now. */
export function SizeGate({ snapshot }: { snapshot: LiningSnapshot }): ReactNode {
  const { t } = useTranslation('scene');
  const { number, percent } = useFormats();
  const short = {
    pore: t('gate.timesShort', { times: number(twoDigits(snapshot.smallPermeability)) }),
    leak: t('gate.timesShort', { times: number(twoDigits(snapshot.largePermeability)) }),
    wound: percent(snapshot.lesionShare),
  } as const;
  const now = {
    pore: t('gate.times', { times: number(twoDigits(snapshot.smallPermeability)) }),
    leak: t('gate.times', { times: number(twoDigits(snapshot.largePermeability)) }),
    wound: t('gate.bare', { share: percent(snapshot.lesionShare) }),
  } as const;
  return (
    <figure className="size-gate">
      <figcaption className="label">{t('gate.title')}</figcaption>
      <ol className="plain-list gate-row">
        {visitors.map((visitor) => (
          <li key={visitor.id}>
            <Way visitor={visitor} />
            <strong>{t(`gate.short.${visitor.id}`)}</strong>
            <span>{t(`gate.way.${visitor.way}`)}</span>
            <span className="gate-now">{short[visitor.way]}</span>
          </li>
        ))}
      </ol>
      <details className="unsure">
        <summary>{t('gate.more')}</summary>
        <ul className="plain-list stack tight">
          {visitors.map(({ id, way }) => (
            <li key={id}>
              <strong>{t(`gate.${id}`)}</strong> {t(`gate.${way}`)} <span className="soft">{now[way]}</span>
            </li>
          ))}
        </ul>
        <p className="hint">{t('gate.notToScale')}</p>
      </details>
    </figure>
  );
}

/** Two cells with a way between them, and somebody on it. */
function Way({ visitor: { way, radius } }: { visitor: Visitor }): ReactNode {
  const half = halfWidth[way];
  return (
    <svg viewBox="0 0 100 118" aria-hidden="true">
      <rect y={52} width={100} height={66} className="gate-tissue" />
      <rect x={-20} y={40} width={70 - half} height={54} rx={8} className="gate-cell" />
      <rect x={50 + half} y={40} width={70 - half} height={54} rx={8} className="gate-cell" />
      {way === 'wound' ? (
        <rect x={50 - half} y={88} width={2 * half} height={6} className="gate-floor" />
      ) : (
        <rect x={50 - half} y={40} width={2 * half} height={54} rx={3} className={`gate-${way}`} />
      )}
      <path d="M50 30V106M45 100L50 108L55 100" className="gate-path" />
      {way === 'wound' ? (
        <rect x={36} y={8} width={28} height={15} rx={7.5} className="gate-visitor" />
      ) : (
        <circle cx={50} cy={16} r={radius} className="gate-visitor" />
      )}
    </svg>
  );
}
