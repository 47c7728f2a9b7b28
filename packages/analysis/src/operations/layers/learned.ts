/** What a layer gives whose weights are not known. */
import type { DType } from '@softlens/core';
import type { Shape } from '../../values/dim.ts';
import type { Space } from '../../values/space.ts';
import type { ArrayValue } from '../../values/value.ts';
import { isFloat } from '../arrays/promotion.ts';
import { rulesOf } from '../dialects.ts';
import { makeArray } from '../elementwise/operand.ts';

export function learned(x: ArrayValue, shape: Shape | undefined, space?: Space): ArrayValue {
  return makeArray(x.library, { dtype: floatType(x), shape, space, reason: { key: 'learned' } });
}

/** Layers compute in floats; integers become the default float (or are refused, which is not told here). */
export function floatType(x: ArrayValue): DType | undefined {
  return x.dtype && !isFloat(x.dtype) ? rulesOf(x.library).defaultFloat : x.dtype;
}
