/** Pooling and other sizes: shapes, and the numbers of small known arrays with the channels first. */
import type { Dim, Shape } from '../../values/dim.ts';
import type { Space } from '../../values/space.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, required, tensor, word } from '../arguments.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { knownShape, multiplyDims, product, valueDim } from '../shapes/shapes.ts';
import { reducedSpace } from '../spaces.ts';
import { adaptivelyPooled, interpolated } from './resampling.ts';
import { maxWindowWork, type Padding, paddingOf, perAxis, type Spatial, spatialOf, spatialShape, windowed } from './spatial.ts';
import { knownWindow, pooledData } from './windows.ts';

function withIndices(args: OperationArguments, value: ArrayValue): Value {
  if (!flag(args, 'withIndices')) return value;
  return {
    kind: 'tuple',
    items: [value, makeArray(value.library, { dtype: 'int64', shape: value.shape, reason: value.reason })],
  };
}

/** Pooling keeps the dtype; its numbers are not worked out. Averages and interpolations of probabilities are probabilities. */
function pooled(x: ArrayValue, shape: Shape | undefined, space?: Space): ArrayValue {
  return makeArray(x.library, { dtype: x.dtype, shape, space, reason: x.data ? { key: 'unmodelled', name: 'pool' } : x.reason });
}

const averaged = (x: ArrayValue, { row }: OperationContext): Space | undefined =>
  /avg|average/i.test(row?.name ?? '') ? x.space : undefined;

const pool: Operation = (args, context) => {
  const spatial = spatialOf(args, context);
  const { rank } = spatial;
  const kernel = perAxis(args, 'kernel', rank, 2);
  const [stride, dilation] = [perAxis(args, 'stride', rank, kernel), perAxis(args, 'dilation', rank, 1)];
  const padding = paddingOf(args, rank);
  const pad = (axis: number): Dim | 'same' => (padding === 'same' ? 'same' : padding === 'valid' ? 0 : (padding[axis] ?? 0));
  const ceil = flag(args, 'ceil');
  const shape = spatialShape(spatial, (size, axis) =>
    windowed(size, kernel[axis] ?? '?', stride[axis] ?? '?', pad(axis), dilation[axis] ?? 1, ceil),
  );
  return withIndices(
    args,
    windowPool(args, spatial, shape, { kernel, stride, dilation, padding }) ??
      pooled(spatial.x, shape, averaged(spatial.x, context)),
  );
};

/** The numbers of a pooling whose kind the row names, of small known arrays. */
function windowPool(
  args: OperationArguments,
  { x, rank, last }: Spatial,
  shape: Shape | undefined,
  parts: { kernel: readonly Dim[]; stride: readonly Dim[]; dilation: readonly Dim[]; padding: Padding },
): ArrayValue | undefined {
  const kind = given(args, 'kind') && word(args, 'kind');
  const known = shape && knownShape(shape);
  if (!x.data || !known || last || (kind !== 'max' && kind !== 'mean') || flag(args, 'ceil') || typeof parts.padding === 'string')
    return undefined;
  const window = knownWindow({ ...parts, padding: parts.padding });
  if (!window || product(known) * product(window.kernel) > maxWindowWork) return undefined;
  return makeArray(x.library, { data: pooledData(x.data, known, rank, window, kind) });
}

const adaptivePool: Operation = (args, context) => {
  const spatial = spatialOf(args, context);
  const value = required(args, 'size');
  const items = value.kind === 'tuple' ? value.items : Array.from({ length: spatial.rank }, () => value);
  const shape = spatialShape(spatial, (size, axis) => {
    const target = items[axis];
    return !target || target.kind === 'none' ? size : valueDim(target);
  });
  const { x } = spatial;
  const [known, kind] = [shape && knownShape(shape), given(args, 'kind') && word(args, 'kind')];
  const data =
    x.data && known && !spatial.last && (kind === 'max' || kind === 'mean')
      ? adaptivelyPooled(x.data, known, spatial.rank, kind)
      : undefined;
  const space = averaged(x, context);
  return withIndices(args, data ? makeArray(x.library, { data, space }) : pooled(x, shape, space));
};

const globalPool: Operation = (args, context) => {
  const spatial = spatialOf(args, context);
  const { start, rank, x } = spatial;
  if (flag(args, 'keepdims'))
    return pooled(
      x,
      spatialShape(spatial, () => 1),
      averaged(x, context),
    );
  const axes = Array.from({ length: rank }, (_, i) => start + i);
  return pooled(
    x,
    x.shape?.filter((_, axis) => !axes.includes(axis)),
    averaged(x, context) && reducedSpace(x.space, x.shape, axes, false),
  );
};

/** PyTorch's inputs have a batch and channels before what is stretched. */
const upsample: Operation = (own, context) => {
  const total = tensor(own, 'x', context).shape?.length;
  const known = given(own, 'rank') || total === undefined || total < 3;
  const args: OperationArguments = known ? own : new Map([...own, ['rank', { kind: 'int', value: total - 2 }]]);
  const spatial = spatialOf(args, context);
  const asked = given(args, 'size') ? perAxis(args, 'size', spatial.rank, '?'.split('')) : undefined;
  const factor = given(args, 'scale');
  const factors = factor ? scalesOf(factor, spatial.rank) : undefined;
  const { x } = spatial;
  const shape = spatialShape(spatial, (size, axis) => asked?.[axis] ?? (factors ? scaled(size, factors[axis]) : '?'));
  const [target, mode] = [shape && knownShape(shape), given(args, 'mode') ? word(args, 'mode') : 'nearest'];
  const data =
    x.data && target && !spatial.last && x.library === 'torch' && total !== undefined && total >= 3
      ? interpolated(x.data, target, spatial.rank, mode ?? '', flag(args, 'aligned'), asked ? [] : (factors ?? []))
      : undefined;
  return data ? makeArray(x.library, { data, space: x.space }) : pooled(x, shape, x.space);
};

/** A factor for each axis, which need not be whole. */
function scalesOf(value: Value, rank: number): readonly (number | undefined)[] {
  const one = (item: Value): number | undefined =>
    item.kind === 'int' || item.kind === 'float' ? Number(item.value) : undefined;
  return value.kind === 'tuple' ? value.items.map(one) : Array.from({ length: rank }, () => one(value));
}

const scaled = (size: Dim, factor: number | undefined): Dim => {
  if (factor === undefined) return '?';
  return typeof size === 'number' ? Math.floor(size * factor) : Number.isInteger(factor) ? multiplyDims(size, factor) : '?';
};

export const poolingOperations: Readonly<Record<string, Operation>> = { pool, adaptivePool, globalPool, upsample };
