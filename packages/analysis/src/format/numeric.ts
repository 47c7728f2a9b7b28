/** The numbers inside a value, whatever it is kept in: an array, a scalar, a list or tuple of numbers, nested or not. */
import type { Value } from '../values/value.ts';

export interface Numeric {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly data: ArrayLike<number>;
  readonly kind: 'float' | 'int' | 'bool';
  /** Absent for the language's own numbers. */
  readonly dtype?: string;
  readonly library?: string;
}

/** More elements than this are not shown as numbers anywhere. */
const maxListElements = 100_000;

export function numericOf(value: Value): Numeric | undefined {
  switch (value.kind) {
    case 'array': {
      if (!value.data) return undefined;
      const { shape, data, dtype } = value.data;
      return { shape, data, kind: kindOf(dtype), dtype, library: value.library };
    }
    case 'float':
      return { shape: [], data: [value.value], kind: 'float' };
    case 'int':
      return { shape: [], data: [Number(value.value)], kind: 'int' };
    case 'bool':
      return { shape: [], data: [value.value ? 1 : 0], kind: 'bool' };
    case 'tuple':
      return stack(value.items);
    case 'reference':
      return value.state?.kind === 'list' && value.state.items ? stack(value.state.items) : undefined;
    default:
      return undefined;
  }
}

/** The axis a result sums along, as an index ≥ 0, where the shape is known. */
export function positiveAxis(axis: number | undefined, rank: number): number | undefined {
  if (axis === undefined) return undefined;
  const index = axis < 0 ? axis + rank : axis;
  return index >= 0 && index < rank ? index : undefined;
}

/** The vectors of an array along an axis, in row-major order of the other axes, with their indices there. */
export function slicesAlong(
  numeric: Numeric,
  axis: number,
  limit = Number.POSITIVE_INFINITY,
): { index: number[]; values: number[] }[] {
  const { shape, data } = numeric;
  const size = shape[axis] ?? 0;
  const inner = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
  const outer = shape.slice(0, axis).reduce((a, b) => a * b, 1);
  const others = shape.filter((_, i) => i !== axis);
  const slices: { index: number[]; values: number[] }[] = [];
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      if (slices.length >= limit) return slices;
      const values = Array.from({ length: size }, (_, k) => data[(o * size + k) * inner + i] ?? Number.NaN);
      slices.push({ index: unravel(o * inner + i, others), values });
    }
  }
  return slices;
}

function unravel(flat: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = flat;
  for (let i = shape.length - 1; i >= 0; i--) {
    const size = shape[i] ?? 1;
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return index;
}

/** Lists do not change once they are in a value; a long one is asked for in many places, and may be made of others many times over. */
const stacked = new WeakMap<readonly Value[], { readonly numeric: Numeric | undefined }>();

function stack(items: readonly Value[]): Numeric | undefined {
  const known = stacked.get(items);
  if (known) return known.numeric;
  const numeric = stackAnew(items);
  stacked.set(items, { numeric });
  return numeric;
}

function stackAnew(items: readonly Value[]): Numeric | undefined {
  if (items.length === 0 || items.length > maxListElements) return undefined;
  const parts: Numeric[] = [];
  let total = 0;
  for (const item of items) {
    // Arrays side by side are no array: `(values, indices)`.
    const part = item.kind === 'array' ? undefined : numericOf(item);
    const first = parts[0] ?? part;
    if (!part || !first || part.shape.join() !== first.shape.join()) return undefined;
    total += part.data.length;
    if (total > maxListElements) return undefined;
    parts.push(part);
  }
  const data = parts.flatMap((part) => Array.from(part.data));
  return { shape: [items.length, ...(parts[0]?.shape ?? [])], data, kind: widest(parts) };
}

function widest(parts: readonly Numeric[]): Numeric['kind'] {
  if (parts.some((p) => p.kind === 'float')) return 'float';
  return parts.every((p) => p.kind === 'bool') ? 'bool' : 'int';
}

function kindOf(dtype: string): Numeric['kind'] {
  if (dtype === 'bool') return 'bool';
  return dtype.includes('float') ? 'float' : 'int';
}
