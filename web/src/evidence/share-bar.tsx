import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shares } from '../../../src/describe/shares.ts';
import { useFormats } from '../i18n/format.ts';

const kinds = ['measured', 'fitted', 'assumed'] as const;

/** Three shares of one whole, as a bar and in words. */
export function ShareBar({ label, shares }: { label: string; shares: Shares }): ReactNode {
  const { t } = useTranslation('evidence');
  const { percent } = useFormats();
  let from = 0;
  return (
    <figure className="share-bar">
      <figcaption>{label}</figcaption>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        {kinds.map((kind) => {
          const x = from;
          from += 100 * shares[kind];
          return (
            <rect
              key={kind}
              className={kind}
              x={x}
              y={0}
              width={Math.max(0, 100 * shares[kind])}
              height={8}
            />
          );
        })}
      </svg>
      <ul className="plain-list row small">
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={`swatch ${kind}`} aria-hidden="true" />
            {t(`origin.${kind}`)} <strong>{percent(shares[kind])}</strong>
          </li>
        ))}
      </ul>
    </figure>
  );
}
