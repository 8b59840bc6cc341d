import { type Problem, ZonulaError } from '../problem/problem.ts';
import type { LawName } from './module.ts';

/** A law as a tree, before names mean anything. */
export type LawTree =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'time' }
  | { readonly kind: 'negate'; readonly operand: LawTree }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: LawTree;
      readonly right: LawTree;
    }
  | { readonly kind: 'power'; readonly base: LawTree; readonly exponent: number }
  | { readonly kind: 'call'; readonly law: LawName; readonly operands: readonly LawTree[] };

/** How many operands each named law takes. */
export const lawArity: { readonly [name in LawName]: number } = {
  mo: 2,
  hill: 3,
  inh: 3,
  relax: 3,
  gate: 3,
  pos: 2,
  qss: 4,
  bnd: 1,
  exp: 1,
  circ: 2,
  acid: 2,
};

/** The only numbers a law may hold; every empirical number is a named parameter. */
const structuralNumbers = new Set(['0', '1', '2']);
const wholeExponents = new Set(['1', '2', '3', '4']);

interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  /** 1-based column in the law. */
  readonly column: number;
}

function tokenize(law: string, fail: (message: string, column: number) => never): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:(\d+(?:\.\d+)?(?:e[-+]?\d+)?)|([A-Za-z_][A-Za-z_0-9]*)|([-+*/(),^]))/gy;
  let position = 0;
  while (law.slice(position).trim() !== '') {
    pattern.lastIndex = position;
    const match = pattern.exec(law);
    if (!match) fail(`"${law.slice(position).trim()[0]}" has no meaning in a law`, position + 1);
    const [whole, number, name, sign] = match as RegExpExecArray;
    const column = position + whole.length - (number ?? name ?? sign ?? '').length + 1;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, column });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, column });
    else tokens.push({ kind: 'sign', text: sign ?? '', column });
    position = pattern.lastIndex;
  }
  tokens.push({ kind: 'end', text: 'the end of the law', column: law.length + 1 });
  return tokens;
}

/**
 * Reads a law: names, `+ - * / ( )`, whole exponents after `^`, the named laws, `t`, and the structural numbers 0, 1, 2.
 *
 * @param law the text, placeholders already expanded
 * @param place module and field, for the error
 * @throws ZonulaError Z1001 (syntax), Z1002 (bare empirical number), Z1003 (unknown law or wrong number of operands)
 */
export function parseLaw(law: string, place: string): LawTree {
  const fail = (message: string, column: number, code: Problem['code'] = 'Z1001', fix?: string): never => {
    throw new ZonulaError({
      code,
      severity: 'error',
      message: `${message}, at column ${column} of the law "${law}"`,
      where: { field: place },
      ...(fix ? { fix } : {}),
    });
  };
  const tokens = tokenize(law, fail);
  let cursor = 0;
  const peek = (): Token => tokens[cursor] as Token;
  const take = (): Token => tokens[cursor++] as Token;
  const expect = (sign: string): void => {
    const token = take();
    if (token.text !== sign || token.kind !== 'sign')
      fail(`expected "${sign}" but found "${token.text}"`, token.column);
  };
  const wholeExponent = (): number => {
    const token = take();
    if (token.kind !== 'number' || !wholeExponents.has(token.text))
      fail(`an exponent must be 1, 2, 3 or 4, not "${token.text}"`, token.column);
    return Number(token.text);
  };

  const sum = (): LawTree => {
    let left = product();
    while (peek().kind === 'sign' && (peek().text === '+' || peek().text === '-')) {
      const operator = take().text as '+' | '-';
      left = { kind: 'binary', operator, left, right: product() };
    }
    return left;
  };
  const product = (): LawTree => {
    let left = signed();
    while (peek().kind === 'sign' && (peek().text === '*' || peek().text === '/')) {
      const operator = take().text as '*' | '/';
      left = { kind: 'binary', operator, left, right: signed() };
    }
    return left;
  };
  const signed = (): LawTree => {
    if (peek().kind === 'sign' && peek().text === '-') {
      take();
      return { kind: 'negate', operand: signed() };
    }
    return power();
  };
  const power = (): LawTree => {
    const base = atom();
    if (peek().kind === 'sign' && peek().text === '^') {
      take();
      return { kind: 'power', base, exponent: wholeExponent() };
    }
    return base;
  };
  const call = (name: Token): LawTree => {
    if (!(name.text in lawArity)) {
      fail(
        `there is no law "${name.text}"`,
        name.column,
        'Z1003',
        `Use one of: ${Object.keys(lawArity).join(', ')}.`,
      );
    }
    const law = name.text as LawName;
    expect('(');
    const operands: LawTree[] = [];
    const order = law === 'hill' || law === 'inh';
    do {
      if (operands.length > 0) expect(',');
      // The order of hill and inh is structural, like an exponent.
      operands.push(order && operands.length === 2 ? { kind: 'number', value: wholeExponent() } : sum());
    } while (peek().text === ',');
    expect(')');
    if (operands.length !== lawArity[law]) {
      fail(`${law} takes ${lawArity[law]} operands, not ${operands.length}`, name.column, 'Z1003');
    }
    return { kind: 'call', law, operands };
  };
  const atom = (): LawTree => {
    const token = take();
    if (token.kind === 'number') {
      if (!structuralNumbers.has(token.text)) {
        fail(
          `the bare number ${token.text}`,
          token.column,
          'Z1002',
          'Give it a name, a unit, a range and a grade in params.',
        );
      }
      return { kind: 'number', value: Number(token.text) };
    }
    if (token.kind === 'name') {
      if (peek().kind === 'sign' && peek().text === '(') return call(token);
      return token.text === 't' ? { kind: 'time' } : { kind: 'name', name: token.text };
    }
    if (token.text === '(') {
      const inner = sum();
      expect(')');
      return inner;
    }
    return fail(`expected a name, a number or "(" but found "${token.text}"`, token.column);
  };

  const tree = sum();
  if (peek().kind !== 'end') fail(`"${peek().text}" does not belong here`, peek().column);
  return tree;
}

/** Every name in a law, each once, in order of appearance. */
export function namesIn(tree: LawTree, found: Set<string> = new Set()): Set<string> {
  switch (tree.kind) {
    case 'name':
      found.add(tree.name);
      break;
    case 'negate':
      namesIn(tree.operand, found);
      break;
    case 'power':
      namesIn(tree.base, found);
      break;
    case 'binary':
      namesIn(tree.left, found);
      namesIn(tree.right, found);
      break;
    case 'call':
      for (const operand of tree.operands) namesIn(operand, found);
      break;
  }
  return found;
}
