/**
 * Tensors that gradients are asked of, and the gradients they have: `requires_grad`, `x.grad`. The gradient lies in a cell of the
 * heap, as it changes with every backward pass. https://pytorch.org/docs/stable/notes/autograd.html
 */
import { nextOrder, untaped } from '../../operations/gradients/record.ts';
import { without } from '../../operations/gradients/reverse.ts';
import { bool, none } from '../../values/make.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { isHeapObject } from '../expressions/equality.ts';
import { inherit } from '../run/facts.ts';
import { nextId, type Run, unknown } from '../run/run.ts';
import { change, current } from '../state/aliases.ts';
import { readCell, writeCell } from '../state/heap.ts';

/** The same tensor, of which gradients are asked from now on. */
export function asLeaf(run: Run, array: ArrayValue, parameter = false): ArrayValue {
  if (array.dtype !== undefined && !array.dtype.includes('float')) return array;
  // Gradients are not noted part by part.
  run.opaque = true;
  run.gradients = true;
  const leaf: ArrayValue = {
    ...array,
    tape: { kind: 'leaf', cell: nextId(run, 'nextCell'), order: nextOrder(), ...(parameter ? { parameter } : {}) },
  };
  return inherit(run, leaf, [array]);
}

/** `x.requires_grad_()`, `x.requires_grad = False`: what every name of the tensor reads from now on. */
export function requireGradient(run: Run, array: ArrayValue, required: boolean): Value {
  if (!array.tape && weights.has(array)) {
    if (required !== frozen.has(array)) return array;
    const after = asWeight({ ...array });
    if (!required) frozen.add(after);
    return change(run, array, after);
  }
  if (required ? array.tape !== undefined : array.tape?.kind !== 'leaf') return array;
  const after = required ? asLeaf(run, array) : { ...untaped(array) };
  return change(run, array, after);
}

/** Attributes of tensors that speak of gradients; undefined for others. */
export function gradientAttribute(run: Run, array: ArrayValue, name: string): Value | undefined {
  if (array.library !== 'torch') return undefined;
  switch (name) {
    case 'grad':
      return gradientOf(run, array);
    case 'requires_grad':
      if (!array.tape && weights.has(array)) return bool(!frozen.has(array));
      return array.tape ? bool(true) : array.data || isWhole(array) ? bool(false) : undefined;
    case 'is_leaf':
      return array.tape ? bool(array.tape.kind === 'leaf') : array.data ? bool(true) : undefined;
    case 'grad_fn':
      return array.tape ? (array.tape.kind === 'leaf' ? none : undefined) : array.data ? none : undefined;
    default:
      return undefined;
  }
}

const isWhole = ({ dtype }: ArrayValue): boolean => dtype !== undefined && !dtype.includes('float');

/** What has been gathered; None before the first backward pass. */
export function gradientOf(run: Run, array: ArrayValue): Value | undefined {
  const cell = cellOf(run, array);
  if (cell === undefined) {
    if (weights.has(array)) return run.backwards ? without(array, { key: 'learned' }) : undefined;
    return array.data ? none : undefined;
  }
  // A backward pass that was not followed may have reached it.
  if ((array.tape?.order ?? 0) <= (run.backwards ?? 0)) return without(array, { key: 'unmodelled', name: 'backward' });
  const held = readCell(run.heap, cell);
  return held && !isHeapObject(held) ? current(run, held) : none;
}

/** The weights that layers begin with, of which nothing is known. */
const weights = new WeakSet<ArrayValue>();

/** Those of which no gradients are asked any more. */
const frozen = new WeakSet<ArrayValue>();

/** What is made of a weight of which nothing is known, and stays one. */
export function inheritWeight(before: ArrayValue, after: ArrayValue): void {
  if (!weights.has(before) || after.data || after.tape) return;
  weights.add(after);
  if (frozen.has(before)) frozen.add(after);
}

export function asWeight<T extends Value>(value: T): T {
  if (value.kind === 'array') weights.add(value);
  return value;
}

export const isWeight = (value: ArrayValue): boolean => weights.has(value);

/** False where gradients of the tensor are not kept. */
export function writeGradient(run: Run, array: ArrayValue, value: Value): boolean {
  const cell = cellOf(run, array);
  if (cell === undefined) return false;
  run.opaque = true;
  writeCell(run.heap, cell, value);
  return true;
}

function cellOf(run: Run, { tape }: ArrayValue): number | undefined {
  if (!tape) return undefined;
  return tape.kind === 'leaf' ? tape.cell : run.session.retained.get(tape);
}

/** `y.retain_grad()`: of what is no leaf. */
export function retainGradient(run: Run, { tape }: ArrayValue): void {
  if (tape?.kind === 'step' && !run.session.retained.has(tape)) run.session.retained.set(tape, nextId(run, 'nextCell'));
}

/** Under `change`, where PyTorch would refuse to write: a leaf's history cannot be written over. */
export function changeTracked(run: Run, before: ArrayValue, after: Value): Value {
  if (before.tape?.kind === 'leaf' && !run.untracked)
    return unknown(run, 'error', 'a leaf Variable that requires grad is being used in an in-place operation.');
  // Where nothing is followed, the tensor keeps the history it has: `with torch.no_grad(): w -= lr * w.grad`.
  const keeps = run.untracked && before.tape && after.kind === 'array' && !after.tape;
  return change(run, before, keeps ? { ...after, tape: before.tape } : after);
}
