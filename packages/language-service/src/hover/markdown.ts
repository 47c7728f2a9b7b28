/** Markdown that stays what it is: user text must not become markup, and a `|` must not end a table's cell. */

export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replaceAll('|', '¦').replaceAll('\n', ' ')}${fence}`;
}

export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');
}

export type Align = 'left' | 'right';

export function table(head: readonly string[], align: readonly Align[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '¦')).join(' | ')} |`;
  const rule = `|${align.map((side) => (side === 'right' ? '--:' : ':--')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
