import type { LawName } from '../language/module.ts';
import type { LawTree } from '../language/parse.ts';

/** What each named law means, in a sentence, with its formula: the text of the language page. */
export const lawExplanations: {
  readonly [name in LawName]: { readonly formula: string; readonly sentence: string };
} = {
  mo: { formula: 'x/(K + x)', sentence: 'rises with x and levels off at 1; half effect at x = K' },
  hill: {
    formula: 'x^n/(K^n + x^n)',
    sentence: 'a switch that rises with x; half effect at x = K, steeper with larger n',
  },
  inh: { formula: '1/(1 + (x/K)^n)', sentence: 'a brake: 1 without x, one half at x = K, towards 0 above' },
  relax: { formula: '(target - x)/tau', sentence: 'x moves towards its target with time constant tau' },
  gate: { formula: '1/(1 + exp(-(x - x0)/w))', sentence: 'a smooth step from 0 to 1 at x0, of width w' },
  pos: {
    formula: '(x + sqrt(x^2 + w^2))/2',
    sentence: 'x where it is positive and nearly 0 below, rounded over a width w',
  },
  qss: {
    formula: 'positive root h of s = e h + U h/(K + h)',
    sentence:
      'level of a resource whose sources s balance its escape (rate e) and its users (capacity U, half-saturation K)',
  },
  bnd: { formula: 'x/sqrt(1 + x^2/16)', sentence: 'x itself when small, bounded by 4 in size' },
  exp: { formula: 'exp(x)', sentence: 'a set-point on a logarithmic scale' },
  circ: {
    formula: '1 + a cos(2 pi (t - peak)/24 h)',
    sentence: 'a daily rhythm with amplitude a and its peak at a clock hour',
  },
  acid: { formula: '10^(pH - pKa)', sentence: 'ratio of dissociated to undissociated acid' },
};

/** A reader's name and number for a parameter that a sentence mentions. */
export type Describe = (
  name: string,
) => { readonly means: string; readonly value?: number; readonly unit?: string } | undefined;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const number = (value: number): string => Number(value.toPrecision(3)).toString();

/**
 * Plain sentences for the named laws inside a law: "Mucosal TNF acts with half effect at 2".
 *
 * @param describe meaning and, for parameters, value and unit of a name
 */
export function lawSentences(tree: LawTree, describe: Describe): string[] {
  switch (tree.kind) {
    case 'number':
    case 'name':
    case 'time':
      return [];
    case 'negate':
      return lawSentences(tree.operand, describe);
    case 'power':
      return lawSentences(tree.base, describe);
    case 'binary':
      return [...lawSentences(tree.left, describe), ...lawSentences(tree.right, describe)];
    case 'call':
      return [
        ...callSentence(tree, describe),
        ...tree.operands.flatMap((operand) => lawSentences(operand, describe)),
      ];
  }
}

function callSentence(call: Extract<LawTree, { kind: 'call' }>, describe: Describe): string[] {
  const [x, half] = call.operands;
  if (x?.kind !== 'name' || half?.kind !== 'name') return [];
  const subject = describe(x.name);
  const at = describe(half.name);
  if (!subject || at?.value === undefined) return [];
  const amount = `${number(at.value)}${at.unit && at.unit !== '1' && at.unit !== 'rel' ? ` ${at.unit}` : ''}`;
  const what = `${subject.means.charAt(0).toUpperCase()}${lowerFirst(subject.means).slice(1)}`;
  switch (call.law) {
    case 'mo':
    case 'hill':
      return [`${what} acts with half effect at ${amount}.`];
    case 'inh':
      return [`${what} brakes, by half at ${amount}.`];
    case 'gate':
      return [`${what} switches around ${amount}.`];
    default:
      return [];
  }
}
