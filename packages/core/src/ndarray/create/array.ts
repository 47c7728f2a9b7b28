import type { DType } from '../dtype.ts';
import type { NdArray, NdData } from '../ndarray.ts';
import { fromData } from './from-data.ts';

/** Numbers or booleans, nested to any depth; typed arrays count as the innermost lists. */
export type Nested = number | boolean | NdData | readonly Nested[];

/**
 * An array from nested lists. Without a dtype, booleans alone give bool and anything else float64.
 *
 * @throws RangeError if the lists are ragged.
 */
export function array(nested: Nested, dtype?: DType): NdArray {
  const shape = shapeOf(nested);
  const flat: number[] = [];
  const onlyBooleans = flatten(nested, shape, 0, flat);
  return fromData(flat, shape, dtype ?? (onlyBooleans && flat.length > 0 ? 'bool' : 'float64'));
}

function shapeOf(nested: Nested): number[] {
  const shape: number[] = [];
  let inner: Nested | undefined = nested;
  while (typeof inner === 'object') {
    shape.push(inner.length);
    inner = inner[0];
  }
  return shape;
}

/** Appends the leaves to `out`; tells whether all of them were booleans. */
function flatten(nested: Nested, shape: readonly number[], depth: number, out: number[]): boolean {
  if (typeof nested !== 'object') {
    if (depth !== shape.length) throw ragged(depth, shape);
    out.push(Number(nested));
    return typeof nested === 'boolean';
  }
  if (depth >= shape.length || nested.length !== shape[depth]) throw ragged(depth, shape);
  let onlyBooleans = true;
  for (const item of nested) onlyBooleans = flatten(item, shape, depth + 1, out) && onlyBooleans;
  return onlyBooleans;
}

function ragged(depth: number, shape: readonly number[]): RangeError {
  return new RangeError(`array: lists are ragged at depth ${depth}, where the first ones have shape [${shape.join(', ')}]`);
}
