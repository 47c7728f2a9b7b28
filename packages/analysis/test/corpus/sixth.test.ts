/**
 * The sixth corpus (golden/corpus/sixth.py), NumPy, SciPy, scikit-learn and the language in the manner of tutorials: wrong on none. It was
 * written in two batches. Of the first, 87.2 % of the expressions and 84.3 % of the names were evaluated at first sight, two names wrong;
 * of the second, which looks for rarer functions, 73.8 % and 88.3 %, one expression and eight names wrong.
 */
import { describe, expect, test } from 'vitest';
import { blindCorpus, type Tally } from './blind.ts';

describe('the sixth corpus', () => {
  const corpus = blindCorpus('sixth');

  test('of expressions: none is wrong, at least 91 % are evaluated', () => {
    check('expressions', corpus.expressions(), 0.91);
  });

  test('of expressions: what is evaluated prints as in Python', () => {
    expect(corpus.shownOtherwise()).toEqual([]);
  });

  test('of scripts: none is wrong, at least 94 % of the bound names are evaluated', () => {
    check('names', corpus.scripts(), 0.94);
  });

  test('of scripts: at the end no name is wrong or prints wrongly, at least 94 % are evaluated', () => {
    check('names at the end', corpus.endings(), 0.94);
  });
});

function check(what: string, { wrong, unknown, evaluated }: Tally, least: number): void {
  console.log(`${what} evaluated: ${(100 * evaluated).toFixed(1)} %`);
  expect(wrong).toEqual([]);
  expect(evaluated, `not evaluated: ${unknown.join('\n')}`).toBeGreaterThanOrEqual(least);
}
