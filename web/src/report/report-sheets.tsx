import { type ReactNode, useEffect, useRef } from 'react';
import { reportStyle } from '../../../src/rank/report-style.ts';

/**
 * The pages in a tree of their own, so that neither their style nor the app's reaches the other.
 *
 * @param pages markup that `reportPages` wrote: all that came from the person is escaped there
 */
export function ReportSheets({ pages }: { pages: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const tree = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    // Written by script, which the security policy allows; a style element in the markup it would not.
    style.replaceSync(reportStyle.replace(/@page[^}]*\}/, ''));
    tree.adoptedStyleSheets = [style];
    tree.innerHTML = pages;
  }, [pages]);
  return <div ref={place} className="report-sheets" />;
}
