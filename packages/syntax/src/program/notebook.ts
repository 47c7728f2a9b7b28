import type { Language, Range } from '../ir.ts';
import { blankMagics } from './magics.ts';

/** A code cell's stretch of the program. `index` counts all cells of the notebook from 1. */
export interface NotebookCell extends Range {
  readonly index: number;
}

export interface CellPlace {
  readonly cell: number;
  /** In the cell's own text. */
  readonly offset: number;
}

/** All code cells of a notebook, in order, as one program. Magics are comments of equal length in it. */
export interface NotebookProgram {
  readonly language: Language;
  readonly text: string;
  /** The cells as they are written, of the same length. */
  readonly source: string;
  readonly cells: readonly NotebookCell[];
  /** The place of an offset of the program. */
  locate(offset: number): CellPlace | undefined;
  /** The program's offset of a place in a cell; undefined for a cell that is not code. */
  offsetOf(place: CellPlace): number | undefined;
}

export interface CellText {
  readonly kind: 'code' | 'markup';
  readonly text: string;
}

export type NotebookResult = { readonly program: NotebookProgram } | { readonly error: string };

/** The cells as an editor gives them, in order. */
export function programOfCells(cells: readonly CellText[], language: Language = 'python'): NotebookProgram {
  const chunks: string[] = [];
  const placed: NotebookCell[] = [];
  let at = 0;
  for (const [position, cell] of cells.entries()) {
    if (cell.kind !== 'code') continue;
    placed.push({ index: position + 1, start: at, end: at + cell.text.length });
    chunks.push(language === 'python' ? blankMagics(cell.text) : cell.text, '\n');
    at += cell.text.length + 1;
  }
  const locate = (offset: number): CellPlace | undefined => {
    const cell = placed.findLast((each) => each.start <= offset);
    return cell === undefined || offset > cell.end ? undefined : { cell: cell.index, offset: offset - cell.start };
  };
  const offsetOf = (place: CellPlace): number | undefined => {
    const cell = placed.find((each) => each.index === place.cell);
    return cell === undefined || place.offset < 0 || cell.start + place.offset > cell.end ? undefined : cell.start + place.offset;
  };
  const source = cells.flatMap(({ kind, text }) => (kind === 'code' ? [text, '\n'] : [])).join('');
  return { language, text: chunks.join(''), source, cells: placed, locate, offsetOf };
}

/** The program of an `.ipynb` file (nbformat 3 and 4), or what is wrong with the file. Never throws. */
export function notebookProgram(text: string): NotebookResult {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { error: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (!isRecord(content)) return { error: 'not a notebook: the file holds no object' };
  const cells = content.cells ?? worksheetCells(content);
  if (!Array.isArray(cells)) return { error: 'not a notebook: it has no list of cells' };
  const name = languageName(content);
  const language = languages[name];
  if (language === undefined) return { error: `the notebook's language is ${name}` };
  return { program: programOfCells(cells.map(cellText), language) };
}

const languages: Readonly<Record<string, Language>> = { python: 'python', javascript: 'javascript', typescript: 'typescript' };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function worksheetCells(content: Readonly<Record<string, unknown>>): unknown {
  const sheets = content.worksheets;
  const first: unknown = Array.isArray(sheets) ? sheets[0] : undefined;
  return isRecord(first) ? first.cells : undefined;
}

function languageName(content: Readonly<Record<string, unknown>>): string {
  const metadata = content.metadata;
  if (!isRecord(metadata)) return 'python';
  const info = metadata.language_info;
  const kernel = metadata.kernelspec;
  const name = (isRecord(info) ? info.name : undefined) ?? (isRecord(kernel) ? kernel.language : undefined);
  return typeof name === 'string' ? name.toLowerCase().replace(/^i?python\d*$/, 'python') : 'python';
}

function cellText(cell: unknown): CellText {
  if (!isRecord(cell)) return { kind: 'markup', text: '' };
  const source = cell.source ?? cell.input;
  const lines: readonly unknown[] = Array.isArray(source) ? source : [source];
  const text = lines.map((line) => (typeof line === 'string' ? line : '')).join('');
  return { kind: cell.cell_type === 'code' ? 'code' : 'markup', text };
}
