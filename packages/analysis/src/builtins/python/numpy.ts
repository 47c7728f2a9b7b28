/** NumPy's functions that call others: methods of ufuncs, np.vectorize, np.apply_along_axis, and the indexers np.r_ and np.c_. */

import { fromData, type NdArray, roundTo } from '@softlens/core';
import { argumentsOf, bindSignature } from '../../evaluate/calls/arguments.ts';
import { callValue, callWith } from '../../evaluate/calls/calls.ts';
import { libraryContext } from '../../evaluate/calls/context.ts';
import { qualifiedValue } from '../../evaluate/expressions/names.ts';
import { newList } from '../../evaluate/objects/objects.ts';
import { overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { change } from '../../evaluate/state/aliases.ts';
import { plain } from '../../evaluate/state/freeze.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { arrayFromNested, indexArray, runOperation } from '../../operations/index.ts';
import { broadcastShapes } from '../../operations/shapes/shapes.ts';
import { int, none, text, tuple } from '../../values/make.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';
import { arrayText } from '../text/arrays.ts';
import { printingFor, printingOf } from '../text/printing.ts';

export const numpyFunctions: BuiltinTable = {
  effects: {
    'ufunc.reduce': reduced,
    'ufunc.accumulate': (run, call) => delegated(run, call, accumulations) ?? accumulated(run, call),
    'ufunc.outer': (run, { self, args: [x, y], node }) => {
      const [a, b] = [arrayOf(run, x, node), arrayOf(run, y, node)];
      if (!self || !a?.shape || !b?.shape || b.shape.length > 1) return unknown(run, 'unmodelled', 'outer');
      const column = b.shape.length === 0 ? a : callWith(run, qualifiedValue(run, 'numpy.expand_dims'), [a, int(-1)], node);
      return callWith(run, self, [column, b], node);
    },
    'ufunc.at': changedAt,
    'numpy.array2string': arrayString,
    'numpy.array_str': arrayString,
    'numpy.vectorized': vectorized,
    'numpy.vectorizedAs': (run, call) => {
      const [types, ...args] = call.args;
      const asked = types && itemsOf(run, types, call.node).items;
      const made = vectorized(run, { ...call, args });
      if (asked?.length !== 1 || !asked[0] || made.kind !== 'array') return unknown(run, 'unmodelled', 'vectorize');
      return callWith(run, qualifiedValue(run, 'numpy.asarray'), [made, asked[0]], call.node);
    },
    'numpy.apply_along_axis': alongAxis,
  },
};

/** Functions that do the same over an axis, with the same rounding. */
const reductions: Readonly<Record<string, string>> = {
  add: 'sum',
  multiply: 'prod',
  maximum: 'max',
  minimum: 'min',
  logical_and: 'all',
  logical_or: 'any',
};
const accumulations: Readonly<Record<string, string>> = { add: 'cumsum', multiply: 'cumprod' };

const ufuncName = (self: Value | undefined): string =>
  self?.kind === 'libraryFunction' ? self.row.name.slice('numpy.'.length) : '';

/** Along axis 0 unless told otherwise. */
function delegated(run: Run, { self, given }: BuiltinCall, names: Readonly<Record<string, string>>): Value | undefined {
  const name = names[ufuncName(self)];
  const target = name === undefined ? undefined : qualifiedValue(run, `numpy.${name}`);
  if (!target) return undefined;
  const hasAxis = given.positional.length > 1 || given.keywords.has('axis');
  return callValue(run, target, hasAxis ? given : { ...given, keywords: new Map(given.keywords).set('axis', { value: int(0) }) });
}

const steps: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  maximum: Math.max,
  minimum: Math.min,
};

function arrayString(run: Run, { args: [x, ...more], given, node }: BuiltinCall): Value {
  const array = more.length === 0 ? arrayOf(run, x, node) : undefined;
  const [own, asked] = [array && printingFor(run, array), printingOf({ ...given, positional: [] })];
  const shown = array && own && asked ? arrayText(array, false, { ...own, ...asked }) : undefined;
  return shown === undefined ? unknown(run, 'unmodelled', 'array2string') : text(shown);
}

/** `np.add.at(a, indices, b)`: each index counts, also one that comes twice. */
function changedAt(run: Run, { self, args: [target, index, given], node }: BuiltinCall): Value {
  if (target?.kind !== 'array') return unknown(run, 'unmodelled', 'at');
  const apply = steps[ufuncName(self)];
  const { data, dtype } = target;
  // A list is one index, a tuple one for each axis.
  const indices = index?.kind === 'tuple' ? index.items.map((one) => plain(run, one)) : index && [plain(run, index)];
  const places = data && indices && positionsAt(run, data, indices, node);
  const values = arrayOf(run, given, node)?.data?.data;
  if (!apply || !data || !dtype || !places || !values || (values.length !== 1 && values.length !== places.length)) {
    const { space: _space, ...rest } = withoutElements(target);
    change(run, target, { ...rest, reason: { key: 'unmodelled', name: 'at' } });
    return none;
  }
  const changed = data.data.slice();
  places.forEach((place, i) => {
    changed[place] = roundTo(apply(Number(changed[place]), Number(values[values.length === 1 ? 0 : i])), dtype);
  });
  change(run, target, { ...target, data: { ...data, data: changed } });
  return none;
}

/** Where the elements lie that an index picks. */
function positionsAt(
  run: Run,
  { data, shape }: NdArray,
  indices: readonly Value[],
  node: BuiltinCall['node'],
): readonly number[] | undefined {
  const positions = fromData(
    Float64Array.from(data, (_, i) => i),
    shape,
    'float64',
  );
  const all: ArrayValue = { kind: 'array', library: 'numpy', dtype: 'float64', shape, data: positions };
  const taken = indexArray(all, indices, libraryContext(run, 'numpy', node));
  return taken.kind === 'array' && taken.data ? Array.from(taken.data.data, Number) : undefined;
}

function reduced(run: Run, call: BuiltinCall): Value {
  const known = delegated(run, call, reductions);
  if (known) return known;
  const { self, node } = call;
  const items = linesOf(run, call);
  const [first, ...rest] = items ?? [];
  if (!self || !first || rest.length > run.budget.turns) return unknown(run, 'unmodelled', 'reduce');
  return rest.reduce((total, item) => callWith(run, self, [total, item], node), first);
}

/** The items along the axis, 0 unless told otherwise. */
function linesOf(run: Run, { args: [x, given, ...more], keywords, node }: BuiltinCall): readonly Value[] | undefined {
  const array = arrayOf(run, x, node);
  const axis = given ?? keywords.get('axis') ?? int(0);
  const others = [...keywords.keys()].some((key) => key !== 'axis');
  if (!array?.data || more.length > 0 || others || axis.kind !== 'int') return undefined;
  const turned =
    Number(axis.value) === 0 ? array : callWith(run, qualifiedValue(run, 'numpy.moveaxis'), [array, axis, int(0)], node);
  return itemsOf(run, turned, node).items;
}

/** Along axis 0: what `reduce` has after each item. */
function accumulated(run: Run, call: BuiltinCall): Value {
  const { self, args, keywords, node } = call;
  const items = args.length === 1 && keywords.size === 0 ? linesOf(run, call) : undefined;
  const [first, ...rest] = items ?? [];
  if (!self || !first || rest.length > run.budget.turns) return unknown(run, 'unmodelled', 'accumulate');
  const totals = [first];
  for (const item of rest) totals.push(callWith(run, self, [totals.at(-1) as Value, item], node));
  return callWith(run, qualifiedValue(run, 'numpy.stack'), [tuple(totals)], node);
}

function arrayOf(run: Run, value: Value | undefined, node: BuiltinCall['node']): ArrayValue | undefined {
  const array = value && arrayFromNested(plain(run, value), undefined, libraryContext(run, 'numpy', node));
  return array?.kind === 'array' ? array : undefined;
}

/** `np.vectorize(f)(x)`: f of every element, laid out as x is. */
function vectorized(run: Run, { args: [fn, ...inputs], node }: BuiltinCall): Value {
  const arrays = sameShape(
    run,
    inputs.map((input) => arrayOf(run, input, node)),
    node,
  );
  const first = arrays[0];
  if (
    !fn ||
    !first?.shape ||
    !first.data ||
    arrays.some((array) => !array?.data || array.data.data.length !== first.data?.data.length)
  )
    return unknown(run, 'unmodelled', 'vectorize');
  if (first.data.data.length > run.budget.turns) return overBudget(run, 'vectorize');
  const flat = arrays.map((array) => array && itemsOf(run, runFlat(run, array, node), node).items);
  const results = Array.from({ length: first.data.data.length }, (_, i) =>
    callWith(
      run,
      fn,
      flat.map((items) => items?.[i] ?? unknown(run, 'unmodelled', 'vectorize')),
      node,
    ),
  );
  const context = libraryContext(run, 'numpy', node);
  const array = arrayFromNested(tuple(results.map((result) => plain(run, result))), undefined, context);
  return runOperation(
    'reshape',
    new Map<string, Value>([
      ['x', array],
      ['shape', tuple(first.shape.map((size) => int(Number(size))))],
    ]),
    context,
  );
}

/** Arrays of different shapes are broadcast against each other. */
function sameShape(
  run: Run,
  arrays: readonly (ArrayValue | undefined)[],
  node: BuiltinCall['node'],
): readonly (ArrayValue | undefined)[] {
  if (new Set(arrays.map((array) => array?.shape?.join())).size < 2) return arrays;
  const common = broadcastShapes(...arrays.map((array) => array?.shape));
  const sizes = common && tuple(common.map((size) => int(Number(size))));
  return arrays.map((array) => {
    const wide = array && sizes && callWith(run, qualifiedValue(run, 'numpy.broadcast_to'), [array, sizes], node);
    return wide?.kind === 'array' ? wide : undefined;
  });
}

const runFlat = (run: Run, array: ArrayValue, node: BuiltinCall['node']): Value =>
  runOperation('flatten', new Map([['x', array]]), libraryContext(run, 'numpy', node));

/** f of each line along the axis; what it gives takes the place of the axis. */
function alongAxis(run: Run, { given, node }: BuiltinCall): Value {
  const { values } = bindSignature(run, '(func1d, axis, arr)', given);
  const [fn, axis, x] = [values.get('func1d'), values.get('axis'), arrayOf(run, values.get('arr'), node)];
  const shape = x?.shape?.map(Number);
  const at = axis?.kind === 'int' && shape ? (Number(axis.value) + shape.length) % shape.length : undefined;
  if (!fn || !x || !shape || at === undefined || shape.some(Number.isNaN)) return unknown(run, 'unmodelled', 'apply_along_axis');
  if (shape.length === 1) return callWith(run, fn, [x], node);
  const np = (name: string, ...args: readonly Value[]): Value => callWith(run, qualifiedValue(run, `numpy.${name}`), args, node);
  const outer = shape.filter((_, i) => i !== at);
  const size = shape[at] ?? 1;
  const lines = np('reshape', np('moveaxis', x, int(at), int(-1)), tuple([int(-1), int(size)]));
  const rows = itemsOf(run, lines, node).items;
  if (!rows || rows.length > run.budget.turns) return unknown(run, 'unmodelled', 'apply_along_axis');
  const results = tuple(rows.map((row) => plain(run, callWith(run, fn, [row], node))));
  const stacked = arrayFromNested(results, undefined, libraryContext(run, 'numpy', node));
  const inner = stacked.kind === 'array' ? stacked.shape?.slice(1) : undefined;
  if (!inner?.every((dim) => typeof dim === 'number') || inner.length > 1) return unknown(run, 'unmodelled', 'apply_along_axis');
  const whole = np('reshape', stacked, tuple([...outer, ...inner].map((dim) => int(Number(dim)))));
  return inner.length === 0 ? whole : np('moveaxis', whole, int(-1), int(at));
}

/** `np.r_[1, 2, 3:6]` and `np.c_[a, b]`. */
export function indexerValue(run: Run, name: string, indices: readonly Value[], node: BuiltinCall['node']): Value {
  if (name === 'numpy.mgrid' || name === 'numpy.ogrid') return meshOf(run, name, indices, node);
  const parts = indices.map((index) => (index.kind === 'slice' ? sliceValues(run, index, node) : index));
  if (parts.some((part) => part === undefined || part.kind === 'text')) return unknown(run, 'unmodelled', name);
  const arrays = parts.map((part) => listLike(run, part, node));
  if (!arrays.every((array) => array !== undefined)) return unknown(run, 'unmodelled', name);
  const target = name === 'numpy.c_' ? 'numpy.column_stack' : 'numpy.concatenate';
  return callWith(run, qualifiedValue(run, target), [tuple(arrays)], node);
}

/** `np.mgrid[0:2, 0:3]`: the indices along each axis. A step that is imaginary counts points; that is not followed. */
function meshOf(run: Run, name: string, indices: readonly Value[], node: BuiltinCall['node']): Value {
  const lines = indices.map((index) => (index.kind === 'slice' ? sliceValues(run, index, node) : undefined));
  const [only, ...others] = lines;
  if (!lines.every((line) => line !== undefined) || !only) return unknown(run, 'unmodelled', name);
  if (others.length === 0) return only;
  const np = (called: string, ...args: readonly Value[]): Value =>
    callWith(run, qualifiedValue(run, `numpy.${called}`), args, node);
  if (name === 'numpy.ogrid') {
    const shapeOf = (axis: number): Value => tuple(lines.map((_, i) => int(i === axis ? -1 : 1)));
    return newList(
      run,
      lines.map((line, axis) => np('reshape', line, shapeOf(axis))),
    );
  }
  const asked = new Map<string, Value>([['indexing', text('ij')]]);
  return np('stack', callValue(run, qualifiedValue(run, 'numpy.meshgrid'), argumentsOf(lines, node, asked)));
}

/** A number counts as a list of one. */
function listLike(run: Run, part: Value | undefined, node: BuiltinCall['node']): Value | undefined {
  const array = arrayOf(run, part, node);
  return array?.shape?.length === 0 ? arrayOf(run, tuple([array]), node) : array;
}

function sliceValues(
  run: Run,
  { lower, upper, step }: Extract<Value, { kind: 'slice' }>,
  node: BuiltinCall['node'],
): Value | undefined {
  if (!upper) return undefined;
  return callWith(run, qualifiedValue(run, 'numpy.arange'), [lower ?? int(0), upper, ...(step ? [step] : [])], node);
}
