/** The places of a notebook that is not open: in its cells, as VS Code will call them, or in the JSON of its file. */
import { notebookProgram } from '@softlens/syntax';
import { type Node, parseTree } from 'jsonc-parser';
import { indexText, type LineRange, type PositionEncoding, rangeAt } from '../positions.ts';

export interface CellPlace {
  /** Both from 1. */
  readonly cell: number;
  readonly line: number;
  /** The cell's own text, and the place in it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where a place of a notebook's program is; undefined where the file is no notebook, or the place between two cells. */
export function cellPlace(file: string, start: number, end: number): CellPlace | undefined {
  const read = notebookProgram(file);
  if (!('program' in read)) return undefined;
  const { program } = read;
  const place = program.locate(start);
  const stretch = program.cells.find(({ index }) => index === place?.cell);
  if (!place || !stretch) return undefined;
  const text = program.source.slice(stretch.start, stretch.end);
  const last = Math.min(end - stretch.start, text.length);
  return { cell: place.cell, line: text.slice(0, place.offset).split('\n').length, text, start: place.offset, end: last };
}

export function rangeInCell({ text, start, end }: CellPlace, encoding: PositionEncoding): LineRange {
  return rangeAt(indexText(text), { start, end }, encoding);
}

/**
 * The address that VS Code gives a cell when it opens the notebook: its number from 0 in base 7, behind a letter for the count
 * of digits, and the notebook's scheme in base 64 (`CellUri` in VS Code's notebookDocumentService.ts).
 */
export function cellAddress(notebook: string, cell: number): string {
  const [, scheme = '', rest = ''] = /^([^:]+):(.*)$/.exec(notebook) ?? [];
  const handle = (cell - 1).toString(7);
  const letter = 'WXYZabcdef'[handle.length - 1] ?? 'z';
  return `vscode-notebook-cell:${rest}#${letter}${handle}s${encodeURIComponent(btoa(scheme))}`;
}

/** The same place in the JSON. */
export function rangeInFile(file: string, { cell, start, end }: CellPlace, encoding: PositionEncoding): LineRange | undefined {
  const root = parseTree(file.replace(/^\uFEFF/, ' '));
  const sheet = property(root, 'worksheets')?.children?.[0];
  const cells = property(root, 'cells') ?? property(sheet, 'cells');
  const one = cells?.children?.[cell - 1];
  const source = property(one, 'source') ?? property(one, 'input');
  const pieces = source?.type === 'array' ? source.children : source && [source];
  const from = offsetIn(file, pieces, start);
  const to = offsetIn(file, pieces, end);
  return from === undefined || to === undefined ? undefined : rangeAt(indexText(file), { start: from, end: to }, encoding);
}

/** Where a character of the text that several strings make stands in the JSON. */
function offsetIn(json: string, pieces: readonly Node[] | undefined, offset: number): number | undefined {
  let before = 0;
  for (const { value, offset: quote } of pieces ?? []) {
    if (typeof value !== 'string') continue;
    if (offset < before + value.length || value === '') return literalOffset(json, quote + 1, offset - before);
    before += value.length;
  }
  const last = pieces?.at(-1);
  return offset === before && last ? last.offset + last.length - 1 : undefined;
}

/** So many characters further in a string of JSON, where some are written as escapes. */
function literalOffset(json: string, start: number, count: number): number {
  let at = start;
  for (let i = 0; i < count; i++) at += json[at] !== '\\' ? 1 : json[at + 1] === 'u' ? 6 : 2;
  return at;
}

function property(node: Node | undefined, name: string): Node | undefined {
  if (node?.type !== 'object') return undefined;
  return node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}
