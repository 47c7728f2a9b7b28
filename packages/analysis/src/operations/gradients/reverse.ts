/**
 * Reverse-mode differentiation over the steps that made a value: each is undone once everything that used its result has been, the
 * youngest first, as PyTorch's engine does. https://pytorch.org/docs/stable/notes/autograd.html
 */
import type { Leaf, Step, Tape } from '../../values/tape.ts';
import type { ArrayValue, Reason, Value } from '../../values/value.ts';
import { castArray } from '../arrays/nested.ts';
import { dialectOf } from '../dialects.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { OperationContext } from '../operation.ts';
import { settle } from '../outcome.ts';
import { broadcastShapes } from '../shapes/shapes.ts';
import { type Algebra, algebraOf } from './algebra.ts';
import type { Derivatives } from './derivative.ts';
import { distributionDerivatives } from './distributions.ts';
import { elementwiseDerivatives } from './elementwise.ts';
import { linearDerivatives } from './linear.ts';
import { lossDerivatives } from './losses.ts';
import { movementDerivatives } from './movement.ts';
import { recorded, untaped } from './record.ts';
import { reductionDerivatives } from './reductions.ts';

const derivatives: Derivatives = {
  ...elementwiseDerivatives,
  ...linearDerivatives,
  ...reductionDerivatives,
  ...lossDerivatives,
  ...distributionDerivatives,
  ...movementDerivatives(elementwiseDerivatives),
};

export interface Reverse {
  /** Of every tensor on the way, by its tape. */
  readonly gradients: ReadonlyMap<Tape, ArrayValue>;
  readonly steps: readonly Step[];
}

export interface ReverseOptions {
  /** Whether the gradients remember how they were made. */
  readonly createGraph: boolean;
  /** What was made up to then (by its order) is taken as given. */
  readonly since?: number;
  /** Counts one step of work; false when there may be no more of them. */
  readonly step: () => boolean;
}

/** The gradients of `end`, weighed with `seed`, with respect to all that led to it. */
export function reverse(end: ArrayValue, seed: ArrayValue, options: ReverseOptions): Reverse {
  const gradients = new Map<Tape, ArrayValue>();
  if (!end.tape) return { gradients, steps: [] };
  const steps = stepsBehind(end.tape, options.since ?? 0);
  gradients.set(end.tape, seed);
  for (const step of steps) {
    const gradient = gradients.get(step);
    if (!gradient) continue;
    const a = algebraOf(contextOf(step, options));
    // Once nothing is known of a gradient, nothing is of what follows from it.
    const reason = options.step() ? (gradient.data ? undefined : (gradient.reason ?? unread(step))) : overBudget;
    const inputs = reason ? lostInputs(step, reason) : inputsOf(step, gradient, a, options);
    for (const { tape, value } of inputs) {
      const before = gradients.get(tape);
      gradients.set(tape, before ? summed(before, value, a) : value);
    }
  }
  return { gradients, steps };
}

/** All steps that a value rests on, the youngest first. */
function stepsBehind(end: Tape, since: number): readonly Step[] {
  const found = new Set<Step>();
  const queue: Tape[] = [end];
  for (let tape = queue.pop(); tape; tape = queue.pop()) {
    if (tape.kind === 'leaf' || tape.order <= since || found.has(tape)) continue;
    found.add(tape);
    for (const array of trackedInputs(tape)) if (array.tape) queue.push(array.tape);
  }
  return [...found].sort((a, b) => b.order - a.order);
}

function* trackedInputs({ args }: Step): Generator<ArrayValue> {
  for (const value of args.values()) {
    if (value.kind === 'array' && value.tape) yield value;
    if (value.kind !== 'tuple') continue;
    for (const item of value.items) if (item.kind === 'array' && item.tape) yield item;
  }
}

function contextOf({ context, result }: Step, { createGraph }: ReverseOptions): OperationContext {
  const { place, maxElements } = context;
  const { library } = result;
  const mode = createGraph ? ({ recording: true } as const) : ({ untracked: true } as const);
  return { library, dialect: dialectOf(library), place, maxElements, ...mode };
}

interface Contribution {
  readonly tape: Leaf | Step;
  readonly value: ArrayValue;
}

function inputsOf(step: Step, gradient: ArrayValue, a: Algebra, { createGraph }: ReverseOptions): readonly Contribution[] {
  const derivative = derivatives[step.op];
  if (!derivative) return lostInputs(step, unread(step));
  const result = createGraph ? { ...step.result, tape: step } : step.result;
  const { op, args, item } = step;
  const found = settle(() => derivative({ op, args, item, result, gradient, a }));
  if ('kind' in found && found.kind === 'unknown') return lostInputs(step, unread(step));
  const byRole = found as Exclude<typeof found, { kind: 'unknown' }>;
  return [...args].flatMap(([role, value]) => {
    const own = byRole[role];
    const parts: readonly (Value | undefined)[] = Array.isArray(own) ? own : [own as Value | undefined];
    const inputs = value.kind === 'tuple' ? value.items : [value];
    return inputs.flatMap((input, i) => {
      if (input.kind !== 'array' || !input.tape) return [];
      return [{ tape: input.tape, value: fitted(parts[i], input, a, step) }];
    });
  });
}

/** The gradient in the shape and dtype of what it is of: what was broadcast is summed. */
function fitted(gradient: Value | undefined, input: ArrayValue, a: Algebra, { op, context }: Step): ArrayValue {
  const lost = (): ArrayValue =>
    without(
      input,
      gradient?.kind === 'array' && gradient.reason ? gradient.reason : { key: 'unmodelled', name: context.row?.name ?? op },
    );
  if (gradient?.kind !== 'array' || !gradient.data || !input.shape) return lost();
  const summed = input.shape.join() === gradient.shape?.join() ? gradient : unbroadcast(gradient, input, a);
  if (summed?.kind !== 'array' || !summed.data) return lost();
  const cast = input.dtype && summed.dtype !== input.dtype ? castArray(summed, input.dtype) : summed;
  const { space: _space, form: _form, scalar: _scalar, weak: _weak, ...rest } = cast;
  return rest;
}

function unbroadcast(gradient: ArrayValue, input: ArrayValue, a: Algebra): Value | undefined {
  const [from, to] = [gradient.shape ?? [], input.shape ?? []];
  if (broadcastShapes(from, to)?.join() === to.join())
    return a.run('broadcastTo', {
      x: gradient,
      shape: { kind: 'tuple', items: to.map((dim) => ({ kind: 'int', value: Number(dim) })) },
    });
  const lead = from.length - to.length;
  const axes = from.flatMap((dim, i) => (i < lead || (to[i - lead] === 1 && dim !== 1) ? [i] : []));
  return a.reshape(a.sum(gradient, axes, true), to);
}

const overBudget: Reason = { key: 'budget', name: 'steps' };
const unread = ({ context, op }: Step): Reason => ({ key: 'unmodelled', name: context.row?.name ?? op });

const lostInputs = (step: Step, reason: Reason): readonly Contribution[] =>
  [...trackedInputs(step)].flatMap((input) => (input.tape ? [{ tape: input.tape, value: without(input, reason) }] : []));

/** A gradient of which only the shape is known. */
export const without = ({ library, dtype, shape }: ArrayValue, reason: ArrayValue['reason']): ArrayValue =>
  makeArray(library, { dtype, shape, reason });

/** Two gradients of one tensor. */
function summed(before: ArrayValue, more: ArrayValue, a: Algebra): ArrayValue {
  if (!before.data || !more.data) return without(before, before.reason ?? more.reason);
  const sum = a.add(before, more);
  if (sum.kind !== 'array') return without(before, { key: 'unmodelled' });
  const { space: _space, form: _form, scalar: _scalar, ...rest } = sum;
  return rest;
}

/** What was written into a part of a tensor that remembers how it was made, in a way that is not followed. */
export const untold = (array: ArrayValue, context: OperationContext): ArrayValue =>
  recorded('in-place change', new Map([['x', array]]), context, untaped(array)) as ArrayValue;
