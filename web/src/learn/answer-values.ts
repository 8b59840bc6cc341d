import { useFormats } from '../i18n/format.ts';
import type { ExperimentId } from './experiments.ts';
import { learnResults } from './kept-results.ts';
import { useRatio } from './use-ratio.ts';

/** The numbers that the answers quote, in the language of the page. */
export function useAnswerValues(): Readonly<Record<string, string>> {
  const { number, percent } = useFormats();
  const ratio = useRatio();
  const middle = (experiment: ExperimentId, arm: string): number =>
    learnResults.experiments.find(({ id }) => id === experiment)?.arms.find(({ id }) => id === arm)?.p50 ??
    Number.NaN;
  const { assumedShare } = learnResults;
  return {
    inner: number(learnResults.innerMucusUm),
    loose: number(learnResults.looseMucusUm),
    painkiller: ratio(middle('opens', 'painkiller')),
    celecoxib: ratio(middle('opens', 'celecoxib')),
    gluten: ratio(middle('opens', 'gluten-free')),
    lowCarb: percent(middle('bacteria', 'almost-no-carbohydrate')),
    leak: ratio(middle('blood', 'leak-doubled')),
    probiotic: ratio(middle('helps', 'probiotic')),
    vitaminD: ratio(middle('helps', 'vitamin-d')),
    inulin: ratio(middle('helps', 'inulin')),
    coeliac: ratio(middle('helps', 'coeliac-gluten-free')),
    parameters: number(learnResults.parameters),
    measured: percent(assumedShare.measured),
    fitted: percent(assumedShare.fitted),
    assumed: percent(assumedShare.assumed),
  };
}
