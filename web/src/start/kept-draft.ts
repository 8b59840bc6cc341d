import { type Draft, emptyDraft } from './draft.ts';

const key = 'zonula.draft';

/** The answers so far survive a reload of the page, in this tab only. */
export function readDraft(): Draft {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? emptyDraft : { ...emptyDraft, ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    // Closed storage or an unreadable draft: begin anew.
    return emptyDraft;
  }
}

export function keepDraft(draft: Draft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Closed storage: the answers live in the page until it is closed.
  }
}
