import { operations } from '@softlens/frameworks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrayFromNested, binaryOperation, indexArray, runOperation } from '../../src/operations/index.ts';
import type { Dim } from '../../src/values/dim.ts';
import type { ArrayValue, Value } from '../../src/values/value.ts';
import { contextOf } from './golden-values.ts';

const dtypes = ['bool', 'uint8', 'int64', 'float16', 'float32', 'float64'] as const;
const dims: fc.Arbitrary<readonly Dim[]> = fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('N', '?', '2*N')), {
  maxLength: 4,
});
const numbers = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0.5, -0, Number.NaN, Infinity, 1e300));

const unknownArray: fc.Arbitrary<Value> = fc
  .record({ dtype: fc.constantFrom(...dtypes), shape: dims, library: fc.constantFrom('numpy', 'torch', 'jax') })
  .map((parts): ArrayValue => ({ kind: 'array', reason: { key: 'random' }, ...parts }));
const knownArray: fc.Arbitrary<Value> = fc
  .tuple(
    fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 }), { maxLength: 3 }),
    fc.constantFrom(...dtypes),
    fc.constantFrom('numpy', 'torch', 'tensorflow'),
  )
  .map(([rows, dtype, library]) =>
    arrayFromNested(
      {
        kind: 'tuple',
        items: rows.map((row): Value => ({ kind: 'tuple', items: row.map((value): Value => ({ kind: 'int', value })) })),
      },
      dtype,
      contextOf(library),
    ),
  );
const scalar: fc.Arbitrary<Value> = fc.oneof(
  numbers.map(
    (value): Value => (Number.isSafeInteger(value) && !Object.is(value, -0) ? { kind: 'int', value } : { kind: 'float', value }),
  ),
  fc.boolean().map((value): Value => ({ kind: 'bool', value })),
  fc.constantFrom<Value>(
    { kind: 'none' },
    { kind: 'text', value: 'mean' },
    { kind: 'unknown', reason: { key: 'parameter' } },
    { kind: 'slice' },
    { kind: 'builtin', name: 'Ellipsis' },
  ),
);
const leaf = fc.oneof(unknownArray, knownArray, scalar);
const value: fc.Arbitrary<Value> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }).map((items): Value => ({ kind: 'tuple', items })),
);

/** What every value promises: its data has its shape and dtype. */
function consistent(result: Value): boolean {
  if (result.kind === 'tuple') return result.items.every(consistent);
  if (result.kind !== 'array' || !result.data) return true;
  const { data, shape, dtype } = result;
  return (
    data.dtype === dtype && data.shape.join() === shape?.join() && data.data.length === data.shape.reduce((a, b) => a * b, 1)
  );
}

test.each(Object.entries(operations))('%s never throws, whatever it is given', (name, { roles }) => {
  fc.assert(
    fc.property(
      fc.array(value, { minLength: roles.length, maxLength: roles.length }),
      fc.constantFrom('numpy', 'torch', 'tensorflow', 'scipy'),
      (values, library) => {
        const args = new Map(roles.map((role, i) => [role, values[i] ?? { kind: 'none' as const }]));
        expect(consistent(runOperation(name, args, contextOf(library)))).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

test('operators and indexing never throw either', () => {
  fc.assert(
    fc.property(value, value, fc.constantFrom('+', '-', '*', '/', '//', '%', '**', '@', '&', '<<'), (a, b, operator) => {
      expect(consistent(binaryOperation(operator, a, b, contextOf('numpy')))).toBe(true);
      if (a.kind === 'array')
        expect(consistent(indexArray(a, b.kind === 'tuple' ? b.items : [b], contextOf('numpy')))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
