import type { LawTree } from '../language/parse.ts';

/**
 * The number that a law gives for values of its names. For describing laws (which way does it act?), not for simulating.
 *
 * @param value what a name stands for; NaN makes the result NaN
 * @param replaced a part of the law that is taken to be a given number
 */
export function evaluateLaw(
  tree: LawTree,
  value: (name: string) => number,
  timeHours: number,
  replaced?: { readonly node: LawTree; readonly by: number },
): number {
  const walk = (node: LawTree): number => {
    if (node === replaced?.node) return replaced.by;
    switch (node.kind) {
      case 'number':
        return node.value;
      case 'time':
        return timeHours;
      case 'name':
        return value(node.name);
      case 'negate':
        return -walk(node.operand);
      case 'power':
        return walk(node.base) ** node.exponent;
      case 'binary': {
        const [left, right] = [walk(node.left), walk(node.right)];
        if (node.operator === '+') return left + right;
        if (node.operator === '-') return left - right;
        return node.operator === '*' ? left * right : left / right;
      }
      case 'call': {
        const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = node.operands.map(walk);
        switch (node.law) {
          case 'mo':
            return a / (b + a);
          case 'hill':
            return a ** c / (b ** c + a ** c);
          case 'inh':
            return 1 / (1 + (a / b) ** c);
          case 'relax':
            return (a - b) / c;
          case 'gate':
            return 1 / (1 + Math.exp(-(a - b) / c));
          case 'pos':
            return (a + Math.sqrt(a * a + b * b)) / 2;
          case 'qss': {
            const [s, e, capacity, half] = [a, b, c, d];
            const linear = e * half + capacity - s;
            return (2 * s * half) / (linear + Math.sqrt(linear * linear + 4 * e * s * half));
          }
          case 'bnd':
            return a / Math.sqrt(1 + (a * a) / 16);
          case 'exp':
            return Math.exp(a);
          case 'circ':
            return 1 + a * Math.cos((2 * Math.PI * (timeHours - b)) / 24);
          case 'acid':
            return 10 ** (a - b);
        }
      }
    }
  };
  return walk(tree);
}
