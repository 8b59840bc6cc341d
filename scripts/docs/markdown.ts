/** A cell of a Markdown table: one line, no bar. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A Markdown table; empty when there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** Sections that have something to say, with an empty line between them. */
export function page(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A heading with its content; nothing when the content is empty. */
export function section(level: number, title: string, content: string): string {
  return content === '' ? '' : `${'#'.repeat(level)} ${title}\n\n${content}`;
}

/** A formula that GitHub and other readers draw. GitHub refuses \operatorname. */
export function formula(latex: string): string {
  return `\`\`\`math\n${latex.replaceAll('\\operatorname{', '\\mathrm{')}\n\`\`\``;
}
