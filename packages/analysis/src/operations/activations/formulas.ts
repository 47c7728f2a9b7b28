/**
 * Hand-written softmax and sigmoid: recognised from how the operands were computed (`Form`), not from names.
 * exp(x) / sum(exp(x)), with or without the maximum subtracted; x - logsumexp(x); 1 / (1 + exp(-x)); exp(x) / (1 + exp(x)).
 */

import { isLowered, lowered } from '../../values/lowered.ts';
import type { Place, Space } from '../../values/space.ts';
import type { Form, Value } from '../../values/value.ts';
import { operandOf } from '../elementwise/operand.ts';
import { makeSpace, originAt } from '../spaces.ts';

export function formOf(value: Value): Form | undefined {
  return value.kind === 'array' || value.kind === 'float' ? value.form : undefined;
}

/** The same computation: the very value, or equal forms of the same operands. */
export function sameComputation(a: Value, b: Value, depth = 4): boolean {
  if (a === b) return true;
  const [x, y] = [operandOf(a), operandOf(b)];
  if (x?.python && y?.python) return x.number === y.number;
  const [f, g] = [formOf(a), formOf(b)];
  if (!f || !g || depth === 0 || f.op !== g.op || f === lowered || f.axis !== g.axis || f.operands.length !== g.operands.length)
    return false;
  return f.operands.every((operand, i) => sameComputation(operand, g.operands[i]!, depth - 1));
}

function rankOf(value: Value): number | undefined {
  return operandOf(value)?.shape?.length;
}

function isNumber(value: Value, number: number): boolean {
  const operand = operandOf(value);
  return (operand?.number ?? (operand?.shape?.length === 0 ? operand.data?.data[0] : undefined)) === number;
}

/** The space that division gives by its form, or undefined. */
export function quotientSpace(dividend: Value, divisor: Value, place: Place): Space | undefined {
  return normalised(dividend, divisor, place) ?? logistic(dividend, divisor, place);
}

/** e / sum(e) along the axis of the sum, for elements that cannot be negative. */
function normalised(dividend: Value, divisor: Value, place: Place): Space | undefined {
  const transposed = formOf(dividend)?.op === 'transpose' ? formOf(dividend)?.operands[0] : undefined;
  const direct = sumOver(dividend, divisor);
  const turned = direct === undefined && transposed ? sumOver(transposed, divisor) : undefined;
  if (direct === undefined && turned === undefined) return undefined;
  const axis = placedAxis(direct ?? turned!, turned !== undefined ? transposed! : dividend, divisor, turned !== undefined);
  if (axis === undefined || !nonNegative(transposed ?? dividend)) return undefined;
  const shape = operandOf(dividend)?.shape;
  const origin = originAt(place, 'exp(x) / sum(exp(x))', operandOf(dividend)?.space);
  return makeSpace('probabilities', { family: 'categorical', axis, classes: shape?.[axis], origin });
}

interface SumOf {
  /** From the start; `all` for a sum over everything. */
  readonly axis: number | 'all';
  /** Axes of size one that were put back by hand, from the start of the result. */
  readonly inserted?: number;
}

/** Whether `divisor` is a sum of `elements`, and along which axis. */
function sumOver(elements: Value, divisor: Value): SumOf | undefined {
  const form = formOf(divisor);
  if (form?.op === 'unsqueeze' && form.axis !== undefined) {
    const inner = formOf(form.operands[0]!);
    if (inner?.op === 'sum' && sameComputation(inner.operands[0]!, elements))
      return { axis: inner.axis ?? 'all', inserted: form.axis };
    return undefined;
  }
  if (form?.op !== 'sum' || !sameComputation(form.operands[0]!, elements)) return undefined;
  return { axis: form.axis ?? 'all' };
}

/** The axis of the quotient along which it sums to one, if the divisor is broadcast along the axis it was summed over. */
function placedAxis(sum: SumOf, elements: Value, divisor: Value, transposed: boolean): number | undefined {
  const [rank, sumRank] = [rankOf(elements), rankOf(divisor)];
  if (rank === undefined || sumRank === undefined) return undefined;
  if (sum.axis === 'all') return rank === 1 ? 0 : undefined;
  const axis = sum.axis < 0 ? sum.axis + rank : sum.axis;
  if (transposed) return rank === 2 && axis === 1 && sumRank === 1 ? 0 : undefined;
  if (sumRank === rank) return sum.inserted === undefined || sum.inserted === axis ? axis : undefined;
  // The sum lost its axis: it lines up again only when the first axis was summed, or nothing is left.
  return sumRank === rank - 1 && (axis === 0 || sumRank === 0) ? axis : undefined;
}

function nonNegative(value: Value): boolean {
  const operand = operandOf(value);
  if (operand?.space?.name === 'probabilities' || operand?.space?.name === 'one-hot') return true;
  const op = formOf(value)?.op;
  if (op === 'exp' || op === 'abs' || op === 'square' || op === 'relu') return true;
  return operand?.data?.data.every((x: number) => x >= 0) ?? false;
}

function logistic(dividend: Value, divisor: Value, place: Place): Space | undefined {
  const sum = formOf(divisor);
  if (sum?.op !== '+') return undefined;
  const exponential = sum.operands.find((operand) => formOf(operand)?.op === 'exp');
  if (!exponential || !sum.operands.some((operand) => isNumber(operand, 1))) return undefined;
  if (!isNumber(dividend, 1) && !sameComputation(dividend, exponential)) return undefined;
  return makeSpace('probabilities', { family: 'bernoulli', origin: [{ place, what: '1 / (1 + exp(-x))' }] });
}

/** x - logsumexp(x), also as z - log(sum(exp(z))). */
export function differenceSpace(left: Value, right: Value, place: Place): Space | undefined {
  const inserted = formOf(right)?.op === 'unsqueeze' ? formOf(right) : undefined;
  const total = inserted ? formOf(inserted.operands[0]!) : formOf(right);
  const found = logSumExpOf(total);
  if (!found || !sameComputation(found.of, left)) return undefined;
  const sum: SumOf = inserted?.axis === undefined ? { axis: found.axis } : { axis: found.axis, inserted: inserted.axis };
  const axis = placedAxis(sum, left, right, false);
  if (axis === undefined) return undefined;
  const origin = originAt(place, 'x - logsumexp(x)', operandOf(left)?.space);
  return makeSpace('log-probabilities', { family: 'categorical', axis, classes: operandOf(left)?.shape?.[axis], origin });
}

/** The normaliser of some scores, or a logarithm that may be one: the exponentials that it sums may have weights. */
export function isNormaliser(value: Value): boolean {
  const form = formOf(value);
  const total = form?.op === 'unsqueeze' && form.operands[0] ? formOf(form.operands[0]) : form;
  return total?.op === 'log' || logSumExpOf(total) !== undefined;
}

function logSumExpOf(form: Form | undefined): { of: Value; axis: number | 'all' } | undefined {
  if (form?.op === 'logsumexp') return { of: form.operands[0]!, axis: form.axis ?? 'all' };
  if (form?.op === '+') {
    // m + log(sum(exp(x - m)))
    for (const [i, term] of form.operands.entries()) {
      const inner = logSumExpOf(formOf(term));
      const shifted = inner && formOf(inner.of);
      if (inner && shifted?.op === '-' && sameComputation(shifted.operands[1]!, form.operands[1 - i]!))
        return { of: shifted.operands[0]!, axis: inner.axis };
    }
    return undefined;
  }
  if (form?.op !== 'log') return undefined;
  const outer = formOf(form.operands[0]!);
  const sum = outer?.op === 'unsqueeze' ? formOf(outer.operands[0]!) : outer;
  const exponential = sum?.op === 'sum' ? formOf(sum.operands[0]!) : undefined;
  return exponential?.op === 'exp' ? { of: exponential.operands[0]!, axis: sum!.axis ?? 'all' } : undefined;
}

/** Exponents below 0, or shifted, do not overflow: which results are such is remembered. */
export function loweredForm(operator: string, left: Value, right: Value): Form | undefined {
  const scaled = operator === '*' || operator === '/';
  const taken = operator === '-' && operandOf(right)?.number === undefined;
  const turned = scaled && [left, right].some((factor) => (operandOf(factor)?.number ?? 0) < 0);
  return taken || turned || ((scaled || operator === '+') && (isLowered(left) || isLowered(right))) ? lowered : undefined;
}

/** Which results of `+` and `-` are worth remembering; others would only chain up in loops. */
export function sumForm(operator: '+' | '-', left: Value, right: Value): Form | undefined {
  const ops = [formOf(left)?.op, formOf(right)?.op];
  const form = { op: operator, operands: [left, right] };
  if (operator === '-') return ops[1] === 'max' || ops[1] === 'unsqueeze' ? form : undefined;
  if (ops.includes('exp') && (isNumber(left, 1) || isNumber(right, 1))) return form;
  if (ops.includes('log') || ops.includes('logsumexp')) return form;
  const [p, q] = [operandOf(left)?.space, operandOf(right)?.space];
  return p?.name === 'probabilities' && q?.name === 'probabilities' ? form : undefined;
}
