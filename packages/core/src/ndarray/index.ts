export type { DType } from './dtype.ts';
export type { NdArray, NdData } from './ndarray.ts';

export { arange } from './create/arange.ts';
export { array, type Nested } from './create/array.ts';
export { type ArrayInput, asArray, isNdArray } from './create/as-array.ts';
export { eye } from './create/eye.ts';
export { fromData } from './create/from-data.ts';
export { full } from './create/full.ts';
export { item } from './create/item.ts';
export { linspace } from './create/linspace.ts';
export { ones } from './create/ones.ts';
export { scalar } from './create/scalar.ts';
export { type NestedList, toNested } from './create/to-nested.ts';
export { zeros } from './create/zeros.ts';

export { toBfloat16 } from './dtypes/bfloat16.ts';
export { cast } from './dtypes/cast.ts';
export { toFloat16 } from './dtypes/float16.ts';
export { type FloatInfo, floatInfo } from './dtypes/float-info.ts';
export { type DTypeKind, floatOr, isFloat, kindOf } from './dtypes/kind.ts';
export { rounder, roundTo } from './dtypes/round-to.ts';

export { normalizeAxes, normalizeAxis } from './shape/axis.ts';
export { broadcastShapes, broadcastTo, sameShape } from './shape/broadcast.ts';
export { concatenate, stack } from './shape/concatenate.ts';
export { indices } from './shape/indices.ts';
export { offsets } from './shape/offsets.ts';
export { moveAxis, permute, swapAxes, transpose } from './shape/permute.ts';
export { flatten, ravel } from './shape/ravel.ts';
export { reshape } from './shape/reshape.ts';
export { sizeOf } from './shape/size-of.ts';
export { split, splitEvery, splitInto } from './shape/split.ts';
export { expandDims, squeeze } from './shape/squeeze.ts';
export { stridesOf } from './shape/strides-of.ts';
export { flip, pad, repeat, roll, tile } from './shape/tile.ts';

export { allClose, type Tolerance } from './elements/all-close.ts';
export { equals } from './elements/equals.ts';
export { map } from './elements/map.ts';
export { where } from './elements/where.ts';
export { zipWith } from './elements/zip-with.ts';

export { mapAlong } from './reduce/along.ts';
export { cumprod, cumsum } from './reduce/cumulative.ts';
export { argmax, argmin, max, min } from './reduce/extreme.ts';
export { all, any, countNonzero } from './reduce/logical.ts';
export { mean } from './reduce/mean.ts';
export { norm, type NormOptions } from './reduce/norm.ts';
export { pairwiseSum } from './reduce/pairwise-sum.ts';
export { prod } from './reduce/prod.ts';
export { reduce, type ReduceOptions, type Reducer } from './reduce/reduce.ts';
export { sum } from './reduce/sum.ts';
export { standardDeviation, variance, type VarianceOptions } from './reduce/variance.ts';

export { gather } from './select/gather.ts';
export { indexArrays } from './select/index-arrays.ts';
export { index, type IndexItem } from './select/index-basic.ts';
export { mask, nonzero, unique } from './select/mask.ts';
export { oneHot } from './select/one-hot.ts';
export { scatter } from './select/scatter.ts';
export { setAt } from './select/set-at.ts';
export { slice, type SliceRange } from './select/slice.ts';
export { take } from './select/take.ts';
export { lowerTriangle, upperTriangle } from './select/triangle.ts';

export { argsort, sort, type SortOptions } from './order/argsort.ts';
export { topk, type TopKOptions } from './order/topk.ts';

export { diag } from './linear/diagonal.ts';
export { matmul } from './linear/matmul.ts';
export { outer } from './linear/outer.ts';
