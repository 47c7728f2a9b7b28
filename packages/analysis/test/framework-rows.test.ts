/**
 * Every row of the framework tables is used here: called as it is written, by a program of that one call. A row that nothing reaches,
 * a parameter that arrives under another role, a result without the space that the row gives it, and an argument of a wrong space
 * that nobody notices are named.
 */
import { type ConstantRow, libraries, lookup, type Parameter } from '@softlens/frameworks';
import { describe, expect, test } from 'vitest';
import type { Value } from '../src/index.ts';
import { argumentsText, type Callable, callablesOf, constantOf } from './framework-rows/callables.ts';
import { wrongAccepts, wrongGives } from './framework-rows/meaning.ts';
import { run } from './framework-rows/run.ts';

/**
 * Rows that the hover shows, while the call itself is the interpreter's: `mdtest/functions.md`, `javascript.md` and
 * `rules-following.md` test what it does.
 * In TensorFlow.js `apply` and `predict` are the call of the layer or the model itself, whose row is tested.
 */
const interpreted =
  /^(?:numpy\.vectorize|keras\.Sequential\.(?:add|pop)|mxnet\.gluon\.nn\.\w+\.add|@tensorflow\/tfjs\.(?:tidy|Tensor\.data|(?:sequential|model)\.add|.+\.(?:apply|predict)))$/;

test('there are as many rows as there were, or more', () => {
  expect(libraries.flatMap(callablesOf).length).toBeGreaterThan(2900);
});

describe.each(libraries.map((library) => [library.name, library] as const))('%s', (_, library) => {
  const callables = callablesOf(library);

  test('every row is reached, and its arguments arrive under their roles', () => {
    const wrong = callables.map((one) => [one.name, misbound(one)] as const).filter(([, problems]) => problems.length > 0);
    expect(wrong.filter(([name]) => !interpreted.test(name)).flatMap(([, problems]) => problems)).toEqual([]);
    const excused = callables.filter(({ name }) => interpreted.test(name)).map(({ name }) => name);
    expect(wrong.map(([name]) => name).filter((name) => interpreted.test(name))).toEqual(excused);
  });

  test('every other name leads to the same row', () => {
    const names = library.rows.flatMap((row) => (row.also ?? []).map((name) => [name, row] as const));
    expect(names.filter(([name, row]) => lookup(name)?.row !== row).map(([name]) => name)).toEqual([]);
  });

  test('constants have their values', () => {
    const constants = library.rows.filter((row) => row.kind === 'constant');
    expect(constants.filter((row) => !isValueOf(readOf(constantOf(library, row)), row)).map(({ name }) => name)).toEqual([]);
  });

  test('what a row gives is what its call has', () => {
    expect(callables.flatMap((one) => one.gives.flatMap((gives) => wrongGives(one, gives) ?? []))).toEqual([]);
  });

  test('what a row does not accept is noticed, and what it accepts is not', () => {
    expect(callables.flatMap((one) => one.accepts.flatMap((accepts) => wrongAccepts(one, accepts) ?? []))).toEqual([]);
  });
});

const readOf = (constant: Callable): Value | undefined => run(constant, constant.callee('')).value;

function misbound(callable: Callable): readonly string[] {
  const { name, language, parameters, construction, kind, callee } = callable;
  const made = argumentsText(construction, ({ required, name: own }) => (required ? `'made ${own}'` : undefined), language);
  const marker = ({ name: own }: Parameter) => `'${own}'`;
  const text = callee(made) + (kind === 'property' ? '' : argumentsText(parameters, marker, language));
  const { call, value } = run(callable, text);
  if (kind === 'property') return value === undefined ? [`${name}: not reached by ${text}`] : [];
  if (call === undefined || call.row.name !== callable.rowName) return [`${name}: not reached by ${text}`];
  return parameters.flatMap(({ name: own, role, kind: how }) => {
    if (how === 'restDict') return [];
    const shared = parameters.filter((one) => one.role === role).map((one) => one.name);
    return isMarker(call.args.get(role), shared) ? [] : [`${name}: ${own} does not arrive as ${role}`];
  });
}

const isMarker = (value: Value | undefined, names: readonly string[]): boolean =>
  (value?.kind === 'text' && names.includes(value.value)) ||
  (value?.kind === 'tuple' && value.items.some((item) => isMarker(item, names)));

function isValueOf(value: Value | undefined, { value: stated }: ConstantRow): boolean {
  if ('dtype' in stated) return value?.kind === 'dtype' && value.dtype === stated.dtype;
  if ('float' in stated)
    return value?.kind === 'float' && Object.is(value.value, Number(String(stated.float).replace('inf', 'Infinity')));
  return (
    value !== undefined && (stated.literal === null ? value.kind === 'none' : 'value' in value && value.value === stated.literal)
  );
}
