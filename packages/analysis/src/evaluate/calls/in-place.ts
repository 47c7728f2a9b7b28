/**
 * Functions that write into what they are given: `np.fill_diagonal(mask, 1)`, `random.shuffle(items)`. What they write is computed
 * where it can be told; else nothing is known of it from there on. https://numpy.org/doc/stable/reference/routines.indexing.html
 */
import { parseSignature } from '@softlens/frameworks';
import type { Call } from '@softlens/syntax';
import { assignIndex, runOperation } from '../../operations/index.ts';
import { none, tuple } from '../../values/make.ts';
import type { ArrayValue, Reference, Value } from '../../values/value.ts';
import { setState, stateOf } from '../objects/objects.ts';
import { type Run, unknown } from '../run/run.ts';
import { anyOf } from '../state/alternatives.ts';
import { plain } from '../state/freeze.ts';
import type { Arguments } from './arguments.ts';
import { operationContext } from './context.ts';

type Effect = (run: Run, target: ArrayValue, args: Arguments) => Value | undefined;

const effects: Readonly<Record<string, Effect>> = {
  'numpy.fill_diagonal': (run, x, args) => operate(run, 'fillDiagonal', args, { x, value: at(run, args, 1, 'val') }),
  'numpy.copyto': (run, x, args) =>
    args.keywords.has('where') ? undefined : assign(run, x, [everything], args, at(run, args, 1, 'src')),
  'numpy.place': placed,
  'numpy.putmask': placed,
  'numpy.put': (run, x, args) => {
    const [index, value] = [at(run, args, 1, 'ind'), at(run, args, 2, 'v')];
    return x.shape?.length === 1 && index ? assign(run, x, [index], args, value) : undefined;
  },
  'numpy.put_along_axis': (run, x, args) =>
    operate(run, 'scatter', args, {
      x,
      indices: at(run, args, 1, 'indices'),
      value: at(run, args, 2, 'values'),
      axis: at(run, args, 3, 'axis'),
    }),
  'numpy.nan_to_num': (run, x, args) => operate(run, 'nanToNum', args, { x }),
  shuffle: () => undefined,
};

/** What the first argument holds after the call; undefined where the call leaves it as it was. */
export function effectOn(
  run: Run,
  callee: Value,
  args: Arguments,
): { readonly target: Value; readonly after?: Value } | undefined {
  const name = nameOf(callee);
  const [first] = args.positional;
  const effect = name === undefined ? undefined : effects[name.endsWith('.shuffle') ? 'shuffle' : name];
  if (!effect || !first || (name === 'numpy.nan_to_num' && !isFalse(args.keywords.get('copy')?.value))) return undefined;
  const target = first.value;
  if (target.kind === 'reference') forgetOrder(run, target);
  if (target.kind !== 'array') return undefined;
  const after = args.positional.length + args.keywords.size > 4 ? undefined : effect(run, target, args);
  return { target, after: after?.kind === 'array' ? after : lost(target) };
}

/** Which argument of a NumPy function is its `out`: the position in the call. */
export function outPosition(callee: Value, call: Call): number | undefined {
  if (callee.kind !== 'libraryFunction' || !callee.row.name.startsWith('numpy.')) return undefined;
  const parameters = parseSignature(callee.row.signature).filter(({ name }) => name !== 'self');
  const place = parameters.findIndex(({ name }) => name === 'out');
  const isPositional = parameters.slice(0, place + 1).every(({ kind }) => kind === 'positional' || kind === 'positionalOnly');
  return place >= 0 && isPositional && call.args.slice(0, place + 1).every(({ kind }) => kind === 'positional')
    ? place
    : undefined;
}

function nameOf(callee: Value): string | undefined {
  if (callee.kind === 'libraryFunction') return callee.row.name;
  if (callee.kind === 'libraryName') return callee.name;
  return undefined;
}

/** The items of a shuffled list are there still, in any order. */
export function forgetOrder(run: Run, target: Reference): void {
  const state = stateOf(run, target);
  if (state?.kind !== 'list') return;
  const { items } = state;
  setState(run, target, items && items.length > 0 ? { kind: 'list', element: anyOf(run, items) } : { kind: 'list' });
}

export const lost = ({ library, dtype, shape }: ArrayValue): ArrayValue => ({
  kind: 'array',
  library,
  ...(dtype ? { dtype } : {}),
  ...(shape ? { shape } : {}),
  reason: { key: 'unmodelled' },
});

const at = (run: Run, args: Arguments, position: number, name: string): Value | undefined => {
  const value = args.positional[position]?.value ?? args.keywords.get(name)?.value;
  return value && plain(run, value);
};
const isFalse = (value: Value | undefined): boolean => value?.kind === 'bool' && !value.value;
const everything: Value = { kind: 'slice' };

/** Where the mask holds; several values would be taken in turn. */
function placed(run: Run, x: ArrayValue, args: Arguments): Value | undefined {
  const [mask, given] = [at(run, args, 1, 'mask'), at(run, args, 2, 'vals') ?? at(run, args, 2, 'values')];
  const value = given?.kind === 'tuple' ? (given.items.length === 1 ? given.items[0] : undefined) : given;
  return mask && assign(run, x, [mask], args, value?.kind === 'int' || value?.kind === 'float' ? value : undefined);
}

function assign(
  run: Run,
  x: ArrayValue,
  indices: readonly Value[],
  args: Arguments,
  value: Value = unknown(run, 'unmodelled'),
): Value {
  return assignIndex(x, indices, value, operationContext(run, args.node));
}

function operate(run: Run, op: string, args: Arguments, roles: Readonly<Record<string, Value | undefined>>): Value | undefined {
  const given = Object.entries(roles).flatMap(([role, value]) => (value ? [[role, value] as const] : []));
  if (given.length < Object.keys(roles).length) return undefined;
  const context = { ...operationContext(run, args.node), library: 'numpy' };
  // Values take the shape of the indices.
  const [indices, value] = [roles.indices, roles.value];
  if (op === 'scatter' && indices?.kind === 'array' && value?.kind !== 'int' && value?.kind !== 'float') {
    const shape = tuple((indices.shape ?? []).map((size): Value => ({ kind: 'int', value: Number(size) })));
    const wide = runOperation(
      'broadcastTo',
      new Map([
        ['x', value ?? none],
        ['shape', shape],
      ]),
      context,
    );
    return runOperation(op, new Map(given).set('value', wide), context);
  }
  return runOperation(op, new Map(given), context);
}
