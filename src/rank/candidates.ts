import type { FoodKnowledge, NormalisedPlan } from '../person/index.ts';
import { catalogue } from './catalogue/index.ts';
import type { CatalogueChange } from './catalogue-shape.ts';
import type { PersonFacts } from './facts.ts';
import { planFor } from './plan.ts';
import type { Ranking } from './result.ts';
import { holds } from './rules.ts';
import { type SafetyNote, safetyOf } from './safety.ts';
import { trialRelief } from './trials.ts';
import type { Language } from './wording.ts';

/** A change that can be looked at for this person. */
export interface Candidate {
  readonly change: CatalogueChange;
  readonly plan: NormalisedPlan;
  readonly cautions: readonly SafetyNote[];
}

export interface SortedCatalogue {
  /** Act on the simulated gut. */
  readonly modelled: readonly Candidate[];
  /** Have a size from trials for people like this one, and nothing to simulate. */
  readonly fromTrials: readonly Candidate[];
  readonly notForYou: Ranking['notForYou'];
  readonly notRelevant: Ranking['notRelevant'];
  readonly notModelled: Ranking['notModelled'];
}

/** Goes through the catalogue for one person: what can be tried, what not, and why not. */
export function sortCatalogue(
  facts: PersonFacts,
  knowledge: FoodKnowledge,
  language: Language,
): SortedCatalogue {
  const modelled: Candidate[] = [];
  const fromTrials: Candidate[] = [];
  const notForYou: Ranking['notForYou'][number][] = [];
  const notRelevant: Ranking['notRelevant'][number][] = [];
  const notModelled: Ranking['notModelled'][number][] = [];
  for (const change of catalogue) {
    const { id } = change;
    const title = change.title[language];
    const plan = planFor(change, facts);
    const { stop, cautions } = safetyOf(change, plan, facts, knowledge, language);
    if (stop) {
      notForYou.push({ id, title, rule: stop.rule, says: stop.says, sources: stop.sources });
      continue;
    }
    if (change.fits && holds(change.fits.rule, facts) !== 'yes') {
      notRelevant.push({ id, title, says: change.fits.otherwise[language] });
      continue;
    }
    if (change.acts === 'model' && plan.changes.length > 0) modelled.push({ change, plan, cautions });
    else if (change.acts === 'model')
      notRelevant.push({
        id,
        title,
        says:
          language === 'es'
            ? 'En lo que comes y haces no hay nada que esto cambie.'
            : 'There is nothing in what you eat and do that this would change.',
      });
    else if (trialRelief(change, facts, language)) fromTrials.push({ change, plan, cautions });
    else
      notModelled.push({
        id,
        title,
        what: change.what[language],
        says: [
          change.acts === 'trials'
            ? language === 'es'
              ? 'Recomendado; ningún ensayo de aquí da un tamaño.'
              : 'Recommended; no trial here gives a size.'
            : language === 'es'
              ? 'No está en el modelo; se muestra solo lo que se sabe.'
              : 'Not modelled: shown with what is known only.',
          ...change.evidence.map(({ says }) => says[language]),
          ...(change.guideline ? [change.guideline.says[language]] : []),
        ].join(' '),
        recommended: change.acts === 'trials' && change.guideline !== undefined,
        cautions,
        sources: [
          ...new Set([
            ...change.evidence.flatMap(({ sources }) => sources),
            ...(change.guideline?.sources ?? []),
          ]),
        ],
      });
  }
  return { modelled, fromTrials, notForYou, notRelevant, notModelled };
}
