/** The one place where offsets become line and character, in whatever unit the client counts characters. */

export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LineRange {
  readonly start: Position;
  readonly end: Position;
}

/** Of a document as a whole. */
export const beginning: LineRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A text with the offsets at which its lines begin. Lines end in LF, CRLF or CR. */
export interface IndexedText {
  readonly text: string;
  readonly lineStarts: readonly number[];
}

export function indexText(text: string): IndexedText {
  const lineStarts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) lineStarts.push(i + 1);
  }
  return { text, lineStarts };
}

/** Positions beyond a line or the document mean its end, as the protocol says. */
export function offsetAt(indexed: IndexedText, position: Position, encoding: PositionEncoding): number {
  const { text, lineStarts } = indexed;
  const start = lineStarts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : text.length;
  const end = contentEnd(indexed, position.line);
  if (position.character <= 0) return start;
  if (encoding === 'utf-16') return Math.min(start + position.character, end);
  let units = 0;
  for (let i = start; i < end; ) {
    const point = text.codePointAt(i) ?? 0;
    const size = encoding === 'utf-32' ? 1 : utf8Length(point);
    if (units + size > position.character) return i;
    units += size;
    i += point > 0xffff ? 2 : 1;
  }
  return end;
}

export function positionAt(indexed: IndexedText, offset: number, encoding: PositionEncoding): Position {
  const { text, lineStarts } = indexed;
  const clamped = Math.max(0, Math.min(offset, text.length));
  const line = lineAt(lineStarts, clamped);
  const start = lineStarts[line] ?? 0;
  if (encoding === 'utf-16') return { line, character: clamped - start };
  let character = 0;
  for (let i = start; i < clamped; ) {
    const point = text.codePointAt(i) ?? 0;
    character += encoding === 'utf-32' ? 1 : utf8Length(point);
    i += point > 0xffff ? 2 : 1;
  }
  return { line, character };
}

export function rangeAt(
  indexed: IndexedText,
  range: { readonly start: number; readonly end: number },
  encoding: PositionEncoding,
): LineRange {
  return { start: positionAt(indexed, range.start, encoding), end: positionAt(indexed, range.end, encoding) };
}

function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the line's own characters end, before its line break. */
function contentEnd({ text, lineStarts }: IndexedText, line: number): number {
  let end = lineStarts[line + 1] ?? text.length;
  if (line + 1 >= lineStarts.length) return end;
  if (text.charCodeAt(end - 1) === 10) end--;
  if (text.charCodeAt(end - 1) === 13 && end > (lineStarts[line] ?? 0)) end--;
  return end;
}

function utf8Length(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
