import { type ArrayInput, asArray } from '../../ndarray/create/as-array.ts';
import { floatOr } from '../../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../../ndarray/ndarray.ts';
import { mapAlong } from '../../ndarray/reduce/along.ts';
import { sigmoid } from '../../scalar/sigmoid.ts';

/**
 * The gated linear unit a · sigmoid(b), where a and b are the first and second half along `axis` (default last), which is halved.
 * Source: Dauphin et al. 2016, https://arxiv.org/abs/1612.08083; `torch.nn.GLU`.
 *
 * @throws RangeError if the axis does not exist or its size is odd.
 */
export function glu(input: ArrayInput, axis = -1): NdArray {
  const a = asArray(input);
  const gate = (x: Float64Array): Float64Array => {
    if (x.length % 2 !== 0) throw new RangeError(`glu: axis ${axis} of shape [${a.shape.join(', ')}] has no two halves`);
    const half = x.length / 2;
    return x.slice(0, half).map((value, i) => value * sigmoid(x[half + i] ?? Number.NaN));
  };
  return mapAlong(a, axis, gate, floatOr(a.dtype), 'glu');
}
