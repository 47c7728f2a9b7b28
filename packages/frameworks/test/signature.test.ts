import { describe, expect, test } from 'vitest';
import { parseSignature, readLiteral, signatureProblem } from '../src/index.ts';

describe('a signature', () => {
  test('names parameters, and their roles as annotations', () => {
    expect(parseSignature('(input: x, dim: axis=None)')).toEqual([
      { name: 'input', role: 'x', kind: 'positional', required: true },
      { name: 'dim', role: 'axis', kind: 'positional', default: null, required: false },
    ]);
  });

  test('knows positional-only, keyword-only and the rest', () => {
    const kinds = (text: string) => parseSignature(text).map(({ name, kind }) => `${name} ${kind}`);
    expect(kinds('(x, /, y, *, z=1)')).toEqual(['x positionalOnly', 'y positional', 'z keywordOnly']);
    expect(kinds('(*size: shape, dtype=None, **options)')).toEqual(['size rest', 'dtype keywordOnly', 'options restDict']);
  });

  test('... is an optional parameter whose default is not stated', () => {
    expect(parseSignature('(x=...)')).toEqual([{ name: 'x', role: 'x', kind: 'positional', required: false }]);
  });

  test.each([
    ["'mean'", 'mean'],
    ['"a, b"', 'a, b'],
    ['(1, (2, -3.5))', [1, [2, -3.5]]],
    ['[]', []],
    ['1e-05', 1e-5],
    ['True', true],
    ['null', null],
    ['float(1)', undefined],
  ])('the default %s is read as %j', (text, value) => {
    expect(readLiteral(text)).toEqual(value);
  });

  test.each(['x', '(x y)', '(1)', '(x=f())'])('%s is told to be none', (text) => {
    expect(signatureProblem(text)).toBeDefined();
    expect(() => parseSignature(text)).not.toThrow();
  });
});
