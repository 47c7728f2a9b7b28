import { describe, expect, test } from 'vitest';
import { formatArray, formatFloat, formatShape, type Numeric, shortForm, unicodeBar } from '../../src/format/index.ts';

const floats = (shape: readonly number[], ...data: number[]): Numeric => ({ shape, data, kind: 'float' });
const categorical = { space: 'probabilities', family: 'categorical', axis: -1 };

describe('numbers', () => {
  test('floats keep a point and the digits that matter', () => {
    expect([2, 0.1, Math.PI, 12345.678, 1e-5, 2e12, -0, NaN, -Infinity].map((x) => formatFloat(x))).toEqual([
      '2.0',
      '0.1',
      '3.1416',
      '12346.0',
      '1e-5',
      '2e12',
      '-0.0',
      'nan',
      '-inf',
    ]);
  });

  test('float32 noise is not shown', () => {
    expect(formatFloat(Math.fround(0.1))).toBe('0.1');
  });

  test('arrays nest, and long ones are cut in the middle', () => {
    expect(formatArray(floats([2, 2], 1, 2, 3, 4))).toBe('[[1.0, 2.0], [3.0, 4.0]]');
    expect(formatArray({ shape: [20], data: Array.from({ length: 20 }, (_, i) => i), kind: 'int' }, {}, { items: 4 })).toBe(
      '[0, 1, 2, …, 19]',
    );
  });

  test('each row of a matrix is rounded to its own sum', () => {
    const third = 1 / 3;
    expect(formatArray(floats([2, 3], third, third, third, 0.5, 0.25, 0.25), categorical)).toBe(
      '[[0.334, 0.333, 0.333], [0.50, 0.25, 0.25]]',
    );
    expect(formatArray(floats([3, 2], third, 0.5, third, 0.25, third, 0.25), { ...categorical, axis: 0 })).toBe(
      '[[0.334, 0.50], [0.333, 0.25], [0.333, 0.25]]',
    );
  });
});

describe('the short form of hints', () => {
  test('no leading zeros', () => {
    expect(shortForm(floats([3], 0.659001, 0.242433, 0.098566), categorical)).toBe('.659 .242 .099');
  });

  test('fewer digits, then fewer elements, where it would be too long', () => {
    expect(shortForm(floats([5], 0.4, 0.31, 0.111, 0.1, 0.079), categorical)).toBe('.40 .31 .11 .10 .08');
    expect(shortForm(floats([10], ...Array.from({ length: 10 }, () => 0.1)), categorical)?.length).toBeLessThanOrEqual(23);
  });

  test('zero stays zero', () => {
    expect(shortForm(floats([2], 0, -1000))).toBe('0 -1000');
    expect(shortForm(floats([2], 0, 1), { space: 'probabilities' })).toBe('0 1');
  });

  test('rows are set apart', () => {
    expect(shortForm(floats([2, 2], 0.75, 0.25, 0.5, 0.5), categorical)).toBe('.75 .25; .5 .5');
  });
});

test('bars are exact to an eighth and never vanish', () => {
  expect(unicodeBar(0.659, 10)).toBe('██████▋');
  expect(unicodeBar(1e-9, 10)).toBe('▏');
  expect(unicodeBar(0, 10)).toBe('');
  expect(unicodeBar(1, 10)).toBe('██████████');
});

test('shapes', () => {
  expect([formatShape(['N', 10]), formatShape([]), formatShape(undefined)]).toEqual(['[N, 10]', '[]', '[…]']);
});
