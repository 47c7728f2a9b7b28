/**
 * JAX's transformations of functions: `jax.grad(f)(x)` calls `f` with arguments that remember what becomes of them.
 * https://docs.jax.dev/en/latest/_autosummary/jax.grad.html
 */
import type { Range } from '@softlens/syntax';
import type { BuiltinCall } from '../../builtins/registry.ts';
import { rememberedBy, untaped } from '../../operations/gradients/record.ts';
import { reverse, without } from '../../operations/gradients/reverse.ts';
import { arrayFromNested, dialectOf } from '../../operations/index.ts';
import { tuple } from '../../values/make.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { argumentsOf } from '../calls/arguments.ts';
import { callValue } from '../calls/calls.ts';
import { libraryContext } from '../calls/context.ts';
import { allocate, knownItems, newList, stateOf } from '../objects/objects.ts';
import { placeOf, type Run, step, unknown } from '../run/run.ts';
import { plain } from '../state/freeze.ts';
import { seedOf } from './backward.ts';
import { asLeaf } from './leaves.ts';

interface Differentiated {
  /** What the function gave, with `has_aux` the pair. */
  readonly value: Value;
  readonly gradient: Value;
}

/** Calls the function that `jax.grad` or `jax.value_and_grad` made: its function, `argnums` and `has_aux`, then what it is given. */
export function callDifferentiated(run: Run, { args, keywords, node }: BuiltinCall): Differentiated {
  const [fun, argnums, hasAux, ...given] = args;
  if (!fun) return { value: unknown(run, 'error', 'grad'), gradient: unknown(run, 'error', 'grad') };
  const numbers = argnums && (argnums.kind === 'int' ? [Number(argnums.value)] : knownItems(run, argnums)?.map(numberOf));
  const asked = given.map((value, i) => (numbers?.includes(i) ? tracked(run, value, node) : value));
  const isKnown = numbers?.every((number) => number >= 0 && asked[number] !== undefined);
  if (!numbers || !isKnown || hasAux?.kind !== 'bool') {
    const value = callValue(run, fun, argumentsOf(given, node, keywords));
    return { value, gradient: unknown(run, 'learned', 'gradient') };
  }
  const outer = run.differentiating ?? 0;
  run.differentiating = outer + 1;
  const begun = asked.map((value, i) => value ?? (given[i] as Value));
  const result = callValue(run, fun, argumentsOf(begun, node, keywords));
  run.differentiating = outer;
  const end = hasAux.value && result.kind === 'tuple' ? (result.items[0] ?? result) : result;
  const gradients = numbers.map((number) => gradientsOf(run, end, asked[number], outer > 0));
  const gradient = argnums?.kind === 'int' ? (gradients[0] ?? unknown(run, 'unmodelled', 'jax.grad')) : tuple(gradients);
  const aux = hasAux.value && result.kind === 'tuple' ? result.items[1] : undefined;
  const value = outer > 0 ? result : bare(result);
  return { value, gradient: aux ? tuple([gradient, bare(aux)]) : gradient };
}

/** Outside of all transformations nothing has a history. */
function bare(value: Value): Value {
  if (value.kind === 'array') return untaped(value);
  return value.kind === 'tuple' ? { ...value, items: value.items.map(bare) } : value;
}

const numberOf = (value: Value): number => (value.kind === 'int' ? Number(value.value) : Number.NaN);

/** The argument with a beginning of its own; undefined where it is no number, array, or collection of such. */
function tracked(run: Run, value: Value, node: Range): Value | undefined {
  const array = arrayOf(run, value, node);
  if (array) {
    const args = new Map<string, Value>([['x', array]]);
    return array.tape ? rememberedBy('identity', args, libraryContext(run, 'jax', node), untaped(array)) : asLeaf(run, array);
  }
  if (value.kind === 'tuple') {
    const items = value.items.map((item) => tracked(run, item, node));
    return items.every((item) => item !== undefined) ? { ...value, items } : undefined;
  }
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind === 'list' && state.items) {
    const items = state.items.map((item) => tracked(run, item, node));
    return items.every((item) => item !== undefined) ? newList(run, items) : undefined;
  }
  if (state?.kind !== 'dict' || state.open) return undefined;
  const entries = [...state.entries].map(
    ([key, entry]) => [key, { key: entry.key, value: tracked(run, entry.value, node) }] as const,
  );
  if (!entries.every((entry): entry is readonly [string, { key: Value; value: Value }] => entry[1].value !== undefined))
    return undefined;
  return allocate(run, { ...state, entries: new Map(entries) });
}

/** Python's floats and NumPy's arrays become JAX's. */
function arrayOf(run: Run, value: Value, node: Range): ArrayValue | undefined {
  if (value.kind === 'array' && value.library === 'jax') return value;
  if (value.kind !== 'float' && !(value.kind === 'array' && value.library === 'numpy')) return undefined;
  const context = { library: 'jax', dialect: dialectOf('jax'), place: placeOf(run, node), maxElements: run.budget.elements };
  const array = arrayFromNested(plain(run, value), 'float32', context);
  return array.kind === 'array' ? array : undefined;
}

/** Of the result with respect to the argument, in the argument's form; what it does not depend on has zeros. */
function gradientsOf(run: Run, result: Value, argument: Value | undefined, isNested: boolean): Value {
  if (result.kind !== 'array' || !argument) return unknown(run, 'unmodelled', 'jax.grad');
  const seed = seedOf(result, undefined);
  if (!seed) return unknown(run, 'error', 'Gradient only defined for scalar-output functions');
  const { gradients } = reverse(result, seed, { createGraph: isNested, step: () => step(run) });
  const of = (value: Value): Value => {
    if (value.kind === 'array') {
      const found = value.tape && gradients.get(value.tape);
      if (found) return isNested ? found : untaped(found);
      return result.data ? zeros(value) : without(value, result.reason ?? { key: 'unmodelled' });
    }
    if (value.kind === 'tuple') return { ...value, items: value.items.map(of) };
    const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
    if (state?.kind === 'list') return newList(run, (state.items ?? []).map(of));
    if (state?.kind !== 'dict') return unknown(run, 'unmodelled', 'jax.grad');
    const entries = [...state.entries].map(([key, entry]) => [key, { key: entry.key, value: of(entry.value) }] as const);
    return allocate(run, { ...state, entries: new Map(entries) });
  };
  return of(argument);
}

function zeros(value: ArrayValue): ArrayValue {
  const { space: _space, form: _form, data, ...rest } = untaped(value);
  return data ? { ...rest, data: { ...data, data: data.data.map(() => 0) } } : rest;
}
