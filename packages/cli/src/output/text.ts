/** Blocks for a terminal: aligned tables, dim context, no Markdown. */
import { type Block, type Cell, displayWidth, type Report } from '@softlens/analysis/format';

interface Style {
  strong(text: string): string;
  dim(text: string): string;
}

export function styleFor(color: boolean): Style {
  const wrap = (open: number, close: number) => (text: string) =>
    color && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { strong: wrap(1, 22), dim: wrap(2, 22) };
}

export function reportText({ headline, numbers, context }: Report, color: boolean): string {
  const style = styleFor(color);
  const told = context.filter((block) => block.kind !== 'about');
  const parts = [
    blockText(headline, style),
    paragraphs(numbers, style),
    told.map((block) => style.dim(blockText(block, style))).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Tables and code stand apart; lines follow one another. */
function paragraphs(blocks: readonly Block[], style: Style): string {
  return blocks.reduce((text, block, i) => {
    const apart = isApart(block) || isApart(blocks[i - 1]);
    const gap = i === 0 ? '' : apart ? '\n\n' : '\n';
    return text + gap + blockText(block, style);
  }, '');
}

const isApart = (block: Block | undefined): boolean => block?.kind === 'table' || block?.kind === 'code';

function blockText(block: Block, style: Style): string {
  switch (block.kind) {
    case 'headline':
      return `${style.strong(block.title)}${block.relation === ':' ? ':' : ` ${block.relation}`} ${block.value ?? block.words ?? ''}`.trimEnd();
    case 'table':
      return table(block, style);
    case 'list':
      return block.items.map((item) => `  - ${withoutTicks(item)}`).join('\n');
    case 'code':
      return block.text.replaceAll(/^/gm, '  ');
    default:
      return withoutTicks(block.text);
  }
}

function withoutTicks(text: string): string {
  return text.replaceAll('`', '');
}

function table(block: Extract<Block, { kind: 'table' }>, style: Style): string {
  const rows = [block.head, ...block.rows.map((row) => row.map(plain))];
  const widths = block.head.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const lines = rows.map((row, i) => {
    const cells = row.map((cell, column) => pad(cell, widths[column] ?? 0, block.align[column] === 'right'));
    const line = `  ${cells.join('  ')}`.trimEnd();
    return i === 0 ? style.dim(line) : line;
  });
  return [...lines, ...(block.more === undefined ? [] : [`  ${block.more}`])].join('\n');
}

function plain(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
}
