import { formOf, sameComputation } from '../operations/formulas.ts';
import type { Value } from '../values/value.ts';
import { isKnown } from './engine/mismatch.ts';
import { message, type Rule } from './engine/rule.ts';

/**
 * exp overflows at 11.09 in float16, 88.72 in float32 and bfloat16, 709.8 in float64: then both sides of the fraction are infinite and
 * the softmax is NaN. Subtracting the maximum first changes nothing else.
 */
export const rule: Rule = {
  id: 'naive-softmax',
  severity: 'info',
  onOperator(event, context) {
    if (event.kind !== 'binary' || event.operator !== '/') return;
    const [dividend, divisor] = event.operands;
    const exponent = dividend && exponentOf(dividend);
    if (!exponent || !divisor || !isSumOf(divisor, dividend) || isShifted(exponent) || isKnown(event.result)) return;
    context.report({ place: event.place, message: message('rule.naive-softmax', { bound: overflowBound(dividend) }) });
  },
};

/** The sum of the very elements, whatever the axis: their softmax is meant. */
function isSumOf(divisor: Value, elements: Value): boolean {
  const form = formOf(divisor);
  const sum = form?.op === 'unsqueeze' && form.operands[0] ? formOf(form.operands[0]) : form;
  return sum?.op === 'sum' && sum.operands[0] !== undefined && sameComputation(sum.operands[0], elements);
}

/** What exp was taken of. */
export function exponentOf(value: Value): Value | undefined {
  const form = formOf(value);
  return form?.op === 'exp' ? form.operands[0] : undefined;
}

/** True for x − max(x), whatever the axis. */
function isShifted(exponent: Value): boolean {
  const form = formOf(exponent);
  const [x, maximum] = form?.op === '-' ? form.operands : [];
  const largest = maximum && (formOf(maximum)?.op === 'unsqueeze' ? formOf(maximum)?.operands[0] : maximum);
  const of = largest && formOf(largest)?.op === 'max' ? formOf(largest)?.operands[0] : undefined;
  return x !== undefined && of !== undefined && sameComputation(x, of);
}

/** ln of the largest finite number of the dtype. */
export function overflowBound(value: Value): string {
  const dtype = value.kind === 'array' ? value.dtype : 'float64';
  return dtype === 'float16' ? '11.09' : dtype === 'float32' || dtype === 'bfloat16' ? '88.72' : '709.8';
}
