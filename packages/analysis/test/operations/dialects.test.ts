/**
 * TensorFlow, JAX and JavaScript cannot be judged by the real libraries here; these rows follow their documentation:
 * https://docs.jax.dev/en/latest/type_promotion.html, https://www.tensorflow.org/api_docs/python/tf/math/divide,
 * https://js.tensorflow.org/api/latest/.
 */
import { expect, test } from 'vitest';
import { arrayFromNested, binaryOperation, dialectOf, type OperationContext, runOperation } from '../../src/operations/index.ts';
import type { Value } from '../../src/values/value.ts';

function contextOf(library: string): OperationContext {
  return { library, dialect: dialectOf(library), place: { path: 'a.py', start: 0, end: 0 }, maxElements: 4096 };
}
const float = (value: number): Value => ({ kind: 'float', value });
const int = (value: number): Value => ({ kind: 'int', value });
const list = (...items: Value[]): Value => ({ kind: 'tuple', items });
const array = (library: string, value: Value, dtype?: 'int8' | 'uint8' | 'bfloat16' | 'float16' | 'float32' | 'int32'): Value =>
  arrayFromNested(value, dtype, contextOf(library));

function told(value: Value): string {
  if (value.kind === 'unknown') return value.reason.key;
  if (value.kind !== 'array') return value.kind;
  return `${value.dtype}${value.weak ? ' weak' : ''} ${[...(value.data?.data ?? [])].join(' ')}`;
}
const ints = list(int(1), int(2));
const floats = list(float(1.5), float(2));

test.each<[string, Value, string]>([
  ['jnp.array([1, 2])', array('jax', ints), 'int32 1 2'],
  ['jnp.array(1.5)', array('jax', float(1.5)), 'float32 weak 1.5'],
  ['jnp.array([1, 2]) + 1.5', binaryOperation('+', array('jax', ints), float(1.5), contextOf('jax')), 'float32 weak 2.5 3.5'],
  ['bfloat16 + 1.5', binaryOperation('+', array('jax', floats, 'bfloat16'), float(1.5), contextOf('jax')), 'bfloat16 3 3.5'],
  [
    'bfloat16 + float16',
    binaryOperation('+', array('jax', floats, 'bfloat16'), array('jax', floats, 'float16'), contextOf('jax')),
    'float32 3 4',
  ],
  ['int8 + uint8', binaryOperation('+', array('jax', ints, 'int8'), array('jax', ints, 'uint8'), contextOf('jax')), 'int16 2 4'],
  ['int8 + 1', binaryOperation('+', array('jax', ints, 'int8'), int(1), contextOf('jax')), 'int8 2 3'],
  ['jnp ints / ints', binaryOperation('/', array('jax', ints), array('jax', ints), contextOf('jax')), 'float32 1 1'],
  [
    'jnp.exp(jnp.array([0, 0]))',
    runOperation('exp', new Map([['x', array('jax', list(int(0), int(0)))]]), contextOf('jax')),
    'float32 1 1',
  ],
  ['tf.constant([1, 2])', array('tensorflow', ints), 'int32 1 2'],
  ['tf ints + 1.5', binaryOperation('+', array('tensorflow', ints), float(1.5), contextOf('tensorflow')), 'error'],
  ['tf floats + 1', binaryOperation('+', array('tensorflow', floats), int(1), contextOf('tensorflow')), 'float32 2.5 3'],
  [
    'tf floats + tf ints',
    binaryOperation('+', array('tensorflow', floats), array('tensorflow', ints), contextOf('tensorflow')),
    'error',
  ],
  [
    'tf ints / ints',
    binaryOperation('/', array('tensorflow', ints), array('tensorflow', ints), contextOf('tensorflow')),
    'float64 1 1',
  ],
  ['tf.exp of ints', runOperation('exp', new Map([['x', array('tensorflow', ints)]]), contextOf('tensorflow')), 'error'],
  ['tf.tensor1d([1, 2])', array('tfjs', ints, 'float32'), 'float32 1 2'],
])('%s', (_, value, expected) => expect(told(value)).toBe(expected));

test.each<[string, Value, Value]>([
  ['7 / 2', binaryOperation('/', int(7), int(2), contextOf('tfjs')), float(3.5)],
  ['1 / 0', binaryOperation('/', int(1), int(0), contextOf('tfjs')), float(Infinity)],
  ['-7 % 3', binaryOperation('%', int(-7), int(3), contextOf('tfjs')), int(-1)],
  ['2 ** 53', binaryOperation('**', int(2), int(53), contextOf('tfjs')), float(2 ** 53)],
  ['"a" + 1', binaryOperation('+', { kind: 'text', value: 'a' }, int(1), contextOf('tfjs')), { kind: 'text', value: 'a1' }],
])('JavaScript: %s', (_, value, expected) => expect(value).toEqual(expected));

test.each<[string, Value, unknown]>([
  ['2 ** 100', binaryOperation('**', int(2), int(100), contextOf('numpy')), { kind: 'int', value: 2n ** 100n }],
  [
    '2 ** 100 % 1000',
    binaryOperation('%', binaryOperation('**', int(2), int(100), contextOf('numpy')), int(1000), contextOf('numpy')),
    int(376),
  ],
  ['-7 // 2', binaryOperation('//', int(-7), int(2), contextOf('numpy')), int(-4)],
  ['-7.5 % 2', binaryOperation('%', float(-7.5), int(2), contextOf('numpy')), float(0.5)],
  [
    '10 ** 400 / 10 ** 399',
    binaryOperation('/', { kind: 'int', value: 10n ** 400n }, { kind: 'int', value: 10n ** 399n }, contextOf('numpy')),
    float(10),
  ],
  [
    '1 / 0',
    binaryOperation('/', int(1), int(0), contextOf('numpy')),
    { kind: 'unknown', reason: { key: 'error', name: 'division by zero' } },
  ],
])('Python: %s', (_, value, expected) => expect(value).toEqual(expected));
