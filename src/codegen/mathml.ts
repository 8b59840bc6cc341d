/** Laws as content MathML, the form in which SBML holds mathematics. */
import type { ExpressionGraph, NodeId } from '../language/expression.ts';
import type { LawName } from '../language/module.ts';
import type { LawTree } from '../language/parse.ts';

const time = '<csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time"> t </csymbol>';
const ci = (name: string): string => `<ci> ${name} </ci>`;
/** A number with every digit it needs; whole ones are marked so. */
const cn = (value: number): string => {
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) return `<cn type="integer"> ${value} </cn>`;
  const [mantissa = '', exponent] = String(value).split('e');
  return exponent === undefined
    ? `<cn> ${mantissa} </cn>`
    : `<cn type="e-notation"> ${mantissa} <sep/> ${Number(exponent)} </cn>`;
};
const apply = (operator: string, ...operands: readonly string[]): string =>
  `<apply><${operator}/>${operands.join('')}</apply>`;
const call = (name: string, ...operands: readonly string[]): string =>
  `<apply>${ci(name)}${operands.join('')}</apply>`;

/** Name that a named law has as an SBML function; `exp` is MathML's own. */
export const mathmlFunctionName = (law: LawName): string => `law_${law}`;

/**
 * A law as content MathML. Named laws are calls of the functions in `mathmlFunctions`; `circ` gets the time as a third operand.
 *
 * @param idOf the identifier that stands for a name
 */
export function lawToMathml(tree: LawTree, idOf: (name: string) => string = (name) => name): string {
  const write = (node: LawTree): string => {
    switch (node.kind) {
      case 'number':
        return cn(node.value);
      case 'time':
        return time;
      case 'name':
        return ci(idOf(node.name));
      case 'negate':
        return apply('minus', write(node.operand));
      case 'power':
        return apply('power', write(node.base), cn(node.exponent));
      case 'binary': {
        const operators = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divide' } as const;
        return apply(operators[node.operator], write(node.left), write(node.right));
      }
      case 'call': {
        const operands = node.operands.map(write);
        if (node.law === 'exp') return apply('exp', ...operands);
        if (node.law === 'circ') operands.push(time);
        return call(mathmlFunctionName(node.law), ...operands);
      }
    }
  };
  return write(tree);
}

/**
 * An expression of the graph as content MathML: for laws that name what this assembly lacks, where only the graph knows
 * what stands in.
 *
 * @param idOf the identifier of a symbol (`state`, `parameter`, `input`) by its index
 * @param known nodes that have an identifier of their own; the asked node itself is always written out
 * @throws RangeError for the slope of an input, which no right-hand side holds
 */
export function nodeToMathml(
  graph: ExpressionGraph,
  node: NodeId,
  idOf: (kind: 'state' | 'parameter' | 'input', index: number) => string,
  known: ReadonlyMap<NodeId, string> = new Map(),
): string {
  const write = (id: NodeId): string => {
    const name = id === node ? undefined : known.get(id);
    if (name !== undefined) return ci(name);
    const { operation, left, right, value } = graph.node(id);
    switch (operation) {
      case 'number':
        return cn(value);
      case 'state':
      case 'parameter':
      case 'input':
        return ci(idOf(operation, left));
      case 'slope':
        throw new RangeError('the slope of an input has no MathML');
      case 'time':
        return time;
      case 'add':
        return apply('plus', write(left), write(right));
      case 'subtract':
        return apply('minus', write(left), write(right));
      case 'multiply':
        return apply('times', write(left), write(right));
      case 'divide':
        return apply('divide', write(left), write(right));
      case 'negate':
        return apply('minus', write(left));
      case 'sqrt':
        return apply('root', write(left));
      case 'exp':
        return apply('exp', write(left));
      case 'cosTurn':
        return apply('cos', apply('times', cn(2), '<pi/>', write(left)));
    }
  };
  return write(node);
}

const one = cn(1);
const two = cn(2);
/** Operands and body of each named law as a function. */
const bodies: Readonly<
  Record<Exclude<LawName, 'exp'>, readonly [operands: readonly string[], body: string]>
> = {
  mo: [['x', 'K'], apply('divide', ci('x'), apply('plus', ci('K'), ci('x')))],
  hill: [
    ['x', 'K', 'n'],
    apply(
      'divide',
      apply('power', ci('x'), ci('n')),
      apply('plus', apply('power', ci('K'), ci('n')), apply('power', ci('x'), ci('n'))),
    ),
  ],
  inh: [
    ['x', 'K', 'n'],
    apply('divide', one, apply('plus', one, apply('power', apply('divide', ci('x'), ci('K')), ci('n')))),
  ],
  relax: [['target', 'x', 'tau'], apply('divide', apply('minus', ci('target'), ci('x')), ci('tau'))],
  gate: [
    ['x', 'x0', 'w'],
    apply(
      'divide',
      one,
      apply('plus', one, apply('exp', apply('divide', apply('minus', ci('x0'), ci('x')), ci('w')))),
    ),
  ],
  pos: [
    ['x', 'w'],
    apply(
      'divide',
      apply(
        'plus',
        ci('x'),
        apply('root', apply('plus', apply('times', ci('x'), ci('x')), apply('times', ci('w'), ci('w')))),
      ),
      two,
    ),
  ],
  qss: [['s', 'e', 'U', 'K'], quasiSteadyLevel()],
  bnd: [
    ['x'],
    apply(
      'divide',
      ci('x'),
      apply('root', apply('plus', one, apply('divide', apply('times', ci('x'), ci('x')), cn(16)))),
    ),
  ],
  circ: [
    ['a', 'peak', 'clock'],
    apply(
      'plus',
      one,
      apply(
        'times',
        ci('a'),
        apply(
          'cos',
          apply('divide', apply('times', two, '<pi/>', apply('minus', ci('clock'), ci('peak'))), cn(24)),
        ),
      ),
    ),
  ],
  acid: [['pH', 'pKa'], apply('power', cn(10), apply('minus', ci('pH'), ci('pKa')))],
};

/** Positive root h of s = e h + U h/(K + h), as 2 s K / (b + sqrt(b^2 + 4 e s K)) with b = e K + U - s. */
function quasiSteadyLevel(): string {
  const b = apply('minus', apply('plus', apply('times', ci('e'), ci('K')), ci('U')), ci('s'));
  const inner = apply('plus', apply('times', b, b), apply('times', cn(4), ci('e'), ci('s'), ci('K')));
  return apply('divide', apply('times', two, ci('s'), ci('K')), apply('plus', b, apply('root', inner)));
}

/** The named laws as MathML lambdas, by their function names. */
export const mathmlFunctions: ReadonlyMap<string, string> = new Map(
  Object.entries(bodies).map(([law, [operands, body]]) => [
    mathmlFunctionName(law as LawName),
    `<lambda>${operands.map((operand) => `<bvar>${ci(operand)}</bvar>`).join('')}${body}</lambda>`,
  ]),
);
