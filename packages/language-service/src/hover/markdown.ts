/** Blocks as Markdown that stays what it is: user text must not become markup, and a `|` must not end a table's cell. */
import { type Align, type Block, type Cell, displayWidth } from '@softlens/analysis/format';
import { trueMinus } from '../minus.ts';

/** With `spaced`, cells keep the distance that some clients do not give them. */
export function toMarkdown(blocks: readonly Block[], spaced = false): string {
  return blocks.map((block) => blockText(block, spaced)).join('\n\n');
}

function blockText(block: Block, spaced: boolean): string {
  switch (block.kind) {
    case 'headline':
      return headline(block);
    case 'table':
      return table(block, spaced);
    case 'code':
      return `\`\`\`\n${block.text}\n\`\`\``;
    case 'line':
      return trueMinus(block.text);
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'note':
      return `*${block.text}*`;
    case 'about':
      return `---\n\n${block.text} [${block.link.text}](${block.link.url})`;
  }
}

function headline({ title, relation, value, words }: Extract<Block, { kind: 'headline' }>): string {
  const said = value === undefined ? words : code(value);
  return `**${escapeMarkdown(title)}**${relation === ':' ? ':' : ` ${relation}`}${said === undefined ? '' : ` ${said}`}`;
}

/** Many clients show tables as they are written: then their columns stand below each other. */
function table(block: Extract<Block, { kind: 'table' }>, spaced: boolean): string {
  const rows = [block.head, ...block.rows.map((cells) => cells.map(cellText))];
  const lines = spaced ? spacedTable(rows, block.align) : alignedTable(rows, block.align);
  return `${lines.join('\n')}${block.more === undefined ? '' : `\n\n${block.more}`}`;
}

function spacedTable([head = [], ...rows]: readonly (readonly string[])[], align: readonly Align[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | &emsp;')} |`;
  const rule = `|${align.map((side) => (side === 'right' ? '--:' : ':--')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)];
}

function alignedTable(rows: readonly (readonly string[])[], align: readonly Align[]): string[] {
  const widths = align.map((_, column) => Math.max(1, ...rows.map((cells) => displayWidth(cells[column] ?? ''))));
  const padded = (cell: string, column: number) => {
    const space = ' '.repeat((widths[column] ?? 0) - displayWidth(cell));
    return align[column] === 'right' ? space + cell : cell + space;
  };
  const [head = '', ...body] = rows.map((cells) => `| ${cells.map(padded).join(' | ')} |`);
  const marks = widths.map((width, column) =>
    align[column] === 'right' ? `${'-'.repeat(width + 1)}:` : `:${'-'.repeat(width + 1)}`,
  );
  return [head, `|${marks.join('|')}|`, ...body];
}

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return trueMinus(cell).replaceAll('|', '\\|');
  return cell.style === 'strong' ? `**${trueMinus(cell.text)}**` : code(cell.text);
}

function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replaceAll('|', '¦').replaceAll('\n', ' ')}${fence}`;
}

/** Only what would be markup inside a line: an underscore within a word is none, and needless backslashes show in some clients. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*[\]<>|]|(?<!\w)_|_(?!\w)/g, '\\$&');
}
