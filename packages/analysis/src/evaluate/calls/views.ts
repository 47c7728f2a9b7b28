/** Which results of library calls show the elements of their input. https://pytorch.org/docs/stable/tensor_view.html */
import { runOperation } from '../../operations/index.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import type { Run } from '../run/run.ts';
import { isContiguous, isFollowed, isMutable, noteView } from '../state/aliases.ts';
import { libraryContext } from './context.ts';
import type { RowCall } from './row-call.ts';

/** A view stays tied to the array that it shows; what is no view is an array of its own, even where nothing had to be done. */
export function sharing(run: Run, call: RowCall, args: ReadonlyMap<string, Value>, result: Value): Value {
  const source = args.has('x') ? 'x' : 'data';
  const x = args.get(source);
  if (x?.kind !== 'array' || !isFollowed(x) || !isMutable(x) || x.variable) return result;
  const name = call.factRow.name.slice(call.factRow.name.lastIndexOf('.') + 1);
  const reshapes = reshapings.has(name);
  const shares =
    (reshapes && isContiguous(run, x) && !(x.library === 'numpy' && name === 'flatten')) ||
    views.has(name) ||
    (casts.has(name) && result.kind === 'array' && result.dtype === x.dtype) ||
    (x.library === 'numpy' && flips.has(name));
  if (!shares) return result === x && !name.endsWith('_') ? { ...x } : result;
  const { op } = call.row;
  const context = libraryContext(run, call.library, call.args.node, call.row);
  const take = (parent: ArrayValue): Value =>
    op === undefined ? parent : runOperation(op, new Map(args).set(source, parent), context);
  noteView(run, result, x, take, reshapes || name === 'view' || name === 'detach');
  if (result.kind !== 'tuple') return result;
  for (const [i, item] of result.items.entries()) {
    noteView(run, item, x, (parent) => itemOf(take(parent), i), false);
  }
  return result;
}

const itemOf = (value: Value, i: number): Value => (value.kind === 'tuple' ? (value.items[i] ?? value) : value);

/** Copies where the elements do not lie in order: https://pytorch.org/docs/stable/tensor_view.html */
const reshapings: ReadonlySet<string> = new Set(['reshape', 'reshape_as', 'flatten', 'ravel', 'contiguous', 'ascontiguousarray']);

const views: ReadonlySet<string> = new Set(
  (
    'view view_as transpose permute t squeeze unsqueeze expand expand_as narrow swapaxes swapdims moveaxis movedim diagonal ' +
    'select detach unflatten chunk split unbind tensor_split array_split hsplit vsplit expand_dims broadcast_to requires_grad_'
  ).split(' '),
);

/** They give the array itself where it has the dtype already. */
const casts: ReadonlySet<string> = new Set(
  'numpy from_numpy as_tensor asarray asanyarray to cpu cuda float double half long int type'.split(' '),
);

const flips: ReadonlySet<string> = new Set(['flip', 'fliplr', 'flipud', 'rot90']);
