import { type ArrayInput, asArray } from '../../ndarray/create/as-array.ts';
import { floatOr } from '../../ndarray/dtypes/float-or.ts';
import { map } from '../../ndarray/elements/map.ts';
import type { NdArray } from '../../ndarray/ndarray.ts';
import { softmaxAlong } from './softmax.ts';
import type { SoftmaxAlongOptions } from './softmax-line.ts';

/** softmax(−x) along `axis`. Shapes, dtypes and errors as `softmaxAlong`. */
export function softminAlong(z: ArrayInput, axis: number, options: SoftmaxAlongOptions = {}): NdArray {
  const a = asArray(z);
  const negated = map(a, (x) => -x, options.dtype ?? floatOr(a.dtype));
  return softmaxAlong(negated, axis, options);
}
