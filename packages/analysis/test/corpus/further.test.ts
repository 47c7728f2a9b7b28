/**
 * The second corpus (golden/corpus/further.py): wrong on none, neither in the value nor in how it prints; what raises has no
 * value; and most of it is evaluated.
 */
import { describe, expect, test } from 'vitest';
import { blindCorpus, type Tally } from './blind.ts';

describe('the second corpus', () => {
  const corpus = blindCorpus('further');

  test('of expressions: none is wrong, at least 94 % are evaluated', () => {
    check('expressions', corpus.expressions());
  });

  test('of expressions: what is evaluated prints as in Python', () => {
    expect(corpus.shownOtherwise()).toEqual([]);
  });

  test('of expressions: what raises has no value', () => {
    expect(corpus.valuesOfWhatRaises()).toEqual([]);
  });

  test('of scripts: none is wrong, at least 94 % of the bound names are evaluated', () => {
    check('names', corpus.scripts());
  });
});

function check(what: string, { wrong, unknown, evaluated }: Tally): void {
  console.log(`${what} evaluated: ${(100 * evaluated).toFixed(1)} %`);
  expect(wrong).toEqual([]);
  expect(evaluated, `not evaluated: ${unknown.join('\n')}`).toBeGreaterThanOrEqual(0.94);
}
