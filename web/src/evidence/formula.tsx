import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Mathematics as MathML, which browsers draw and screen readers read. The page's security policy forbids the
 * styles that KaTeX's HTML needs.
 */
export function Formula({ latex }: { latex: string }): ReactNode {
  const { t } = useTranslation('evidence');
  const place = useRef<HTMLElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    let current = true;
    void import('katex').then(({ default: katex }) => {
      const element = place.current;
      if (!current || element === null) return;
      katex.render(latex, element, { output: 'mathml', displayMode: true, throwOnError: false });
      setWide(element.scrollWidth > element.clientWidth);
    });
    return () => {
      current = false;
    };
  }, [latex]);
  // Only what scrolls takes the focus, so that the keyboard can scroll it.
  return (
    <figure ref={place} className="formula" aria-label={t('formula')} {...(wide ? { tabIndex: 0 } : {})} />
  );
}
