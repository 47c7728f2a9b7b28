/** Contractions by letters: Σ over every letter that the output does not have. */
import { fromData, stridesOf } from '@softlens/core';
import type { Dim } from '../../values/dim.ts';
import type { ArrayValue } from '../../values/value.ts';
import { commonType, dataIn, makeArray, missingReason, type Operand, roundThrough } from '../elementwise/operand.ts';
import type { OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { knownShape, product } from '../shapes/shapes.ts';

export function contraction(
  terms: readonly (readonly string[])[],
  output: readonly string[],
  operands: readonly Operand[],
  library: string,
  context: OperationContext,
): ArrayValue {
  const dims = lettersOf(terms, operands);
  const { dtype } = commonType(library, operands);
  const shape = output.map((letter) => dims.get(letter) ?? '?');
  const parts = { dtype, shape, reason: missingReason(operands) };
  const summed = [...dims.keys()].filter((letter) => !output.includes(letter));
  const ranges = knownShape([...output, ...summed].map((letter) => dims.get(letter) ?? '?'));
  const ready = operands.every((operand) => operand.data);
  if (!ranges || !dtype || !ready) return makeArray(library, parts);
  if (product(ranges) > context.maxElements * 16) return makeArray(library, { ...parts, reason: { key: 'too-large' } });
  const letters = [...output, ...summed];
  const factors = operands.map((operand, i) => {
    const data = dataIn(operand, dtype);
    const strides = stridesOf(data.shape);
    return {
      data: data.data,
      steps: letters.map((letter) =>
        (terms[i] ?? []).reduce((sum, each, axis) => sum + (each === letter ? (strides[axis] ?? 0) : 0), 0),
      ),
    };
  });
  const inner = product(ranges.slice(output.length));
  const out = new Float64Array(product(ranges.slice(0, output.length)));
  const index = ranges.map(() => 0);
  for (let at = 0; at < out.length * inner; at++) {
    let value = 1;
    for (const { data, steps } of factors)
      value *= data[steps.reduce((sum, step, k) => sum + step * (index[k] ?? 0), 0)] ?? Number.NaN;
    const place = Math.floor(at / inner);
    out[place] = (out[place] ?? 0) + value;
    advance(index, ranges);
  }
  return makeArray(library, {
    data: fromData(Float64Array.from(out, roundThrough(dtype)), ranges.slice(0, output.length), dtype),
  });
}

function advance(index: number[], ranges: readonly number[]): void {
  for (let axis = ranges.length - 1; axis >= 0; axis--) {
    index[axis] = (index[axis] ?? 0) + 1;
    if ((index[axis] ?? 0) < (ranges[axis] ?? 0)) return;
    index[axis] = 0;
  }
}

function lettersOf(terms: readonly (readonly string[])[], operands: readonly Operand[]): ReadonlyMap<string, Dim> {
  const dims = new Map<string, Dim>();
  for (const [i, term] of terms.entries()) {
    const shape = operands[i]?.shape;
    if (shape && shape.length !== term.length) raise('einsum: the number of subscripts does not match the number of axes');
    for (const [axis, letter] of term.entries()) {
      const [size, seen] = [shape?.[axis] ?? '?', dims.get(letter)];
      if (typeof size === 'number' && typeof seen === 'number' && size !== seen)
        raise(`einsum: sizes of ${letter} differ: ${seen} and ${size}`);
      if (seen === undefined || typeof seen !== 'number')
        dims.set(letter, typeof size === 'number' || seen === undefined ? size : seen);
    }
  }
  return dims;
}

/** Letters of their own in place of `...`: the axes before, in what is given alike. */
export function withoutEllipsis(equation: string, operands: readonly Operand[]): string {
  if (!equation.includes('...')) return equation;
  const [inputs = '', output] = equation.split('->');
  const terms = inputs.split(',');
  const counts = terms.map((term, i) => {
    const rank = operands[i]?.shape?.length;
    if (!term.includes('...')) return 0;
    return rank === undefined ? giveUp('unmodelled', 'einsum with an ellipsis') : rank - (term.length - 3);
  });
  const most = Math.max(0, ...counts);
  const letters = String.fromCodePoint(...Array.from({ length: most }, (_, i) => 0x3b1 + i));
  for (const [i, operand] of operands.entries())
    for (let axis = 0; axis < most; axis++) {
      // Axes of size 1 that are stretched are not followed.
      const size = operand.shape?.[(counts[i] ?? 0) - 1 - axis];
      const other = operands[0]?.shape?.[(counts[0] ?? 0) - 1 - axis];
      if (size !== undefined && other !== undefined && size !== other) return giveUp('unmodelled', 'einsum with an ellipsis');
    }
  const spelled = terms.map((term, i) => term.replace('...', letters.slice(most - (counts[i] ?? 0))));
  const all = spelled.join('');
  const single = [...new Set(all)].filter((letter) => !letters.includes(letter) && all.split(letter).length === 2).sort();
  return `${spelled.join(',')}->${output === undefined ? letters + single.join('') : output.replace('...', letters)}`;
}
