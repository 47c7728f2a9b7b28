import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeText, openText } from '../src/documents.ts';
import { indexText, offsetAt, type PositionEncoding, positionAt } from '../src/positions.ts';

const encodings: readonly PositionEncoding[] = ['utf-8', 'utf-16', 'utf-32'];
/** Characters of one to four bytes, and every kind of line end. */
const text = fc
  .array(fc.constantFrom('a', 'é', '概', '😀', '\n', '\r\n', '\r', ' '), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('positions', () => {
  test('a character counts in the unit that was agreed on', () => {
    const line = indexText("s = '概😀'; p");
    const offset = line.text.indexOf('p');
    expect(encodings.map((encoding) => positionAt(line, offset, encoding).character)).toEqual([15, 11, 10]);
  });

  test('beyond the line means its end, before the line break', () => {
    const lines = indexText('ab\r\ncd');
    expect(offsetAt(lines, { line: 0, character: 99 }, 'utf-16')).toBe(2);
    expect(offsetAt(lines, { line: 9, character: 0 }, 'utf-16')).toBe(6);
  });

  test('law: an offset between characters survives the way there and back', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...encodings), (content, at, encoding) => {
        const indexed = indexText(content);
        const offset = at % (content.length + 1);
        const inside =
          /[\udc00-\udfff]/.test(content[offset] ?? '') || (content[offset] === '\n' && content[offset - 1] === '\r');
        fc.pre(!inside);
        expect(offsetAt(indexed, positionAt(indexed, offset, encoding), encoding)).toBe(offset);
      }),
    );
  });

  test('law: an incremental change gives the text that the client has', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), text, fc.constantFrom(...encodings), (content, a, b, inserted, encoding) => {
        const document = openText('file:///a.py', 'python', 1, content);
        const [start = 0, end = 0] = [a, b].map((at) => at % (content.length + 1)).sort((x, y) => x - y);
        fc.pre(
          ![start, end].some(
            (at) => /[\udc00-\udfff]/.test(content[at] ?? '') || (content[at] === '\n' && content[at - 1] === '\r'),
          ),
        );
        const range = { start: positionAt(document, start, encoding), end: positionAt(document, end, encoding) };
        const changed = changeText(document, [{ range, text: inserted }], 2, encoding);
        expect(changed.document.text).toBe(content.slice(0, start) + inserted + content.slice(end));
      }),
    );
  });
});
