import { type ReactNode, useEffect, useRef, useState } from 'react';

/** A table that scrolls sideways where it is too wide; the keyboard can then scroll it too. */
export function WideTable({
  label,
  head,
  numbersFrom = head.length,
  children,
}: {
  label: string;
  head: readonly string[];
  /** Columns from this one on, counted from 0, hold numbers. */
  numbersFrom?: number;
  children: ReactNode;
}): ReactNode {
  const place = useRef<HTMLElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const watcher = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return (
    <figure ref={place} className="scroll-x" aria-label={label} {...(wide ? { tabIndex: 0 } : {})}>
      <table>
        <thead>
          <tr>
            {head.map((title, column) => (
              <th key={title} scope="col" {...(column >= numbersFrom ? { className: 'number' } : {})}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </figure>
  );
}
