/**
 * `x.at[i].set(v)`, `.add(v)` and the like: a changed copy of one of JAX's arrays, or with `.get()` what is there.
 * https://docs.jax.dev/en/latest/_autosummary/jax.Array.at.html
 */
import type { BinaryOperator, Call, Index } from '@softlens/syntax';
import { assignIndex, binaryOperation, indexArray, runOperation } from '../../operations/index.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import { evaluate } from '../expressions/expressions.ts';
import { evaluateIndices } from '../expressions/indexing.ts';
import { knownItems } from '../objects/objects.ts';
import { type Run, unknown } from '../run/run.ts';
import { plain } from '../state/freeze.ts';
import { evaluateArguments } from './arguments.ts';
import { libraryContext } from './context.ts';

const operators: Readonly<Record<string, BinaryOperator>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  mul: '*',
  divide: '/',
  power: '**',
};
const functions: Readonly<Record<string, string>> = { min: 'minimum', max: 'maximum' };

/** The value of the call; undefined where it is none of these. */
export function indexedUpdate(run: Run, call: Call): Value | undefined {
  const { callee } = call;
  if (callee.kind !== 'attribute' || callee.object.kind !== 'index' || !isAt(callee.object)) return undefined;
  const place = callee.object;
  const array = plain(run, evaluate(run, place.object.object));
  if (array.kind !== 'array' || array.library !== 'jax') return undefined;
  const indices = evaluateIndices(run, place.indices).flatMap((index) => {
    const one = plain(run, index);
    return place.indices.length === 1 && one.kind === 'tuple' && index.kind === 'tuple' ? one.items : [one];
  });
  const { positional, keywords, open } = evaluateArguments(run, call);
  const context = libraryContext(run, 'jax', call);
  const [given] = positional;
  // `mode` and the promises about indices only matter where they are out of bounds.
  const there = indexArray(array, indices, context);
  if (open || keywords.has('fill_value') || keywords.has('mode'))
    return callee.name === 'get' && there.kind === 'array' ? lost(there) : lost(array);
  // What is out of bounds is left out, or taken from the edge.
  if (there.kind === 'unknown') return callee.name === 'get' ? unknown(run, 'unmodelled', 'at') : lost(array);
  if (callee.name === 'get') return there;
  const value = given && plain(run, given.value);
  if (!value) return lost(array);
  if (callee.name === 'set') return updated(array, assignIndex(array, indices, value, context));
  const operator = operators[callee.name];
  const op = functions[callee.name];
  // Where an index comes twice, all updates count.
  if ((!operator && !op) || indices.some((index) => repeats(run, index))) return lost(array);
  const now = operator
    ? binaryOperation(operator, there, value, context)
    : runOperation(
        op as string,
        new Map([
          ['x', there],
          ['y', value],
        ]),
        context,
      );
  return updated(array, assignIndex(array, indices, now, context));
}

const isAt = (place: Index): place is Index & { readonly object: Extract<Index['object'], { kind: 'attribute' }> } =>
  place.object.kind === 'attribute' && place.object.name === 'at';

function repeats(run: Run, index: Value): boolean {
  if (index.kind === 'array') {
    if (index.dtype === 'bool' || index.shape?.length === 0) return false;
    return !index.data || new Set(index.data.data).size < index.data.data.length;
  }
  const items = index.kind === 'tuple' || index.kind === 'reference' ? knownItems(run, index) : undefined;
  if (!items) return index.kind !== 'int' && index.kind !== 'slice' && index.kind !== 'none' && index.kind !== 'builtin';
  const keys = items.map((item) => (item.kind === 'int' ? String(item.value) : ''));
  return keys.includes('') || new Set(keys).size < keys.length;
}

const lost = (array: ArrayValue): ArrayValue => {
  const { space: _space, ...rest } = withoutElements(array);
  return { ...rest, reason: { key: 'unmodelled', name: 'at' } };
};

/** The dtype stays; a weak one does not. */
function updated(array: ArrayValue, after: Value): Value {
  if (after.kind !== 'array') return lost(array);
  const { weak: _weak, ...rest } = after;
  return rest;
}
