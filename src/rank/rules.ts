import type { Rule } from './catalogue-shape.ts';
import type { PersonFacts } from './facts.ts';

/** Three-valued: what was not answered is unknown. */
export type Truth = 'yes' | 'no' | 'unknown';

const truth = (value: boolean): Truth => (value ? 'yes' : 'no');

/** Whether a rule holds for a person, as far as the person told. */
export function holds(rule: Rule, facts: PersonFacts): Truth {
  const { person } = facts.file;
  if ('fact' in rule) {
    const value = facts.numbers[rule.fact];
    if (value === undefined) return 'unknown';
    return truth('above' in rule ? value > rule.above : value < rule.below);
  }
  if ('condition' in rule) {
    if (person.conditions?.some((condition) => rule.condition.includes(condition))) return 'yes';
    if (rule.condition.includes('lactase_non_persistent') && person.lactase !== 'persistent') {
      if (person.lactase === 'non_persistent') return 'yes';
      return 'unknown';
    }
    return person.conditions === undefined ? 'unknown' : 'no';
  }
  if ('answer' in rule) {
    const answer = person.safety[rule.answer];
    return answer === 'unanswered' ? 'unknown' : answer;
  }
  if ('takes' in rule) return truth(facts.uses.some(({ use }) => rule.takes.includes(use.exposureId)));
  if ('prescribed' in rule)
    return truth(
      facts.uses.some(({ use }) => rule.prescribed.includes(use.exposureId) && use.prescribed === true),
    );
  if ('eats' in rule) return truth(rule.eats.some((food) => (facts.gramsOfFood.get(food) ?? 0) > 0));
  if ('complaint' in rule)
    return truth(facts.complaints.some(({ symptom }) => rule.complaint.includes(symptom)));
  if ('exercisesInHeat' in rule) return truth(facts.exercisesInHeat);
  if ('smokes' in rule) return person.smoker === 'unanswered' ? 'unknown' : person.smoker;
  if ('not' in rule) {
    const inner = holds(rule.not, facts);
    return inner === 'unknown' ? 'unknown' : truth(inner === 'no');
  }
  const all = 'all' in rule;
  const parts = (all ? rule.all : rule.any).map((part) => holds(part, facts));
  const deciding: Truth = all ? 'no' : 'yes';
  if (parts.includes(deciding)) return deciding;
  return parts.includes('unknown') ? 'unknown' : truth(all);
}
