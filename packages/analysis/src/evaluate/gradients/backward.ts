/**
 * `loss.backward()` and `torch.autograd.grad`: what the reverse pass found goes to the leaves.
 * https://pytorch.org/docs/stable/generated/torch.Tensor.backward.html
 */
import { full } from '@softlens/core';
import type { Range } from '@softlens/syntax';
import { makeArray } from '../../operations/elementwise/operand.ts';
import { lastOrder, untaped } from '../../operations/gradients/record.ts';
import { type Reverse, reverse, without } from '../../operations/gradients/reverse.ts';
import { binaryOperation } from '../../operations/index.ts';
import { knownShape } from '../../operations/shapes/shapes.ts';
import { none, tuple } from '../../values/make.ts';
import type { Step } from '../../values/tape.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { operationContext } from '../calls/context.ts';
import { isHeapObject } from '../expressions/equality.ts';
import { knownItems } from '../objects/objects.ts';
import { gradientThroughHooks } from '../protocols/hooks.ts';
import { drawOf } from '../run/facts.ts';
import { nextId, type Run, step, unknown } from '../run/run.ts';
import { chargePass } from '../run/work.ts';
import { change, current } from '../state/aliases.ts';
import { plain } from '../state/freeze.ts';
import { readCell, writeCell } from '../state/heap.ts';

type Given = ReadonlyMap<string, Value>;

/** `loss.backward(gradient=None, retain_graph=None, create_graph=False, inputs=None)`, the arguments by name. */
export function backward(run: Run, end: Value, given: Given, node: Range): Value {
  const inputs = given.get('inputs');
  if (end.kind !== 'array' || !end.tape || (inputs && inputs.kind !== 'none')) return unfollowed(run, end);
  const createGraph = isTrue(given.get('create'));
  const pass = passFrom(run, end, given.get('gradient'), createGraph);
  if (!('gradients' in pass)) {
    // Where PyTorch does not refuse after all (`x.data` was written to), it has gradients.
    run.backwards = lastOrder();
    return pass;
  }
  if (!keeps(given.get('retain'), createGraph)) markUndone(run, pass.steps);
  run.opaque = true;
  chargePass(run, pass.steps);
  for (const [tape, gradient] of pass.gradients) {
    const cell = tape.kind === 'leaf' ? tape.cell : run.session.retained.get(tape);
    if (cell === undefined) continue;
    const own = createGraph ? gradient : untaped(gradient);
    const final = tape.kind === 'leaf' ? gradientThroughHooks(run, cell, own, node) : own;
    gather(run, cell, final ?? without(own, { key: 'unmodelled', name: 'register_hook' }), tape.kind === 'leaf', node);
  }
  return none;
}

/** `torch.autograd.grad(outputs, inputs, …)`: a tuple, and the leaves stay as they are. */
export function gradientsOf(run: Run, outputs: Value, inputs: Value, given: Given): Value {
  const [ends, starts] = [arraysOf(run, outputs), arraysOf(run, inputs)];
  const [end] = ends ?? [];
  if (!starts || !end || ends?.length !== 1) return unknown(run, 'unmodelled', 'torch.autograd.grad');
  if (!end.tape) return unknown(run, end.data ? 'error' : 'unmodelled', 'torch.autograd.grad');
  const createGraph = isTrue(given.get('create'));
  const seed = given.get('gradient');
  const weights = seed && arraysOf(run, seed);
  const pass = passFrom(run, end, weights?.length === 1 ? weights[0] : seed, createGraph);
  if (!('gradients' in pass)) return pass;
  if (!keeps(given.get('retain'), createGraph)) markUndone(run, pass.steps);
  run.opaque = true;
  chargePass(run, pass.steps);
  return tuple(
    starts.map((start) => {
      const gradient = start.tape && pass.gradients.get(start.tape);
      if (gradient) return createGraph ? gradient : untaped(gradient);
      return isTrue(given.get('unused')) && start.tape
        ? none
        : unknown(run, 'error', 'One of the differentiated Tensors was not used');
    }),
  );
}

function arraysOf(run: Run, value: Value): readonly ArrayValue[] | undefined {
  const items = value.kind === 'array' ? [value] : knownItems(run, value);
  const arrays = items?.map((item) => plain(run, item)).filter((item) => item.kind === 'array');
  return arrays?.length === items?.length ? arrays : undefined;
}

function passFrom(run: Run, end: ArrayValue, seed: Value | undefined, createGraph: boolean): Reverse | Value {
  const weights = seedOf(end, seed);
  if (!weights) return unknown(run, 'error', 'grad can be implicitly created only for scalar outputs');
  const draw = drawOf(run, end);
  if (draw) run.drawn.gradients = draw;
  const pass = reverse(end, weights, { createGraph, step: () => step(run) });
  if (pass.steps.some((one) => isUndone(run, one)))
    return unknown(run, 'error', 'Trying to backward through the graph a second time');
  // Written over since: PyTorch refuses, or has other numbers.
  return pass.steps.some((one) => isOutdated(run, one)) ? unknown(run, 'error', 'modified by an inplace operation') : pass;
}

/** 1 for a single element, else what the program gave. */
export function seedOf(end: ArrayValue, seed: Value | undefined): ArrayValue | undefined {
  if (seed && seed.kind !== 'none') return seed.kind === 'array' ? seed : without(end, { key: 'unmodelled', name: 'gradient' });
  const shape = end.shape && knownShape(end.shape);
  if (!shape || !end.dtype) return without(end, end.reason ?? { key: 'unmodelled' });
  if (shape.some((size) => size !== 1)) return undefined;
  return makeArray(end.library, { data: full(shape, 1, end.dtype), scalar: false });
}

/** Adds to what the leaf has; the tensor in `x.grad` stays the same one. */
function gather(run: Run, cell: number, gradient: ArrayValue, adds: boolean, node: Range): void {
  const held = readCell(run.heap, cell);
  const before = held && !isHeapObject(held) ? current(run, held) : none;
  if (before.kind === 'none' || !adds) {
    writeCell(run.heap, cell, gradient);
    return;
  }
  const known = before.kind === 'array' && before.data && gradient.data;
  const sum = known ? binaryOperation('+', before, gradient, { ...operationContext(run, node), untracked: true }) : gradient;
  const after = known && sum.kind === 'array' ? sum : without(gradient, gradient.reason ?? { key: 'unmodelled', name: 'grad' });
  const { space: _space, form: _form, ...plainSum } = after;
  writeCell(run.heap, cell, before.kind === 'array' ? change(run, before, plainSum) : plainSum);
}

/** A pass that is not followed may have reached any leaf. */
function unfollowed(run: Run, end: Value): Value {
  run.backwards = lastOrder();
  if (end.kind === 'array' && end.data && !end.tape && end.library === 'torch')
    return unknown(run, 'error', 'element 0 of tensors does not require grad and does not have a grad_fn');
  return none;
}

const isTrue = (value: Value | undefined): boolean => value?.kind === 'bool' && value.value;

/** `retain_graph` is as `create_graph` unless it is given. */
const keeps = (retain: Value | undefined, createGraph: boolean): boolean =>
  retain === undefined || retain.kind === 'none' ? createGraph : retain.kind !== 'bool' || retain.value;

/** Steps that keep numbers for their way back lose them in it. */
function markUndone(run: Run, steps: readonly Step[]): void {
  for (const one of steps) {
    if (keepsNothing.has(one.op)) continue;
    const cell = run.session.undone.get(one) ?? `undone:${nextId(run, 'nextCell')}`;
    run.session.undone.set(one, cell);
    writeCell(run.heap, cell, none);
  }
}

function isUndone(run: Run, one: Step): boolean {
  const cell = run.session.undone.get(one);
  return cell !== undefined && readCell(run.heap, cell) !== undefined;
}

const keepsNothing: ReadonlySet<string> = new Set(
  (
    'add subtract negative sum mean identity cast castLike to index attribute reshape reshapeLike flatten unflatten permute swapAxes ' +
    'matrixTranspose moveAxis expandDims squeeze expand expandLike broadcastTo tile flip roll narrow selectIndex chunk split splitSizes ' +
    'arraySplit unbind diagonal concatenate stack hstack vstack columnStack broadcastArrays copyInto assignIndex'
  ).split(' '),
);

/** The arguments whose numbers the way back needs: they must be what they were. */
function isOutdated(run: Run, { op, args }: Step): boolean {
  if (!run.session.aliases.changed || keepsNothing.has(op)) return false;
  return [...args.values()].some((value) => value.kind === 'array' && value.data !== undefined && current(run, value) !== value);
}
