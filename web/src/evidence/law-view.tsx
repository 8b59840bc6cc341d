import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LawDescription } from '../../../src/describe/model.ts';
import { Formula } from './formula.tsx';
import { NameLinks } from './name-links.tsx';

/** One law: what happens, as a formula, in words, and the names that stand in it. */
export function LawView({
  title,
  left,
  law,
  children,
}: {
  title: string;
  /** What stands left of the equals sign, in LaTeX. */
  left: string;
  law: LawDescription;
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation('evidence');
  return (
    <div className="law stack tight">
      <p lang="en">
        <strong>{title}</strong>
      </p>
      {children}
      <Formula latex={`${left} = ${law.latex}`} />
      {law.sentences.map((sentence) => (
        <p key={sentence} lang="en">
          {sentence}
        </p>
      ))}
      {law.uses.length > 0 && (
        <p className="small soft">
          {t('uses')} <NameLinks ids={law.uses} />
        </p>
      )}
    </div>
  );
}
