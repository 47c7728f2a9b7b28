import { formOf, sameComputation } from '../operations/activations/formulas.ts';
import { operandOf } from '../operations/elementwise/operand.ts';
import type { Form, Value } from '../values/value.ts';
import { isKnown } from './engine/mismatch.ts';
import { message, type Rule } from './engine/rule.ts';
import { subtractMaximum } from './fixes/stable-form.ts';

/**
 * exp overflows at 11.09 in float16, 88.72 in float32 and bfloat16, 709.8 in float64: then both sides of the fraction are infinite and
 * the softmax is NaN. Subtracting the maximum first changes nothing else.
 */
export const rule: Rule = {
  id: 'naive-softmax',
  severity: 'info',
  fix: 'safe',
  onOperator(event, context) {
    if (event.kind !== 'binary' || event.operator !== '/') return;
    const [dividend, divisor] = event.operands;
    const exponent = dividend && exponentOf(dividend);
    if (!exponent || !divisor || !isSumOf(divisor, dividend) || mayBeShifted(exponent) || isKnown(event.result)) return;
    context.report({
      place: event.place,
      message: message('rule.naive-softmax', { bound: overflowBound(dividend) }),
      fixes: dividend.kind === 'array' ? subtractMaximum(event, dividend.library, summedAxis(divisor), context) : [],
    });
  },
};

/** The sum of the very elements, whatever the axis: their softmax is meant. */
function isSumOf(divisor: Value, elements: Value): boolean {
  const sum = sumOf(divisor);
  return sum?.op === 'sum' && sum.operands[0] !== undefined && sameComputation(sum.operands[0], elements);
}

const sumOf = (divisor: Value): Form | undefined => {
  const form = formOf(divisor);
  return form?.op === 'unsqueeze' && form.operands[0] ? formOf(form.operands[0]) : form;
};

const summedAxis = (divisor: Value): number | undefined => sumOf(divisor)?.axis;

/** What exp was taken of. */
export function exponentOf(value: Value): Value | undefined {
  const form = formOf(value);
  return form?.op === 'exp' ? form.operands[0] : undefined;
}

/** True for x − max(x), for whatever may be it, for a distance turned over and for a logarithm: only what is plainly not shifted is naive. */
function mayBeShifted(exponent: Value): boolean {
  if (exponent.kind === 'unknown') return exponent.symbol === undefined || /-|^call@/.test(exponent.symbol);
  const form = formOf(exponent);
  // exp(log p / T) is a power of p: it cannot overflow where p did not.
  if (form?.op === 'negative' || form?.op === 'lowered' || form?.op === 'log') return true;
  const [x, other] = form?.operands ?? [];
  if (form?.op === '-') return other === undefined || operandOf(other)?.number === undefined;
  if (x && scaling.has(form?.op ?? '')) return mayBeShifted(x);
  return false;
}

/** `x / T`, `x * scale`, and an unread x that a library's function was given. */
const scaling: ReadonlySet<string> = new Set(['/', '*', 'tensor']);

/** ln of the largest finite number of the dtype; of the library's default one where it is not known. */
export function overflowBound(value: Value): string {
  const dtype = value.kind === 'array' ? (value.dtype ?? (value.library === 'numpy' ? 'float64' : 'float32')) : 'float64';
  return dtype === 'float16' ? '11.09' : dtype === 'float32' || dtype === 'bfloat16' ? '88.72' : '709.8';
}
