import type { LawTree } from '../language/parse.ts';

/** How tightly a piece binds, so that brackets appear only where they are needed. */
const sumLevel = 1;
const productLevel = 2;
const powerLevel = 3;

/** `k_ge` -> `k_{\mathrm{ge}}`, `pc_fib` -> `\mathrm{pc}_{\mathrm{fib}}`. */
export function latexName(name: string): string {
  const [head = name, ...rest] = name.split('_');
  const first = head.length === 1 ? head : `\\mathrm{${head}}`;
  return rest.length === 0 ? first : `${first}_{\\mathrm{${rest.join('\\,')}}}`;
}

/** A law as LaTeX mathematics. Named laws keep their names, as the language page defines them. */
export function lawToLatex(tree: LawTree): string {
  return write(tree, 0);
}

function write(tree: LawTree, level: number): string {
  const bracket = (text: string, own: number): string => (own < level ? `\\left(${text}\\right)` : text);
  switch (tree.kind) {
    case 'number':
      return String(tree.value);
    case 'time':
      return 't';
    case 'name':
      return latexName(tree.name);
    case 'negate':
      return bracket(`-${write(tree.operand, productLevel)}`, sumLevel);
    case 'power':
      return bracket(`${write(tree.base, powerLevel + 1)}^{${tree.exponent}}`, powerLevel);
    case 'binary':
      if (tree.operator === '/') return `\\frac{${write(tree.left, 0)}}{${write(tree.right, 0)}}`;
      if (tree.operator === '*')
        return bracket(
          `${write(tree.left, productLevel)}\\,${write(tree.right, productLevel)}`,
          productLevel,
        );
      return bracket(
        `${write(tree.left, sumLevel)} ${tree.operator} ${write(tree.right, tree.operator === '-' ? productLevel : sumLevel)}`,
        sumLevel,
      );
    case 'call': {
      const operands = tree.operands.map((operand) => write(operand, 0));
      const [first = '', second = ''] = operands;
      if (tree.law === 'exp') return `e^{${first}}`;
      if (tree.law === 'acid') return `10^{${first} - ${second}}`;
      return `\\operatorname{${tree.law}}\\left(${operands.join(',\\, ')}\\right)`;
    }
  }
}
