import type { PersonFacts } from './facts.ts';
import type { EvaluatedChange } from './result.ts';
import { inSentence } from './why.ts';
import type { Language } from './wording.ts';

/** One sentence that is true for this person. */
export function headlineOf(
  changes: readonly EvaluatedChange[],
  facts: PersonFacts,
  language: Language,
): string {
  const es = language === 'es';
  const [first] = changes.filter(({ score }) => score.value > 0);
  const healthy = facts.complaints.length === 0 && (facts.file.person.conditions ?? []).length === 0;
  if (!first)
    return healthy
      ? es
        ? 'Nada de esto te ayudaría de forma que se note: lo que comes y haces ya le va bien a tu intestino. Sigue así.'
        : 'Nothing here would help you in a way that shows: what you eat and do already suits your gut. Carry on.'
      : es
        ? 'Nada de esto se distingue de no hacer nada, según lo que se sabe hoy.'
        : 'Nothing here can be told from doing nothing, by what is known today.';
  const group = first.score.by === undefined ? undefined : first.outcomes[first.score.by]?.group;
  if (group === 'bacteria')
    return es
      ? `Tu revestimiento no cambiaría de forma medible; lo que más movería tus bacterias: ${inSentence(first.title)}.`
      : `Your lining would not change measurably; what would move your bacteria most: ${inSentence(first.title)}.`;
  return es
    ? `Lo que más probablemente se notaría: ${inSentence(first.title)}.`
    : `Most likely to make a difference: ${inSentence(first.title)}.`;
}
