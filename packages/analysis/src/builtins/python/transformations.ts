/** Functions of functions in JAX, Flax and Haiku: https://docs.jax.dev, https://flax.readthedocs.io, https://dm-haiku.readthedocs.io */
import { argumentsOf } from '../../evaluate/calls/arguments.ts';
import { callValue, callWith } from '../../evaluate/calls/calls.ts';
import { libraryContext } from '../../evaluate/calls/context.ts';
import { readAttribute } from '../../evaluate/expressions/attributes.ts';
import { callDifferentiated } from '../../evaluate/gradients/transformations.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { elementOf, itemsOf } from '../../evaluate/statements/iteration.ts';
import { runOperation } from '../../operations/index.ts';
import { bool, int, tuple } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';

const partial = (name: string, ...positional: readonly Value[]): Value => ({
  kind: 'partial',
  function: { kind: 'builtin', name },
  positional,
  keywords: new Map(),
});

/** Haiku's transformed function: `init(rng, …)` and `apply(params, rng, …)`. */
const transformed = (fn: Value, apply: string): Value => ({
  kind: 'tuple',
  items: [partial('haiku.init', fn), partial(apply, fn)],
  names: ['init', 'apply'],
});

export const transformations: BuiltinTable = {
  effects: {
    'jax.vmap': (run, { args: [fn, ...axes], keywords }) => {
      if (!fn) return unknown(run, 'error', 'vmap');
      return partial(axes.length > 0 || keywords.size > 0 ? 'jax.mapped' : 'jax.mappedItems', fn);
    },
    'jax.mappedItems': (run, call) => mappedItems(run, call) ?? mapped(run, call),
    'jax.grad': (run, call) => differentiated(run, 'jax.gradient', call),
    'jax.value_and_grad': (run, call) => differentiated(run, 'jax.valueAndGradient', call),
    'jax.mapped': mapped,
    'jax.gradient': (run, call) => callDifferentiated(run, call).gradient,
    'jax.valueAndGradient': (run, call) => {
      const { value, gradient } = callDifferentiated(run, call);
      return tuple([value, gradient]);
    },
    'flax.apply': flaxApply,
    'flax.init': (run, { self, args: [, ...rest], node }) => {
      if (self) callWith(run, self, rest, node);
      return unknown(run, 'learned', 'parameters');
    },
    'haiku.transform': (run, { args: [fn] }) => (fn ? transformed(fn, 'haiku.apply') : unknown(run, 'error', 'transform')),
    'haiku.without_apply_rng': (run, { args: [pair] }) => {
      const apply = pair?.kind === 'tuple' ? pair.items[1] : undefined;
      const fn = apply?.kind === 'partial' ? apply.positional[0] : undefined;
      return fn ? transformed(fn, 'haiku.applyWithoutRng') : (pair ?? unknown(run, 'error', 'transform'));
    },
    'haiku.init': (run, { args: [fn, , ...rest], node }) => {
      if (fn) callWith(run, fn, rest, node);
      return unknown(run, 'learned', 'parameters');
    },
    'haiku.apply': (run, { args: [fn, , , ...rest], node }) =>
      fn ? callWith(run, fn, rest, node) : unknown(run, 'error', 'apply'),
    'haiku.applyWithoutRng': (run, { args: [fn, , ...rest], node }) =>
      fn ? callWith(run, fn, rest, node) : unknown(run, 'error', 'apply'),
  },
};

/** `jax.grad(fun, argnums=0, has_aux=False)`: a function of the same arguments. */
function differentiated(run: Run, name: string, { args: [fn, argnums, aux], keywords }: BuiltinCall): Value {
  if (!fn) return unknown(run, 'error', 'grad');
  return partial(name, fn, argnums ?? keywords.get('argnums') ?? int(0), aux ?? keywords.get('has_aux') ?? bool(false));
}

/** Few items whose values are known: one call for each, and the results stacked. */
function mappedItems(run: Run, { args: [fn, ...rest], keywords, node }: BuiltinCall): Value | undefined {
  const size = rest[0]?.kind === 'array' ? rest[0].shape?.[0] : undefined;
  if (!fn || keywords.size > 0 || typeof size !== 'number' || size === 0 || size > 64) return undefined;
  if (!rest.every((arg) => arg.kind === 'array' && arg.data && arg.shape?.[0] === size)) return undefined;
  const columns = rest.map((arg) => itemsOf(run, arg, node).items);
  if (columns.includes(undefined)) return undefined;
  const results = Array.from({ length: size }, (_, i) =>
    callWith(
      run,
      fn,
      columns.map((items) => items?.[i] as Value),
      node,
    ),
  );
  if (!results.every((result) => result.kind === 'array' && result.data)) return undefined;
  return runOperation(
    'stack',
    new Map<string, Value>([
      ['arrays', tuple(results)],
      ['axis', int(0)],
    ]),
    libraryContext(run, 'jax', node),
  );
}

/** The function sees one item along the first axis; its results are stacked there. */
function mapped(run: Run, { args: [fn, ...rest], node }: BuiltinCall): Value {
  if (!fn) return unknown(run, 'error', 'vmap');
  const size = rest.flatMap((arg) => (arg.kind === 'array' && arg.shape ? [arg.shape[0]] : []))[0];
  const result = callWith(
    run,
    fn,
    rest.map((arg) => elementOf(run, itemsOf(run, arg, node))),
    node,
  );
  if (result.kind !== 'array') return unknown(run, 'unmodelled', 'vmap');
  const { space, ...claims } = withoutElements(result);
  return {
    ...claims,
    reason: result.reason ?? { key: 'loop' },
    ...(result.shape && size !== undefined ? { shape: [size, ...result.shape] } : {}),
    ...(space ? { space: space.axis !== undefined && space.axis >= 0 ? { ...space, axis: space.axis + 1 } : space } : {}),
  };
}

const notPassed: ReadonlySet<string> = new Set(['rngs', 'mutable', 'method', 'capture_intermediates']);

/** `module.apply(variables, x)` calls the module, or the method named; with `mutable` the new state comes along. */
function flaxApply(run: Run, { self, args: [, ...rest], keywords, node }: BuiltinCall): Value {
  if (!self) return unknown(run, 'error', 'apply');
  const method = keywords.get('method');
  const callee =
    method?.kind === 'text' ? readAttribute(run, self, method.value, node) : method?.kind === 'method' ? method : self;
  const passed = new Map([...keywords].filter(([name]) => !notPassed.has(name)));
  const result = callValue(run, callee, argumentsOf(rest, node, passed));
  const mutable = keywords.get('mutable');
  const hasState = mutable && mutable.kind !== 'none' && !(mutable.kind === 'bool' && !mutable.value);
  return hasState ? tuple([result, unknown(run, 'learned', 'state')]) : result;
}
