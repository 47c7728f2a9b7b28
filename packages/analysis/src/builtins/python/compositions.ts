/** Functions of NumPy, SciPy and scikit-learn that are made of others, or that call a function of the program. */

import { argumentsOf } from '../../evaluate/calls/arguments.ts';
import { callValue, callWith } from '../../evaluate/calls/calls.ts';
import { libraryContext } from '../../evaluate/calls/context.ts';
import { qualifiedValue } from '../../evaluate/expressions/names.ts';
import { newIterator } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { plain } from '../../evaluate/state/freeze.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { arrayFromNested } from '../../operations/index.ts';
import { bool, float, int, tuple } from '../../values/make.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';
import { numberOf } from './math.ts';

/** The parameters that a distribution is frozen with: https://docs.scipy.org/doc/scipy/tutorial/stats.html#freezing-a-distribution */
const frozenNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['norm', ['loc', 'scale']],
  ['logistic', ['loc', 'scale']],
  ['expon', ['loc', 'scale']],
  ['uniform', ['loc', 'scale']],
  ['bernoulli', ['p', 'loc']],
  ['binom', ['n', 'p', 'loc']],
  ['poisson', ['mu', 'loc']],
]);

export const compositions: BuiltinTable = {
  effects: {
    'numpy.in1d': made((of, [a, b]) => (a && b ? of('isin', of('ravel', a), b) : undefined)),
    'numpy.ediff1d': made((of, [a, ...more]) => (a && more.length === 0 ? of('diff', of('ravel', a)) : undefined)),
    'numpy.dstack': made((of, [arrays], _keywords, items) => {
      const parts = items(arrays)?.map((part) => of('atleast_1d', part));
      const ranks = parts?.map((part) => (part.kind === 'array' ? part.shape?.length : undefined));
      if (!parts || ranks?.some((rank) => rank === undefined || rank > 3)) return undefined;
      const deep = parts.map((part, i) => {
        const flat = ranks?.[i] === 1 ? of('expand_dims', part, int(0)) : part;
        return ranks?.[i] === 3 ? flat : of('expand_dims', flat, int(-1));
      });
      return of('concatenate', tuple(deep), int(2));
    }),
    'numpy.extract': made((of, [condition, x]) => {
      if (!condition || !x) return undefined;
      return of('take', of('ravel', x), of('flatnonzero', condition));
    }),
    'numpy.trim_zeros': made((of, [x, ...more], _keywords, items) => {
      const all = more.length === 0 ? items(x) : undefined;
      const kept = all?.map((item) => numberOf(item) !== 0);
      if (!all || !kept?.includes(true) || x?.kind !== 'array') return undefined;
      return of('take', x, of('arange', int(kept.indexOf(true)), int(kept.lastIndexOf(true) + 1)));
    }),
    'numpy.resize': made((of, [x, shape]) => {
      const flat = x && of('ravel', x);
      const size = flat?.kind === 'array' ? flat.shape?.[0] : undefined;
      const zeros = shape && of('zeros', shape);
      const wanted = zeros?.kind === 'array' ? zeros.data?.data.length : undefined;
      if (!flat || !shape || typeof size !== 'number' || size === 0 || wanted === undefined || wanted > 10_000) return undefined;
      return of('reshape', of('take', flat, of('mod', of('arange', int(wanted)), int(size))), shape);
    }),
    'numpy.histogram_bin_edges': (run, { args, keywords, node }) => {
      const found = callValue(run, qualifiedValue(run, 'numpy.histogram'), argumentsOf(args, node, keywords));
      return found.kind === 'tuple' && found.items[1] ? found.items[1] : unknown(run, 'unmodelled', 'histogram_bin_edges');
    },
    'numpy.ndindex': (run, { args }) => {
      const asked = args.length === 1 && args[0]?.kind === 'tuple' ? args[0].items : args;
      const sizes = asked.map((size) => (size.kind === 'int' ? Number(size.value) : Number.NaN));
      const count = sizes.reduce((all, size) => all * size, 1);
      return count <= run.budget.collection && sizes.every((size) => size <= run.budget.collection)
        ? newIterator(
            run,
            placesOf(sizes).map((place) => tuple(place.map(int))),
          )
        : unknown(run, 'unmodelled', 'ndindex');
    },
    'numpy.ndenumerate': (run, { args: [x], node }) => {
      const array = arrayOf(run, x, node);
      const flat = array && itemsOf(run, callWith(run, qualifiedValue(run, 'numpy.ravel'), [array], node), node).items;
      if (!array?.data || !flat || flat.length === 0) return unknown(run, 'unmodelled', 'ndenumerate');
      const places = placesOf(array.data.shape);
      return newIterator(
        run,
        flat.map((item, i) => tuple([tuple((places[i] ?? []).map(int)), item])),
      );
    },
    'numpy.issubdtype': (run, { args: [dtype, of] }) => {
      const known =
        dtype?.kind === 'dtype'
          ? dtype.dtype
          : dtype?.kind === 'builtin'
            ? { float: 'float64', int: 'int64' }[dtype.name]
            : undefined;
      const group =
        of?.kind === 'libraryName' || of?.kind === 'libraryClass'
          ? abstractKinds.get(of.kind === 'libraryName' ? of.name : of.row.name)
          : undefined;
      return known !== undefined && group ? bool(group.test(known)) : unknown(run, 'unmodelled', 'issubdtype');
    },
    'numpy.choose': chosen,
    'numpy.ravel_multi_index': made((of, [indices, sizes], _keywords, items) => {
      const [all, dims] = [items(indices), items(sizes)];
      if (!all || !dims || all.length !== dims.length || all.length === 0) return undefined;
      return all.reduce((place, index, axis) =>
        axis === 0 ? index : of('add', of('multiply', place, dims[axis] as Value), index),
      );
    }),
    'numpy.fromiter': (run, { args: [source, given], keywords, node }) => {
      const items = source && itemsOf(run, source, node).items;
      const dtype = given ?? keywords.get('dtype');
      if (!items || !dtype) return unknown(run, 'unmodelled', 'fromiter');
      return callWith(run, qualifiedValue(run, 'numpy.array'), [tuple(items), dtype], node);
    },
    'numpy.fromstring': fromText,
    'numpy.fromfunction': (run, { args: [fn, shape], keywords, node }) => {
      const dtype = keywords.get('dtype') ?? { kind: 'builtin', name: 'float' };
      const grid = shape && callWith(run, qualifiedValue(run, 'numpy.indices'), [shape], node);
      const items = grid && itemsOf(run, callWith(run, qualifiedValue(run, 'numpy.asarray'), [grid, dtype], node), node).items;
      return fn && items ? callWith(run, fn, items, node) : unknown(run, 'unmodelled', 'fromfunction');
    },
    ...Object.fromEntries(
      [...frozenNames.keys()].map((name): [string, Implementation] => [
        `scipy.stats.${name}`,
        (_run, { args, keywords }) => ({
          kind: 'partial',
          function: { kind: 'builtin', name: 'stats.frozen' },
          positional: [{ kind: 'text', value: name }, tuple(args)],
          keywords: new Map(keywords),
        }),
      ]),
    ),
    'scipy.stats.iqr': made((of, [x, ...more], _keywords, items) => {
      const quartiles = x && more.length === 0 ? items(of('percentile', x, tuple([int(25), int(75)]))) : undefined;
      return quartiles?.length === 2 ? of('subtract', quartiles[1] as Value, quartiles[0] as Value) : undefined;
    }),
    'scipy.spatial.distance.squareform': squared,
    'scipy.optimize.bisect': (run, call) => root(run, call, bisected),
    'scipy.optimize.brentq': (run, call) => root(run, call, brent),
    'sklearn.utils.class_weight.compute_class_weight': classWeights,
    'sklearn.utils.class_weight.compute_sample_weight': made((of, [weight, y]) => {
      if (weight?.kind !== 'text' || weight.value !== 'balanced' || !y) return undefined;
      const classes = of('unique', y);
      return of('take', balanced(of, classes, y), of('searchsorted', classes, y));
    }),
    'sklearn.metrics.pairwise.euclidean_distances': made((of, [x, other]) => {
      if (!x) return undefined;
      const y = other ?? x;
      const squares = (rows: Value): Value => of('einsum', { kind: 'text', value: 'ij,ij->i' }, rows, rows);
      const [a, b] = [of('array', x), of('array', y)];
      const products = of('multiply', int(-2), of('matmul', a, of('transpose', b)));
      const all = of('add', of('add', products, of('expand_dims', squares(a), int(1))), squares(b));
      const distances = of('sqrt', of('maximum', all, int(0)));
      if (other) return distances;
      // What is zero in exact arithmetic is set to zero.
      const rows = distances.kind === 'array' ? distances.shape?.[0] : undefined;
      return typeof rows === 'number' ? of('where', of('eye', int(rows)), float(0), distances) : undefined;
    }),
  },
};

/** `norm(0, 1).pdf`: the distribution's own function, with the parameters that it was frozen with. */
export function frozenMember(run: Run, frozen: Extract<Value, { kind: 'partial' }>, name: string): Value | undefined {
  const [distribution, given] = frozen.positional;
  if (distribution?.kind !== 'text' || given?.kind !== 'tuple') return undefined;
  const own = qualifiedValue(run, `scipy.stats.${distribution.value}.${name}`);
  const names = frozenNames.get(distribution.value) ?? [];
  if (own.kind !== 'libraryFunction' || given.items.length > names.length) return undefined;
  const keywords = new Map([...given.items.map((value, i) => [names[i] ?? '', value] as const), ...frozen.keywords]);
  return { kind: 'partial', function: own, positional: [], keywords };
}

/** https://numpy.org/doc/stable/reference/arrays.scalars.html */
const abstractKinds: ReadonlyMap<string, RegExp> = new Map([
  ['numpy.floating', /^float/],
  ['numpy.integer', /^u?int/],
  ['numpy.signedinteger', /^int/],
  ['numpy.unsignedinteger', /^uint/],
  ['numpy.number', /^(?:float|u?int)/],
]);

/** The indices of every place, row by row. */
const placesOf = (shape: readonly number[]): readonly (readonly number[])[] =>
  shape.reduce<readonly (readonly number[])[]>(
    (all, size) => all.flatMap((place) => Array.from({ length: size }, (_, i) => [...place, i])),
    [[]],
  );

type Of = (name: string, ...args: readonly Value[]) => Value;
type Items = (value: Value | undefined) => readonly Value[] | undefined;

/** A function whose result NumPy's others give; keywords are not followed unless `compute` looks at them. */
function made(
  compute: (of: Of, args: readonly Value[], keywords: ReadonlyMap<string, Value>, items: Items) => Value | undefined,
): Implementation {
  return (run, { name, args, keywords, node }) => {
    const of: Of = (called, ...given) => callWith(run, qualifiedValue(run, `numpy.${called}`), given, node);
    const items: Items = (value) => value && itemsOf(run, value, node).items;
    return compute(of, args, keywords, items) ?? unknown(run, 'unmodelled', name);
  };
}

function arrayOf(run: Run, value: Value | undefined, node: BuiltinCall['node']): ArrayValue | undefined {
  const array = value && arrayFromNested(plain(run, value), undefined, libraryContext(run, 'numpy', node));
  return array?.kind === 'array' ? array : undefined;
}

/** Of each element of `a`, as an index, the element of that choice. */
function chosen(run: Run, { args: [a, choices], keywords, node }: BuiltinCall): Value {
  const index = arrayOf(run, a, node);
  const all = choices && itemsOf(run, choices, node).items;
  const isWithin = index?.data && all && Array.from(index.data.data, Number).every((i) => i >= 0 && i < all.length);
  if (!isWithin || !all || keywords.size > 0) return unknown(run, 'unmodelled', 'choose');
  const tests = all.map((_, i) => callWith(run, qualifiedValue(run, 'numpy.equal'), [index, int(i)], node));
  const arrays = all.map((choice) => arrayOf(run, choice, node) ?? choice);
  return callWith(run, qualifiedValue(run, 'numpy.select'), [tuple(tests), tuple(arrays)], node);
}

/** Numbers between marks: `np.fromstring('1 2 3', sep=' ')`. */
function fromText(run: Run, { args: [source, given], keywords, node }: BuiltinCall): Value {
  const mark = keywords.get('sep');
  const dtype: Value = given ?? keywords.get('dtype') ?? { kind: 'builtin', name: 'float' };
  if (source?.kind !== 'text' || mark?.kind !== 'text' || mark.value === '') return unknown(run, 'unmodelled', 'fromstring');
  const parts = source.value.split(mark.value.trim() === '' ? /\s+/ : mark.value.trim()).map((part) => part.trim());
  const numbers = parts.filter((part) => part !== '').map(Number);
  if (numbers.some(Number.isNaN)) return unknown(run, 'unmodelled', 'fromstring');
  return callWith(run, qualifiedValue(run, 'numpy.array'), [tuple(numbers.map(float)), dtype], node);
}

/** The pairs i < j as a symmetric matrix, or the other way round. */
function squared(run: Run, { args: [x], keywords, node }: BuiltinCall): Value {
  const array = arrayOf(run, x, node);
  const data = array?.data;
  if (!data || keywords.size > 0) return unknown(run, 'unmodelled', 'squareform');
  const at = (i: number): Value => float(Number(data.data[i] ?? 0));
  const make = (nested: Value): Value => arrayOf(run, nested, node) ?? unknown(run, 'unmodelled', 'squareform');
  if (data.shape.length === 2) {
    const [size = 0] = data.shape;
    const pairs = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size - i - 1 }, (__, k) => at(i * size + i + 1 + k)),
    );
    return make(tuple(pairs.flat()));
  }
  const size = (1 + Math.sqrt(1 + 8 * data.data.length)) / 2;
  if (!Number.isInteger(size)) return unknown(run, 'error', 'ValueError');
  const place = (i: number, j: number): number => size * i - (i * (i + 1)) / 2 + (j - i - 1);
  const rows = Array.from({ length: size }, (_, i) =>
    tuple(Array.from({ length: size }, (__, j) => (i === j ? float(0) : at(place(Math.min(i, j), Math.max(i, j)))))),
  );
  return make(tuple(rows));
}

const balanced = (of: Of, classes: Value, y: Value): Value => {
  const counts = of('bincount', of('searchsorted', classes, y));
  const size = of('size', classes);
  return of('divide', of('size', y), of('multiply', size, of('asarray', counts, { kind: 'builtin', name: 'float' })));
};

/** https://scikit-learn.org/stable/modules/generated/sklearn.utils.class_weight.compute_class_weight.html */
function classWeights(run: Run, { args: [weight], keywords, node }: BuiltinCall): Value {
  const [classes, y] = [keywords.get('classes'), keywords.get('y')];
  if (weight?.kind !== 'text' || weight.value !== 'balanced' || !classes || !y)
    return unknown(run, 'unmodelled', 'compute_class_weight');
  const of: Of = (called, ...given) => callWith(run, qualifiedValue(run, `numpy.${called}`), given, node);
  const own = of('unique', y);
  return of('take', balanced(of, own, y), of('searchsorted', own, classes));
}

type Real = (x: number) => number | undefined;

/** Where a function of the program is zero, between two places where its signs differ. */
function root(run: Run, { args: [fn, a, b, ...more], keywords, node }: BuiltinCall, find: typeof bisected): Value {
  const [from, to] = [numberOf(a), numberOf(b)];
  if (!fn || from === undefined || to === undefined || more.length > 0 || keywords.size > 0)
    return unknown(run, 'unmodelled', 'root');
  const found = find((x) => numberOf(callWith(run, fn, [float(x)], node)), from, to);
  return found === undefined ? unknown(run, 'unmodelled', 'root') : float(found);
}

const [xtol, rtol, maxTurns] = [2e-12, 8.881784197001252e-16, 100];
const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);

/** https://github.com/scipy/scipy/blob/main/scipy/optimize/Zeros/bisect.c */
function bisected(f: Real, from: number, to: number): number | undefined {
  const [low, high] = [f(from), f(to)];
  if (low === undefined || high === undefined) return undefined;
  if (low === 0 || high === 0) return low === 0 ? from : to;
  if (isNegative(low) === isNegative(high)) return undefined;
  let start = from;
  let step = to - from;
  for (let turn = 0; turn < maxTurns; turn++) {
    step *= 0.5;
    const middle = start + step;
    const value = f(middle);
    if (value === undefined || Number.isNaN(value)) return undefined;
    if (isNegative(value) === isNegative(low)) start = middle;
    if (value === 0 || Math.abs(step) < xtol + rtol * Math.abs(middle)) return middle;
  }
  return undefined;
}

/** https://github.com/scipy/scipy/blob/main/scipy/optimize/Zeros/brentq.c */
function brent(f: Real, from: number, to: number): number | undefined {
  const [first, second] = [f(from), f(to)];
  if (first === undefined || second === undefined) return undefined;
  if (first === 0 || second === 0) return first === 0 ? from : to;
  if (isNegative(first) === isNegative(second)) return undefined;
  let [before, now, other] = [from, to, 0];
  let [fBefore, fNow, fOther] = [first, second, 0];
  let [last, step] = [0, 0];
  for (let turn = 0; turn < maxTurns; turn++) {
    if (fBefore !== 0 && fNow !== 0 && isNegative(fBefore) !== isNegative(fNow)) {
      [other, fOther] = [before, fBefore];
      last = step = now - before;
    }
    if (Math.abs(fOther) < Math.abs(fNow)) {
      [before, now, other] = [now, other, now];
      [fBefore, fNow, fOther] = [fNow, fOther, fNow];
    }
    const delta = (xtol + rtol * Math.abs(now)) / 2;
    const half = (other - now) / 2;
    if (fNow === 0 || Math.abs(half) < delta) return now;
    const isSmall = Math.abs(last) > delta && Math.abs(fNow) < Math.abs(fBefore);
    const tried = isSmall ? interpolated([before, now, other], [fBefore, fNow, fOther]) : Number.POSITIVE_INFINITY;
    if (2 * Math.abs(tried) < Math.min(Math.abs(last), 3 * Math.abs(half) - delta)) [last, step] = [step, tried];
    else last = step = half;
    [before, fBefore] = [now, fNow];
    now += Math.abs(step) > delta ? step : half > 0 ? delta : -delta;
    const value = f(now);
    if (value === undefined || Number.isNaN(value)) return undefined;
    fNow = value;
  }
  return undefined;
}

type Three = readonly [before: number, now: number, other: number];

/** The secant through two points; through three, what an inverse parabola gives. */
function interpolated([before, now, other]: Three, [fBefore, fNow, fOther]: Three): number {
  if (before === other) return (-fNow * (now - before)) / (fNow - fBefore);
  const toBefore = (fBefore - fNow) / (before - now);
  const toOther = (fOther - fNow) / (other - now);
  return (-fNow * (fOther * toOther - fBefore * toBefore)) / (toOther * toBefore * (fOther - fBefore));
}
