import { findMenu } from '../../foods/index.ts';
import { conditionOf, exposureById, type NormalisedFile } from '../../person/index.ts';

/** Who and what is simulated, in a sentence or two. */
export function personSentence(file: NormalisedFile): string {
  const { ageYears, sex, weightKg, heightCm, conditions } = file.person;
  const who = sex === 'female' ? 'A woman' : sex === 'male' ? 'A man' : 'An adult';
  const body = [
    weightKg === undefined ? undefined : `${weightKg} kg`,
    heightCm === undefined ? undefined : `${heightCm} cm`,
  ].filter((part) => part !== undefined);
  const { diet, uses } = file.habitual;
  const eats =
    diet === undefined
      ? ''
      : diet.kind === 'menu'
        ? ` Usual food: the menu "${findMenu(diet.menuId).titleEn}".`
        : ' Usual food: an own week.';
  const named = (conditions ?? []).map((id) => conditionOf(id).labelEn);
  const habits = [...new Set(uses.map(({ use }) => exposureById(use.exposureId)?.labelEn ?? use.exposureId))];
  return [
    `${who} of ${ageYears}${body.length > 0 ? ` (${body.join(', ')})` : ''}.`,
    named.length > 0 ? ` Conditions: ${named.join('; ')}.` : '',
    eats,
    habits.length > 0 ? ` Also: ${habits.join(', ')}.` : '',
  ].join('');
}
