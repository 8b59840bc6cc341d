import MiniSearch from 'minisearch';
import { shortCitation } from './citation.ts';
import { findReference, quantities, references, studies, userClaims } from './registry.ts';

export interface EvidenceHit {
  readonly kind: 'reference' | 'study' | 'quantity' | 'claim';
  readonly id: string;
  readonly title: string;
  readonly score: number;
}

interface Entry {
  readonly key: string;
  readonly kind: EvidenceHit['kind'];
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

function entries(): Entry[] {
  const list: Entry[] = [];
  const add = (kind: EvidenceHit['kind'], id: string, title: string, text: string): void => {
    list.push({ key: `${kind}:${id}`, kind, id, title, text });
  };
  for (const reference of references) {
    add('reference', reference.id, `${shortCitation(reference)}: ${reference.title}`, reference.journal);
  }
  for (const study of studies) {
    const paper = findReference(study.reference);
    const arms = study.arms.map((arm) => `${arm.name} ${arm.exposure ?? ''}`).join(' ');
    const outcomes = study.outcomes.map((outcome) => outcome.measure).join(' ');
    add(
      'study',
      study.id,
      `${paper === undefined ? study.id : shortCitation(paper)}: ${study.population.description}`,
      `${paper?.title ?? ''} ${study.category ?? ''} ${arms} ${outcomes}`,
    );
  }
  for (const quantity of quantities) add('quantity', quantity.id, quantity.meaning, quantity.context);
  for (const claim of userClaims) add('claim', claim.id, claim.claim, claim.plain);
  return list;
}

let index: MiniSearch<Entry> | undefined;

/** Finds references, studies, quantities and claims by words, forgiving about typing; best first. The index is built at the first search. */
export function searchEvidence(words: string, limit = 20): readonly EvidenceHit[] {
  if (index === undefined) {
    index = new MiniSearch<Entry>({
      idField: 'key',
      fields: ['id', 'title', 'text'],
      storeFields: ['kind', 'id', 'title'],
      searchOptions: { boost: { title: 2, id: 2 }, prefix: true, fuzzy: 0.2 },
    });
    index.addAll(entries());
  }
  return index
    .search(words)
    .slice(0, limit)
    .map((hit) => ({
      kind: hit.kind as EvidenceHit['kind'],
      id: hit.id as string,
      title: hit.title as string,
      score: hit.score,
    }));
}
