/** Sizes that are symbols take part in arithmetic: `x.size(0) * 4`, `N // 2`. */
import type { BinaryOperator } from '@softlens/syntax';
import { unknownDim } from '../../values/dim.ts';
import type { Value } from '../../values/value.ts';
import { addDims, dimValue, divideDims, isDim, multiplyDims, valueDim } from '../shapes/shapes.ts';

export function dimArithmetic(operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  if (!isDim(left) && !isDim(right)) return undefined;
  const sized = (value: Value): boolean => isDim(value) || value.kind === 'int';
  if (!sized(left) || !sized(right)) return undefined;
  const [a, b] = [valueDim(left), valueDim(right)];
  switch (operator) {
    case '*':
      return dimValue(multiplyDims(a, b));
    case '//':
      return dimValue(divideDims(a, b) ?? unknownDim);
    case '+':
      return dimValue(addDims(a, b));
    case '-':
      return dimValue(a === b && a !== unknownDim ? 0 : unknownDim);
    default:
      return undefined;
  }
}
