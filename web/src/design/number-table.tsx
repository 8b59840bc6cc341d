import type { ReactNode } from 'react';
import { Cell, Row, RowHead, WideTable } from './wide-table.tsx';

export interface NumberRow {
  readonly id: string;
  readonly title: ReactNode;
  /** Numbers in words of the page's language, one for each column but the first. */
  readonly cells: readonly string[];
}

/** What a chart shows, as numbers: one named row each. */
export function NumberTable({
  label,
  head,
  rows,
}: {
  label: string;
  /** Title of the names, then of each column of numbers. */
  head: readonly string[];
  rows: readonly NumberRow[];
}): ReactNode {
  return (
    <WideTable label={label} head={head} numbersFrom={1}>
      {rows.map(({ id, title, cells }) => (
        <Row key={id}>
          <RowHead>{title}</RowHead>
          {cells.map((cell, column) => (
            <Cell key={head[column + 1]} className="number">
              {cell}
            </Cell>
          ))}
        </Row>
      ))}
    </WideTable>
  );
}
