/** Derivatives of matrix products. https://github.com/pytorch/pytorch/blob/v1.13.1/torch/csrc/autograd/FunctionsManual.cpp */
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, number } from '../arguments.ts';
import { giveUp } from '../outcome.ts';
import { argument, arrayOf, type Derivative, type Derivatives, type Pull, shapeOf } from './derivative.ts';

const matmul: Derivative = (pull) => {
  const { a, args, gradient: g } = pull;
  const [x, y] = [arrayOf(pull, 'x'), arrayOf(pull, 'y')];
  const [turnedX, turnedY] = [flag(args, 'transposeX') === true, flag(args, 'transposeY') === true];
  if (!turnedX && !turnedY) return product(pull, x, y, g, a);
  const turned = (value: Value, turns: boolean): Value => (turns ? a.transpose(value) : value);
  const [left, right] = [turned(x, turnedX), turned(y, turnedY)];
  if (left.kind !== 'array' || right.kind !== 'array') return giveUp('unmodelled', 'matmul');
  const gradients = product(pull, left, right, g, a);
  return { x: turned(gradients.x, turnedX), y: turned(gradients.y, turnedY) };
};

/** Over the last axes of one and the first of the other: a product of matrices. */
const tensordot: Derivative = (pull) => {
  const { a, args, gradient: g } = pull;
  const [x, y] = [arrayOf(pull, 'x'), arrayOf(pull, 'y')];
  const count = number(args, 'axes') ?? 2;
  const [left, right] = [shapeOf(x), shapeOf(y)];
  if (args.get('axes')?.kind === 'tuple' || count < 1) return giveUp('unmodelled', 'tensordot');
  const size = (shape: readonly number[]): number => shape.reduce((all, one) => all * one, 1);
  const [rows, inner, columns] = [size(left.slice(0, -count)), size(right.slice(0, count)), size(right.slice(count))];
  const matrix = a.reshape(g, [rows, columns]);
  return {
    x: a.reshape(a.matmul(matrix, a.transpose(a.reshape(y, [inner, columns]))), left),
    y: a.reshape(a.matmul(a.transpose(a.reshape(x, [rows, inner])), matrix), right),
  };
};

function product(_pull: Pull, x: ArrayValue, y: ArrayValue, g: Value, a: Pull['a']): { readonly x: Value; readonly y: Value } {
  const [m, n] = [shapeOf(x).length, shapeOf(y).length];
  if (m === 0 || n === 0 || (m === 1 && n === 1)) return { x: a.multiply(g, y), y: a.multiply(g, x) };
  if (n === 1) {
    const column = a.reshape(g, [...shapeOf(x).slice(0, -1), 1]);
    const flat = a.reshape(x, [-1, shapeOf(x).at(-1) ?? 1]);
    return { x: a.multiply(column, y), y: a.matmul(a.transpose(flat), a.reshape(g, [-1])) };
  }
  if (m === 1) {
    if (n > 2) return giveUp('unmodelled', 'matmul');
    return { x: a.matmul(y, g), y: a.run('outer', { x, y: g }) };
  }
  return { x: a.matmul(g, a.transpose(y)), y: a.matmul(a.transpose(x), g) };
}

/** x·Wᵀ + b, over any leading axes. */
const linear: Derivative = (pull) => {
  const { a, args } = pull;
  const [x, weight] = [arrayOf(pull, 'x'), arrayOf(pull, 'weight')];
  const [outputs, inputs] = shapeOf(weight);
  if (outputs === undefined || inputs === undefined) return giveUp('unmodelled', 'linear');
  const g = a.reshape(pull.gradient, [-1, outputs]);
  const rows = a.reshape(x, [-1, inputs]);
  return {
    x: a.reshape(a.matmul(g, weight), shapeOf(x)),
    weight: a.matmul(a.transpose(g), rows),
    ...(args.get('bias')?.kind === 'array' ? { bias: a.sum(g, [0]) } : {}),
  };
};

const outer: Derivative = (pull) => {
  const { a, gradient: g } = pull;
  return { x: a.matmul(g, arrayOf(pull, 'y')), y: a.matmul(a.transpose(g), arrayOf(pull, 'x')) };
};

const addmm: Derivative = (pull) => {
  const { a, args, gradient } = pull;
  const [beta, scale] = [number(args, 'beta') ?? 1, number(args, 'scale') ?? 1];
  const factors = product(pull, arrayOf(pull, 'y'), arrayOf(pull, 'z'), a.multiply(gradient, scale), a);
  return { x: a.multiply(gradient, beta), y: factors.x, z: factors.y };
};

/** The other operands and the gradient, contracted to the operand's own letters. */
const einsum: Derivative = ({ a, args, gradient }) => {
  const equation = args.get('equation');
  const operands = args.get('operands');
  const given = equation?.kind === 'text' ? equation.value.replace(/\s/g, '') : '';
  const [left = '', output] = given.split('->');
  const terms = left.split(',');
  if (operands?.kind !== 'tuple' || output === undefined || given.includes('.') || terms.length !== operands.items.length)
    return giveUp('unmodelled', 'einsum');
  const single = (term: string): boolean => new Set(term).size === term.length;
  if (!terms.every(single)) return giveUp('unmodelled', 'einsum');
  const gradients = operands.items.map((item, i) => {
    if (item.kind !== 'array' || !item.tape) return undefined;
    const others = terms.filter((_, k) => k !== i);
    const there = new Set(output + others.join(''));
    const own = terms[i] ?? '';
    if (![...own].every((letter) => there.has(letter))) return giveUp('unmodelled', 'einsum');
    return a.run('einsum', {
      equation: { kind: 'text', value: `${[output, ...others].join(',')}->${own}` },
      operands: { kind: 'tuple', items: [gradient, ...operands.items.filter((_, k) => k !== i)] },
    });
  });
  return { operands: gradients };
};

/** x / max(‖x‖, ε). */
const normalize: Derivative = (pull) => {
  const { a, args, gradient: g } = pull;
  if ((number(args, 'order') ?? 2) !== 2) return giveUp('unmodelled', 'normalize');
  const x = arrayOf(pull, 'x');
  const axis = args.get('axis');
  const length = a.run('norm', { x, axis, keepdims: { kind: 'bool', value: true } });
  const most = a.run('maximum', { x: length, y: a.multiply(a.add(a.multiply(length, 0), 1), number(args, 'epsilon') ?? 1e-12) });
  const through = a.run('sum', {
    x: a.negative(a.multiply(g, a.divide(a.divide(x, most), most))),
    axis,
    keepdims: { kind: 'bool', value: true },
  });
  const norm = a.multiply(x, a.divide(through, length));
  return { x: a.add(a.divide(g, most), a.where(a.compare('==', length, 0), 0, norm)) };
};

/** y / (‖x‖·‖y‖) − cos · x / ‖x‖², and likewise for y, where neither is shorter than ε. */
const cosineSimilarity: Derivative = (pull) => {
  const { a, args } = pull;
  const [x, y] = [arrayOf(pull, 'x'), arrayOf(pull, 'y')];
  if (shapeOf(x).join() !== shapeOf(y).join()) return giveUp('unmodelled', 'cosine_similarity');
  const asked = number(args, 'axis') ?? 1;
  const at = asked < 0 ? asked + shapeOf(x).length : asked;
  const axis: Value = { kind: 'int', value: at };
  const length = (value: Value): Value => a.run('norm', { x: value, axis, keepdims: { kind: 'bool', value: true } });
  const [m, n] = [length(x), length(y)];
  const short = number(args, 'epsilon') ?? 1e-8;
  if ([m, n].some((one) => one.kind !== 'array' || !one.data || one.data.data.some((size: number) => size <= short)))
    return giveUp('unmodelled', 'cosine_similarity');
  const [g, cosine] = [pull.gradient, pull.result].map((value) => a.reshape(value, shapeOf(x).with(at, 1)));
  if (!g || !cosine) return giveUp('unmodelled', 'cosine_similarity');
  const side = (own: Value, other: Value, size: Value): Value =>
    a.multiply(g, a.subtract(a.divide(other, a.multiply(m, n)), a.divide(a.multiply(cosine, own), a.multiply(size, size))));
  return { x: side(x, y, m), y: side(y, x, n) };
};

export const linearDerivatives: Derivatives = {
  matmul,
  dot: (pull) => matmul(pull),
  tensordot,
  linear,
  dense: linear,
  outer,
  addmm,
  einsum,
  normalize,
  cosineSimilarity,
  vecdot: (pull) => {
    const axis = number(pull.args, 'axis') ?? -1;
    const x = arrayOf(pull, 'x');
    const at = axis < 0 ? axis + shapeOf(x).length : axis;
    const g = pull.a.reshape(pull.gradient, shapeOf(x).with(at, 1));
    return { x: pull.a.multiply(g, argument(pull, 'y')), y: pull.a.multiply(g, x) };
  },
};
