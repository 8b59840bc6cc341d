import type { ReactNode } from 'react';
import { shortCitation } from '../../../src/evidence/citation.ts';
import { findReference } from '../../../src/evidence/registry.ts';
import { EvidenceLink } from './evidence-link.tsx';

/** Short citations that open their references: "Turpin et al. 2020, ..." */
export function SourceLinks({ ids }: { ids: readonly string[] }): ReactNode {
  return (
    <span lang="en">
      {ids.map((id, index) => {
        const reference = findReference(id);
        return (
          <span key={id}>
            {index > 0 && ', '}
            {reference ? (
              <EvidenceLink kind="reference" id={reference.id}>
                {shortCitation(reference)}
              </EvidenceLink>
            ) : (
              id
            )}
          </span>
        );
      })}
    </span>
  );
}
