/**
 * Finds words in the app's markup that do not come from the translations: text between tags, and attributes
 * that are read out or shown.
 */
import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { projectRoot } from './run-command.ts';
import { sourceFiles } from './source-files.ts';

const shownAttributes = new Set([
  'alt',
  'title',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'description',
]);
/** Two letters in a row are a word; single letters and symbols are units, arrows, bullets. */
const word = /\p{L}{2}/u;
/** Names that are the same in every language: the product and formats of files. */
const names = new Set(['Zonula', 'CSV', 'HTML', 'JSON', 'PDF', 'PNG', 'SBML', 'SVG', 'YAML']);

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** `[offset, text]` of every bare string in one file. */
export function bareStrings(file: string, text: string): readonly (readonly [number, string])[] {
  const found: (readonly [number, string])[] = [];
  const check = (node: SyntaxNode, value: unknown) => {
    if (typeof value === 'string' && word.test(value) && !names.has(value.trim()))
      found.push([node.start, value.trim()]);
  };
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'JSXText') check(node, node.value);
    if (node.type === 'JSXAttribute') {
      const { name, value } = node as { name?: unknown; value?: unknown };
      if (isNode(name) && shownAttributes.has(String(name.name)) && isNode(value) && value.type === 'Literal')
        check(value, value.value);
    }
    if (node.type === 'JSXExpressionContainer') {
      const expression = node.expression;
      if (isNode(expression) && expression.type === 'Literal') check(expression, expression.value);
    }
    for (const [key, child] of Object.entries(node)) {
      if (key === 'attributes' && Array.isArray(child)) {
        // A string in braces is text only between tags; as an attribute it may be an id or a class.
        for (const attribute of child) if (isNode(attribute)) visitAttribute(attribute);
      } else if (Array.isArray(child)) for (const one of child) visitIfNode(one);
      else visitIfNode(child);
    }
  };
  const visitIfNode = (value: unknown): void => {
    if (isNode(value)) visit(value);
  };
  const visitAttribute = (attribute: SyntaxNode): void => {
    const value = attribute.value;
    if (isNode(value) && value.type === 'JSXExpressionContainer') visitIfNode(value.expression);
    else visit(attribute);
  };
  visitIfNode(parseSync(file, text).program);
  return found;
}

/** True if there is none; else prints them. */
export async function checkBareStrings(): Promise<boolean> {
  let ok = true;
  for (const file of sourceFiles(/^web\/.*\.tsx$/)) {
    const text = readFileSync(`${projectRoot}${file}`, 'utf8');
    for (const [offset, value] of bareStrings(file, text)) {
      ok = false;
      console.error(
        `${file}:${text.slice(0, offset).split('\n').length} bare string "${value}"; put it into the translations`,
      );
    }
  }
  return ok;
}
