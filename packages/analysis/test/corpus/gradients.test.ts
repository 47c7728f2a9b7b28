/**
 * Gradients as PyTorch computes them (golden/corpus/gradients.py): of single operations, through broadcasting, of second order, and in
 * scripts in the manner of tutorials, in what names hold and in how they print.
 */
import { describe, expect, test } from 'vitest';
import { blindCorpus, type Tally } from './blind.ts';

describe('gradients', () => {
  const corpus = blindCorpus('gradients');

  test('of expressions: all are what PyTorch gives', () => {
    check(corpus.expressions());
    expect(corpus.valuesOfWhatRaises()).toEqual([]);
  });

  test('of scripts: all names are what PyTorch gives', () => {
    check(corpus.scripts());
  });

  test('of scripts: at the end all names are what PyTorch gives, and print so', () => {
    check(corpus.endings());
  });
});

function check({ wrong, unknown }: Tally): void {
  expect({ wrong, unknown }).toEqual({ wrong: [], unknown: [] });
}
