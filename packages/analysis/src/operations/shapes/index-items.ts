/** What stands in the brackets of `x[…]`, in terms of axes. The ellipsis is the builtin `Ellipsis`, newaxis is None. */
import { type NdArray, nonzero } from '@softlens/core';
import type { Dim, Shape } from '../../values/dim.ts';
import { unknownDim } from '../../values/dim.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { arrayFromNested } from '../arrays/nested.ts';
import type { OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { isDim } from './shapes.ts';

interface Bounds {
  readonly start?: number | undefined;
  readonly stop?: number | undefined;
  readonly step?: number | undefined;
}

/** `data` absent where a value is not known; its shape may still be. */
export type Item =
  | { readonly kind: 'int'; readonly at: number | undefined }
  | { readonly kind: 'slice'; readonly bounds: Bounds | undefined; readonly full: boolean }
  | { readonly kind: 'newaxis' }
  | { readonly kind: 'array'; readonly shape: Shape; readonly data: NdArray | undefined };

/** One item per axis and per new axis: the ellipsis is written out, masks become index arrays, missing axes whole slices. */
export function indexItems(indices: readonly Value[], rank: number, context: OperationContext): readonly Item[] {
  const before: Item[] = [];
  let after: Item[] | undefined;
  for (const value of indices) {
    const list = after ?? before;
    if (value.kind === 'builtin' && value.name === 'Ellipsis') {
      if (after) raise('an index can only have a single ellipsis');
      after = [];
    } else list.push(...itemsOf(value, context));
  }
  const used = [...before, ...(after ?? [])].filter((item) => item.kind !== 'newaxis').length;
  if (used > rank) raise(`too many indices for array: array is ${rank}-dimensional, but ${used} were indexed`);
  const whole = Array.from({ length: rank - used }, (): Item => ({ kind: 'slice', bounds: {}, full: true }));
  return [...before, ...whole, ...(after ?? [])];
}

function itemsOf(value: Value, context: OperationContext): readonly Item[] {
  switch (value.kind) {
    case 'int':
      return [{ kind: 'int', at: Number(value.value) }];
    case 'none':
      return [{ kind: 'newaxis' }];
    case 'slice':
      return [sliceItem(value)];
    case 'array':
      return arrayItems(value);
    case 'tuple':
    case 'range': {
      const array = arrayFromNested(value, undefined, context);
      if (array.kind !== 'array') return giveUp('unmodelled', 'index');
      // An empty list indexes nothing; its natural dtype is float, which no array takes as an index.
      if (value.kind === 'tuple' && value.items.length === 0) return giveUp('unmodelled', 'empty index');
      return arrayItems(array);
    }
    case 'unknown':
      // An int that is not known, or a mask: only sizes are surely ints.
      return isDim(value) ? [{ kind: 'int', at: undefined }] : giveUp(value.reason.key, value.reason.name);
    case 'bool':
      return giveUp('unmodelled', 'bool index');
    default:
      return raise(
        'only integers, slices (`:`), ellipsis (`...`), newaxis (`None`) and integer or boolean arrays are valid indices',
      );
  }
}

function sliceItem(value: Extract<Value, { kind: 'slice' }>): Item {
  const parts = [value.lower, value.upper, value.step].map(boundOf);
  const full = parts[0] === undefined && parts[1] === undefined && (parts[2] === undefined || Math.abs(Number(parts[2])) === 1);
  if (parts.includes('unread')) return { kind: 'slice', bounds: undefined, full: false };
  const [start, stop, step] = parts.map((part) => (typeof part === 'number' ? part : undefined));
  if (step === 0) raise('slice step cannot be zero');
  return { kind: 'slice', bounds: { start, stop, step }, full };
}

function boundOf(value: Value | undefined): number | 'unread' | undefined {
  if (!value || value.kind === 'none') return undefined;
  if (value.kind === 'int') return Number(value.value);
  if (value.kind === 'array' && value.data?.data.length === 1) return value.data.data[0] ?? 0;
  if (value.kind === 'float') return raise('slice indices must be integers');
  return 'unread';
}

function arrayItems(value: ArrayValue): readonly Item[] {
  if (value.dtype === 'bool') return maskItems(value);
  if (value.dtype?.includes('float')) raise('arrays used as indices must be of integer (or boolean) type');
  if (!value.shape) return giveUp(value.reason?.key ?? 'unmodelled', value.reason?.name);
  if (value.shape.length === 0) return [{ kind: 'int', at: value.data?.data[0] }];
  return [{ kind: 'array', shape: value.shape, data: value.data }];
}

/** A mask over n axes is n index arrays: the places where it holds. */
function maskItems(value: ArrayValue): readonly Item[] {
  if (!value.shape) return giveUp(value.reason?.key ?? 'unmodelled', value.reason?.name);
  const rank = value.shape.length;
  if (rank === 0) return giveUp('unmodelled', 'bool index');
  const found = value.data && nonzero(value.data);
  const count: Dim = found ? (found.shape[0] ?? 0) : unknownDim;
  return Array.from({ length: rank }, (_, axis): Item => ({ kind: 'array', shape: [count], data: found && column(found, axis) }));
}

function column(table: NdArray, axis: number): NdArray {
  const [rows = 0, columns = 1] = table.shape;
  return {
    dtype: 'int64',
    shape: [rows],
    data: Float64Array.from({ length: rows }, (_, i) => table.data[i * columns + axis] ?? 0),
  };
}
