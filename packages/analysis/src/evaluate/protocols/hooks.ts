/**
 * Functions that PyTorch calls when a module has been called, or when a leaf gets its gradient.
 * https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_forward_hook
 */
import { lookup } from '@softlens/frameworks';
import type { Range } from '@softlens/syntax';
import { bool, tuple } from '../../values/make.ts';
import type { ArrayValue, InstanceObject, LibraryObject, Reference, Value } from '../../values/value.ts';
import type { Arguments } from '../calls/arguments.ts';
import { callWith } from '../calls/calls.ts';
import { isHeapObject } from '../expressions/equality.ts';
import { allocate, setState, stateOf } from '../objects/objects.ts';
import { placeOf, type Run, unknown } from '../run/run.ts';
import { readCell, writeCell } from '../state/heap.ts';

type HookKind = '$hooks' | '$preHooks';

const handleName = 'torch.utils.hooks.RemovableHandle';

/** Notes a hook of a module; what comes back can take it away again. */
export function registerHook(run: Run, self: Reference, kind: HookKind, hook: Value, node: Range): Value {
  const state = stateOf(run, self);
  if (state?.kind !== 'instance' && state?.kind !== 'libraryObject') return unknown(run, 'unread-call', 'register_hook');
  const handle = newHandle(run, node);
  const fields = new Map(state.fields).set(kind, tuple([...hooksIn(state.fields.get(kind)), tuple([handle, hook])]));
  setState(run, self, { ...state, fields });
  return handle;
}

function newHandle(run: Run, node: Range): Value {
  const row = lookup(handleName)?.row;
  if (row?.kind !== 'class') return unknown(run, 'unread-call', 'register_hook');
  return allocate(run, {
    kind: 'libraryObject',
    row,
    library: 'torch',
    args: new Map(),
    fields: new Map(),
    place: placeOf(run, node),
  });
}

/** `handle.remove()`. */
export function removeHook(run: Run, handle: Value): void {
  const state = handle.kind === 'reference' ? stateOf(run, handle) : undefined;
  if (handle.kind === 'reference' && state?.kind === 'libraryObject')
    setState(run, handle, { ...state, fields: new Map(state.fields).set('removed', bool(true)) });
}

export const isRemoval = (name: string): boolean => name === `${handleName}.remove`;

const hooksIn = (value: Value | undefined): readonly Value[] => (value?.kind === 'tuple' ? value.items : []);

/** Those that nobody has taken away. */
function* live(run: Run, value: Value | undefined): Generator<Value> {
  for (const one of hooksIn(value)) {
    const [handle, hook] = one.kind === 'tuple' ? one.items : [];
    const state = handle?.kind === 'reference' ? stateOf(run, handle) : undefined;
    if (hook && !(state?.kind === 'libraryObject' && state.fields.has('removed'))) yield hook;
  }
}

/** The call of a module between what its hooks do before and after. */
export function hooked(
  run: Run,
  self: Reference,
  { fields }: InstanceObject | LibraryObject,
  args: Arguments,
  call: (args: Arguments) => Value,
): Value {
  if (!fields.has('$hooks') && !fields.has('$preHooks')) return call(args);
  let given = args;
  const inputs = (): Value => tuple(given.positional.map(({ value }) => value));
  for (const hook of live(run, fields.get('$preHooks'))) {
    const result = callWith(run, hook, [self, inputs()], args.node);
    if (result.kind === 'none') continue;
    const items = result.kind === 'tuple' ? result.items : [result];
    given = { ...given, positional: items.map((value) => ({ value })) };
  }
  let output = call(given);
  for (const hook of live(run, fields.get('$hooks'))) {
    const result = callWith(run, hook, [self, inputs(), output], args.node);
    if (result.kind !== 'none') output = result;
  }
  return output;
}

const cellName = (cell: number): string => `hooks:${cell}`;

/** `leaf.register_hook(fn)`; undefined for what is no leaf. */
export function registerLeafHook(run: Run, leaf: ArrayValue, hook: Value, node: Range): Value | undefined {
  if (leaf.tape?.kind !== 'leaf') return undefined;
  const handle = newHandle(run, node);
  const name = cellName(leaf.tape.cell);
  run.opaque = true;
  writeCell(run.heap, name, tuple([...hooksIn(hooksAt(run, name)), tuple([handle, hook])]));
  return handle;
}

function hooksAt(run: Run, name: string): Value | undefined {
  const cell = readCell(run.heap, name);
  return cell && !isHeapObject(cell) ? cell : undefined;
}

/** The gradient of a leaf as its hooks leave it; undefined where that is not known. */
export function gradientThroughHooks(run: Run, cell: number, gradient: ArrayValue, node: Range): ArrayValue | undefined {
  let now = gradient;
  for (const hook of live(run, hooksAt(run, cellName(cell)))) {
    const result = callWith(run, hook, [now], node);
    if (result.kind === 'array') now = result;
    else if (result.kind !== 'none') return undefined;
  }
  return now;
}
