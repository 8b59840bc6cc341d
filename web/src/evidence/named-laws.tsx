import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Formula } from './formula.tsx';

/** What the named laws mean, as src/language/laws.ts lowers them. */
const laws = {
  mo: String.raw`\operatorname{mo}(x, K) = \frac{x}{K + x}`,
  hill: String.raw`\operatorname{hill}(x, K, n) = \frac{x^n}{K^n + x^n}`,
  inh: String.raw`\operatorname{inh}(x, K, n) = \frac{1}{1 + (x / K)^n}`,
  relax: String.raw`\operatorname{relax}(a, x, \tau) = \frac{a - x}{\tau}`,
  gate: String.raw`\operatorname{gate}(x, a, w) = \frac{1}{1 + e^{(a - x) / w}}`,
  pos: String.raw`\operatorname{pos}(x, w) = \frac{x + \sqrt{x^2 + w^2}}{2}`,
  bnd: String.raw`\operatorname{bnd}(x) = \frac{x}{\sqrt{1 + x^2 / 16}}`,
  circ: String.raw`\operatorname{circ}(a, h) = 1 + a \cos\frac{2 \pi (t - h)}{24}`,
  qss: String.raw`\operatorname{qss}(s, e, V, K) = \frac{2 s K}{b + \sqrt{b^2 + 4 e s K}},\ b = e K + V - s`,
} as const;

/** How the short names in the equations are to be read; closed until asked for. */
export function NamedLaws(): ReactNode {
  const { t } = useTranslation('evidence');
  return (
    <details>
      <summary>{t('laws.title')}</summary>
      <div className="stack tight">
        {Object.entries(laws).map(([law, latex]) => (
          <div key={law}>
            <p className="small">{t(`laws.${law}`)}</p>
            <Formula latex={latex} />
          </div>
        ))}
      </div>
    </details>
  );
}
