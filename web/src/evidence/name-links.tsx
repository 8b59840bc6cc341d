import type { ReactNode } from 'react';
import { EvidenceLink } from './evidence-link.tsx';

/** Names of the model that open their pages. */
export function NameLinks({ ids }: { ids: readonly string[] }): ReactNode {
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <EvidenceLink kind="state" id={id}>
        <code>{id}</code>
      </EvidenceLink>
    </span>
  ));
}
