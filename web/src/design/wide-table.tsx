import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

/** Pixels. A table that needs more than it has is stacked in less room than this, and scrolls in more. */
const stackedBelow = 640;

/** How a table lies in its room. */
type Lay = 'fits' | 'scrolls' | 'stacked';

/**
 * A table that may be too wide for its room. On a narrow screen each row then becomes a block, and each cell
 * says its column; on a wide one it scrolls sideways, by keyboard too. Its rows are made of {@link Row},
 * {@link RowHead} and {@link Cell}.
 */
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
  const lay = useLay(place);
  return (
    <figure
      ref={place}
      className={lay === 'stacked' ? 'scroll-x stacked' : 'scroll-x'}
      aria-label={label}
      {...(lay === 'scrolls' ? { tabIndex: 0 } : {})}
    >
      {/* biome-ignore lint/a11y/noRedundantRoles: a table that is laid out as blocks is none to some browsers */}
      <table role="table" style={columnNames(head)}>
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <thead role="rowgroup">
          <Row>
            {head.map((title, column) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their place, and two may share a title
                key={column}
                scope="col"
                // biome-ignore lint/a11y/noRedundantRoles: as above
                role="columnheader"
                {...(column >= numbersFrom ? { className: 'number' } : {})}
              >
                {title}
              </th>
            ))}
          </Row>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </figure>
  );
}

export function Row({ className, lang, children }: CellProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a row that is laid out as a block is none to some browsers
    <tr role="row" className={className} lang={lang}>
      {children}
    </tr>
  );
}

/** Names its row. */
export function RowHead({ className, lang, children }: CellProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a cell that is laid out as a block is none to some browsers
    <th scope="row" role="rowheader" className={className} lang={lang}>
      {children}
    </th>
  );
}

export function Cell({ className, lang, children }: CellProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a cell that is laid out as a block is none to some browsers
    <td role="cell" className={className} lang={lang}>
      <div>{children}</div>
    </td>
  );
}

interface CellProps {
  className?: string | undefined;
  lang?: string | undefined;
  children?: ReactNode;
}

/** The style sheet writes these before the cells of a stacked table. */
function columnNames(head: readonly string[]): Record<`--column-${number}`, string> {
  return Object.fromEntries(head.map((title, column) => [`--column-${column + 1}`, JSON.stringify(title)]));
}

function useLay(place: { readonly current: HTMLElement | null }): Lay {
  const [lay, setLay] = useState<Lay>('fits');
  const latest = useRef<Lay>('fits');
  /** Pixels that the table needs; measured before it is stacked. */
  const needed = useRef(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = (): void => {
      const { scrollWidth, clientWidth } = element;
      // A stacked table does not show its width, and one that is not on show has none.
      if (latest.current !== 'stacked') needed.current = scrollWidth;
      latest.current =
        needed.current <= clientWidth ? 'fits' : clientWidth < stackedBelow ? 'stacked' : 'scrolls';
      setLay(latest.current);
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [place]);
  return lay;
}
