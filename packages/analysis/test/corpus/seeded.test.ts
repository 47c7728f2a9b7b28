/** What seeded programs draw (golden/corpus/seeded.py), against NumPy 1.24, Python 3.11 and PyTorch 1.13. */
import { describe, expect, test } from 'vitest';
import { blindCorpus } from './blind.ts';

describe('seeded programs', () => {
  const corpus = blindCorpus('seeded');

  test('of expressions: all are evaluated, none is wrong', () => {
    const { wrong, unknown } = corpus.expressions();
    expect({ wrong, unknown }).toEqual({ wrong: [], unknown: [] });
  });

  test('of scripts: none is wrong, at least 95 % of the bound names are evaluated', () => {
    const { wrong, unknown, evaluated } = corpus.scripts();
    expect(wrong).toEqual([]);
    expect(evaluated, `not evaluated: ${unknown.join('\n')}`).toBeGreaterThanOrEqual(0.95);
  });

  test('of scripts: at the end no name is wrong or prints wrongly, at least 95 % are evaluated', () => {
    const { wrong, unknown, evaluated } = corpus.endings();
    expect(wrong).toEqual([]);
    expect(evaluated, `not evaluated: ${unknown.join('\n')}`).toBeGreaterThanOrEqual(0.95);
  });
});
