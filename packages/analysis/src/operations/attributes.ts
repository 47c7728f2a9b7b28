/** `x.shape`, `x.T`, `x.dtype` …, and iteration over the first axis. */
import type { ArrayValue, Tuple, Value } from '../values/value.ts';
import { indexTexts } from './arrays/texts.ts';
import type { OperationContext } from './operation.ts';
import { raise, settle, unknownValue } from './outcome.ts';
import { indexArray } from './shapes/indexing.ts';
import { permuted } from './shapes/permutation.ts';
import { dimValue, sizeOf } from './shapes/shapes.ts';

/** The value of an attribute that arrays have by themselves; undefined when it is none (then it may be a method). */
export function arrayAttribute(array: ArrayValue, name: string, _context: OperationContext): Value | undefined {
  const { shape } = array;
  switch (name) {
    case 'shape':
      return shape ? shapeTuple(array) : unknownValue('unmodelled', 'shape');
    case 'ndim':
    case 'rank':
      if (name === 'rank' && array.library !== 'tfjs') return undefined;
      return shape ? { kind: 'int', value: shape.length } : unknownValue('unmodelled', name);
    case 'size':
      if (array.library === 'torch') return undefined;
      return shape ? dimValue(sizeOf(shape)) : unknownValue('unmodelled', name);
    case 'dtype':
      return array.dtype
        ? { kind: 'dtype', library: array.library, dtype: array.dtype, instance: true }
        : unknownValue('unmodelled', name);
    case 'T':
    case 'mT':
    case 'H':
      if (array.texts) return indexTexts(array, (positions) => transposed(positions, name));
      return settle(() => transposed(array, name));
    case 'data':
    case 'real':
    case 'values':
      return name === 'values' && array.library !== 'numpy' ? undefined : array;
    case 'requires_grad':
    case 'is_cuda':
      return array.library === 'torch' ? unknownValue('unmodelled', name) : undefined;
    case 'grad':
    case 'device':
      return array.library === 'torch' ? unknownValue('unmodelled', name) : undefined;
    default:
      return undefined;
  }
}

function shapeTuple(array: ArrayValue): Tuple {
  const items = (array.shape ?? []).map(dimValue);
  return array.library === 'torch' ? { kind: 'tuple', items, type: 'torch.Size' } : { kind: 'tuple', items };
}

function transposed(array: ArrayValue, name: 'T' | 'mT' | 'H'): ArrayValue {
  const { shape } = array;
  if (!shape) return permuted(array, undefined);
  const order = shape.map((_, axis) => axis);
  if (name === 'T') return permuted(array, order.toReversed());
  if (shape.length < 2) return raise(`tensor.${name} is only supported for matrices`);
  return permuted(array, [...order.slice(0, -2), shape.length - 1, shape.length - 2]);
}

/** The items along the first axis; undefined when their number is not known. Raises (as a value) for a 0-d array. */
export function arrayItems(array: ArrayValue, context: OperationContext): readonly Value[] | undefined {
  const length = array.shape?.[0];
  if (typeof length !== 'number' || length > context.maxElements) return undefined;
  return Array.from({ length }, (_, i) => indexArray(array, [{ kind: 'int', value: i }], context));
}
