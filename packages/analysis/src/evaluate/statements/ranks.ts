/**
 * How many axes a tensor has whose origin is not in view: `N, C, H, W = x.shape` says so, and `assert x.dim() == 2`. Where it is
 * otherwise the program ends there, so it holds from there on.
 */
import type { Expression, Statement } from '@softlens/syntax';
import { shapeOfRank } from '../../values/dim.ts';
import type { Value } from '../../values/value.ts';
import { readName, rewriteName } from '../expressions/names.ts';
import type { Run } from '../run/run.ts';

/** `N, C = x.shape`, `N, C = x.size()`. */
export function noteUnpackedShape(run: Run, { targets, value }: Extract<Statement, { kind: 'assign' }>): void {
  const [target] = targets;
  if (target?.kind !== 'sequencePattern' || targets.length > 1 || !value) return;
  if (target.elements.some(({ kind }) => kind === 'starPattern')) return;
  const name = nameOfShape(value);
  if (name !== undefined) noteRank(run, name, target.elements.length);
}

/** `assert x.dim() == 2 and y.ndim == 3`, `assert len(x.shape) == 4`. */
export function noteAssertedRank(run: Run, test: Expression): void {
  if (test.kind === 'logical' && test.operator === 'and') {
    noteAssertedRank(run, test.left);
    noteAssertedRank(run, test.right);
  }
  if (test.kind !== 'compare' || test.operators.length !== 1 || test.operators[0] !== '==') return;
  const [left, right] = test.operands;
  if (!left || right?.kind !== 'number' || typeof right.value !== 'number') return;
  const name = nameOfRank(left);
  if (name !== undefined && right.value > 0 && right.value <= highestRank) noteRank(run, name, right.value);
}

const highestRank = 8;

function noteRank(run: Run, name: string, rank: number): void {
  const before = readName(run, name);
  const after = ranked(before, rank);
  if (after !== before) rewriteName(run, name, after);
}

function ranked(value: Value, rank: number): Value {
  if (value.kind === 'unknown') return value.rank === undefined ? { ...value, rank } : value;
  return value.kind === 'array' && !value.shape && !value.tape ? { ...value, shape: shapeOfRank(rank) } : value;
}

/** The `x` of `x.shape`, `x.size()`. */
function nameOfShape(expression: Expression): string | undefined {
  if (expression.kind === 'attribute') return expression.name === 'shape' ? nameOf(expression.object) : undefined;
  return calledOn(expression, 'size');
}

/** The `x` of `x.ndim`, `x.dim()`, `len(x.shape)`. */
function nameOfRank(expression: Expression): string | undefined {
  if (expression.kind === 'attribute') return expression.name === 'ndim' ? nameOf(expression.object) : undefined;
  if (expression.kind === 'call' && expression.callee.kind === 'name' && expression.callee.name === 'len') {
    const [shape] = expression.args;
    return shape && expression.args.length === 1 ? nameOfShape(shape.value) : undefined;
  }
  return calledOn(expression, 'dim') ?? calledOn(expression, 'ndimension');
}

function calledOn(expression: Expression, method: string): string | undefined {
  if (expression.kind !== 'call' || expression.args.length > 0) return undefined;
  const { callee } = expression;
  return callee.kind === 'attribute' && callee.name === method ? nameOf(callee.object) : undefined;
}

const nameOf = (expression: Expression): string | undefined => (expression.kind === 'name' ? expression.name : undefined);
