/** Networks whose last layers are known, and can be replaced: https://pytorch.org/vision/stable/models.html */
import { classMembers, type HeadLayer, lookup } from '@softlens/frameworks';
import { float, int } from '../../values/make.ts';
import type { ArrayValue, LibraryClass, LibraryObject, Reference, Value } from '../../values/value.ts';
import { type Arguments, argumentsOf, type BoundArguments, bindSignature } from '../calls/arguments.ts';
import { callValue } from '../calls/calls.ts';
import { allocate, setState, stateOf } from '../objects/objects.ts';
import { placeOf, type Run, unknown } from '../run/run.ts';
import { constructContainer } from './containers.ts';

export function constructHeaded(run: Run, cls: LibraryClass, bound: BoundArguments, args: Arguments): Value | undefined {
  const { head } = cls.row;
  if (!head) return undefined;
  const width = bound.values.get('features') ?? unknown(run, 'parameter', 'num_classes');
  const layer = ([name, ...given]: HeadLayer): Value =>
    made(
      run,
      name,
      given.map((one) => (one === 'features' ? width : Number.isInteger(one) ? int(one) : float(one))),
      args,
    );
  const value = isOne(head.layers) ? layer(head.layers) : made(run, 'torch.nn.Sequential', head.layers.map(layer), args);
  return allocate(run, {
    kind: 'libraryObject',
    row: cls.row,
    library: cls.library,
    args: bound.values,
    fields: new Map([[head.attribute, value]]),
    place: placeOf(run, args.node),
  });
}

const isOne = (layers: HeadLayer | readonly HeadLayer[]): layers is HeadLayer => typeof layers[0] === 'string';

/** Made like the program's own, but it is no call of the program. */
function made(run: Run, name: string, given: readonly Value[], { node }: Arguments): Value {
  const found = lookup(name);
  if (found?.row.kind !== 'class') return unknown(run, 'unmodelled', name);
  const cls: LibraryClass = { kind: 'libraryClass', row: found.row, library: found.library.name };
  const args = argumentsOf(given, node);
  const bound = bindSignature(run, cls.row.signature, args);
  if (classMembers(cls.row).protocol === 'sequential') return constructContainer(run, cls, bound, args);
  return allocate(run, {
    kind: 'libraryObject',
    row: cls.row,
    library: cls.library,
    args: bound.values,
    fields: new Map(),
    place: placeOf(run, node),
  });
}

/** The features are learned; what the head makes of them is followed. */
export function callHeaded(run: Run, state: LibraryObject, args: Arguments): Value | undefined {
  const { head } = state.row;
  const value = head && state.fields.get(head.attribute);
  if (!head || !value) return undefined;
  const input = args.positional[0]?.value;
  const batch = input?.kind === 'array' ? input.shape?.[0] : undefined;
  const features: ArrayValue = {
    kind: 'array',
    library: state.library,
    dtype: 'float32',
    shape: [batch ?? '?', head.features],
    reason: { key: 'learned', name: state.row.name },
  };
  return callValue(run, value, argumentsOf([features], args.node));
}

/** Whoever goes through `_modules`, or adds modules by name, may replace the head unseen. */
export function forgetHead(run: Run, self: Reference, name: string): void {
  const state = stateOf(run, self);
  if (state?.kind !== 'libraryObject' || !state.row.head || !hidden.has(name)) return;
  const fields = new Map(state.fields).set(state.row.head.attribute, unknown(run, 'unmodelled', name));
  setState(run, self, { ...state, fields });
}

const hidden: ReadonlySet<string> = new Set(['_modules', 'add_module', 'register_module', '__dict__', '__setattr__']);
