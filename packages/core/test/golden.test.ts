import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { logit, logSigmoid, sigmoid, softplus } from '../src/scalar/index.ts';
import { logSoftmax, logSumExp, softmax } from '../src/vector/index.ts';
import { ulps } from './ulp.ts';

interface Results {
  values: (number | string)[];
  hundredths: number[];
}

interface Golden {
  scalars: Record<string, Results & { inputs: number[] }>;
  vectors: { z: number[]; temperature: number; softmax: Results; logSoftmax: Results; logSumExp?: Results }[];
}

/** Made by golden/generate.py with mpmath. */
const golden: Golden = JSON.parse(readFileSync(new URL('../golden/golden.json', import.meta.url), 'utf8'));
const worst: Record<string, { results: number; 'largest error in ULP': number }> = {};

afterAll(() => console.table(worst));

describe('at most 1 ULP from the exact result', () => {
  test.each(Object.entries({ sigmoid, logSigmoid, softplus, logit }))('%s', (name, compute) => {
    const { inputs, ...results } = golden.scalars[name]!;
    check(name, inputs.map(compute), results);
  });

  test.each(Object.entries({ softmax, logSoftmax }))('%s', (name, compute) => {
    for (const { z, temperature, ...row } of golden.vectors) {
      check(name, compute(z, { temperature }), name === 'softmax' ? row.softmax : row.logSoftmax);
    }
  });

  test('logSumExp', () => {
    const rows = golden.vectors.filter((row) => row.logSumExp !== undefined);
    expect(rows.length).toBeGreaterThan(50);
    for (const { z, logSumExp: results } of rows) {
      const result = logSumExp(z);
      // Where the terms cancel, the promise is 1 ULP or 2^-96 of the maximum.
      const floor = Math.max(...z) < 0 ? Math.abs(Math.max(...z)) * 2 ** -96 : 0;
      if (floor < ulpOf(result) / 4) check('logSumExp', [result], results!);
      else expect(Math.abs(result - Number(results!.values[0]))).toBeLessThanOrEqual(floor + ulpOf(result));
    }
  });
});

function check(name: string, computed: ArrayLike<number>, { values, hundredths }: Results): void {
  expect(computed.length).toBe(values.length);
  worst[name] ??= { results: 0, 'largest error in ULP': 0 };
  const row = worst[name];
  for (let i = 0; i < computed.length; i++) {
    const error = ulps(computed[i]!, { value: Number(values[i]), hundredths: hundredths[i]! });
    expect(error, `${name}, result ${i}: ${computed[i]} instead of ${values[i]}`).toBeLessThanOrEqual(1);
    row.results++;
    row['largest error in ULP'] = Math.max(row['largest error in ULP'], error);
  }
}

/** The unit in the last place of x. */
function ulpOf(x: number): number {
  return Math.max(2 ** (Math.floor(Math.log2(Math.abs(x))) - 52), 2 ** -1074);
}
