/** JavaScript's arrays and typed arrays, which are lists here. ECMA-262, section 23. */

import { joinValues } from '../../evaluate/alternatives.ts';
import { callWith } from '../../evaluate/calls.ts';
import { truth } from '../../evaluate/conditions.ts';
import { constantKey } from '../../evaluate/equality.ts';
import { elementOf, itemsOf } from '../../evaluate/iteration.ts';
import { newList, newOpenList, setState, stateOf } from '../../evaluate/objects.ts';
import { overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { bool, int, none, text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { numberOf } from '../python/math.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';
import { formatValue } from '../text/display.ts';
import { numeral } from './globals.ts';

type WithItems = (run: Run, items: readonly Value[], call: BuiltinCall) => Value;

/** A method that needs the items; of an array of unknown length it is unknown, or an array of what `otherwise` says. */
const items =
  (compute: WithItems, otherwise?: (run: Run, element: Value, call: BuiltinCall) => Value): Implementation =>
  (run, call) => {
    if (!call.self) return unknown(run, 'error', 'array');
    const source = itemsOf(run, call.self, call.node);
    if (source.items && source.items.length > run.budget.turns * 4) return overBudget(run, 'turns');
    if (source.items) return compute(run, source.items, call);
    return otherwise ? otherwise(run, elementOf(run, source), call) : unknown(run, 'unmodelled', 'array');
  };

const callback = (run: Run, { args: [fn], self, node }: BuiltinCall, item: Value, i: number): Value =>
  callWith(run, fn ?? none, [item, int(i), self ?? none], node);

function reduced(run: Run, all: readonly Value[], { args: [fn, start], node }: BuiltinCall): Value {
  const [first, ...rest] = start ? [start, ...all] : all;
  return rest.reduce<Value>(
    (total, item, i) => callWith(run, fn ?? none, [total, item, int(start ? i : i + 1)], node),
    first ?? unknown(run, 'error', 'reduce'),
  );
}

const index = (value: Value | undefined, fallback: number): number => (value ? (numberOf(value) ?? fallback) : fallback);

export const javascriptArrays: BuiltinTable = {
  effects: {
    'js.list.map': items(
      (run, all, call) =>
        newList(
          run,
          all.map((item, i) => callback(run, call, item, i)),
        ),
      (run, element, call) => newOpenList(run, callWith(run, call.args[0] ?? none, [element], call.node)),
    ),
    'js.list.forEach': items(
      (run, all, call) => {
        for (const [i, item] of all.entries()) callback(run, call, item, i);
        return none;
      },
      (run, element, call) => {
        callWith(run, call.args[0] ?? none, [element], call.node);
        return none;
      },
    ),
    'js.list.filter': items((run, all, call) => {
      const tests = all.map((item, i) => truth(run, callback(run, call, item, i)).known);
      return tests.includes(undefined)
        ? newOpenList(run, elementOf(run, { items: all }))
        : newList(
            run,
            all.filter((_, i) => tests[i]),
          );
    }),
    'js.list.reduce': items(reduced),
    'js.list.every': items((run, all, call) => quantified(run, all, call, false)),
    'js.list.some': items((run, all, call) => quantified(run, all, call, true)),
    'js.list.find': items((run, all, call) => all.find((item, i) => truth(run, callback(run, call, item, i)).known) ?? none),
    'js.list.findIndex': items((run, all, call) =>
      int(all.findIndex((item, i) => truth(run, callback(run, call, item, i)).known)),
    ),
    'js.list.indexOf': items((run, all, { args: [x] }) =>
      x && constantKey(x) !== undefined
        ? int(all.findIndex((item) => constantKey(item) === constantKey(x)))
        : unknown(run, 'unmodelled', 'indexOf'),
    ),
    'js.list.includes': items((run, all, { args: [x] }) =>
      x && constantKey(x) !== undefined
        ? bool(all.some((item) => constantKey(item) === constantKey(x)))
        : unknown(run, 'unmodelled', 'includes'),
    ),
    'js.list.join': items((run, all, { args: [separator] }) => {
      const parts = all.map((item) => formatValue(run, item));
      return parts.includes(undefined)
        ? unknown(run, 'unmodelled', 'join')
        : text(parts.join(separator?.kind === 'text' ? separator.value : ','));
    }),
    'js.list.slice': items((run, all, { args: [from, to] }) => newList(run, all.slice(index(from, 0), index(to, all.length)))),
    'js.list.concat': items((run, all, { args, node }) =>
      newList(run, [
        ...all,
        ...args.flatMap((arg) => (arg.kind === 'reference' ? (itemsOf(run, arg, node).items ?? [arg]) : [arg])),
      ]),
    ),
    'js.list.flat': items((run, all, { node }) =>
      newList(
        run,
        all.flatMap((item) => (item.kind === 'reference' ? (itemsOf(run, item, node).items ?? [item]) : [item])),
      ),
    ),
    'js.list.reverse': items((run, all, call) => replace(run, call, all.toReversed())),
    'js.list.toReversed': items((run, all) => newList(run, all.toReversed())),
    'js.list.fill': items((run, all, call) =>
      replace(
        run,
        call,
        all.map(() => call.args[0] ?? none),
      ),
    ),
    'js.list.sort': items((run, all, call) => sorted(run, all, call)),
    'js.list.at': items((run, all, { args: [i] }) => all.at(index(i, 0)) ?? unknown(run, 'unmodelled', 'at')),
    'js.list.push': items(
      (run, all, call) => {
        replace(run, call, [...all, ...call.args]);
        return int(all.length + call.args.length);
      },
      (run, element, call) => {
        if (call.self?.kind === 'reference')
          setState(run, call.self, {
            kind: 'list',
            element: joinValues(
              run,
              [element, ...call.args].map((value) => ({ value, when: [] })),
            ),
          });
        return unknown(run, 'loop', 'push');
      },
    ),
    'js.list.pop': items((run, all, call) => {
      replace(run, call, all.slice(0, -1));
      return all.at(-1) ?? none;
    }),
    'js.list.entries': items((run, all) =>
      newList(
        run,
        all.map((item, i) => newList(run, [int(i), item])),
      ),
    ),
    'js.list.keys': items((run, all) =>
      newList(
        run,
        all.map((_, i) => int(i)),
      ),
    ),
    'js.list.values': items((run, all) => newList(run, all)),
    Array: (run, { args }) => made(run, args),
    'Array.of': (run, { args }) => newList(run, args),
    'Array.isArray': (run, { args: [x] }) =>
      x?.kind === 'reference'
        ? bool(stateOf(run, x)?.kind === 'list')
        : x?.kind === 'unknown'
          ? unknown(run, 'unmodelled', 'isArray')
          : bool(false),
    'Array.from': from,
    Float32Array: (run, call) => typed(run, call, Math.fround),
    Float64Array: (run, call) => typed(run, call, (x) => x),
    'Float32Array.from': (run, call) => typed(run, call, Math.fround),
    'Float64Array.from': (run, call) => typed(run, call, (x) => x),
  },
};

function replace(run: Run, { self }: BuiltinCall, all: readonly Value[]): Value {
  if (self?.kind === 'reference' && all.length <= run.budget.collection) setState(run, self, { kind: 'list', items: all });
  return self ?? none;
}

function quantified(run: Run, all: readonly Value[], call: BuiltinCall, seeks: boolean): Value {
  const tests = all.map((item, i) => truth(run, callback(run, call, item, i)).known);
  if (tests.includes(seeks)) return bool(seeks);
  return tests.includes(undefined) ? unknown(run, 'unmodelled', 'array') : bool(!seeks);
}

/** Without a comparison JavaScript sorts by text. */
function sorted(run: Run, all: readonly Value[], call: BuiltinCall): Value {
  let known = true;
  const compare = (a: Value, b: Value): number => {
    if (!call.args[0]) {
      const [x, y] = [formatValue(run, a), formatValue(run, b)];
      if (x === undefined || y === undefined) known = false;
      return (x ?? '') < (y ?? '') ? -1 : x === y ? 0 : 1;
    }
    const result = numberOf(callWith(run, call.args[0], [a, b], call.node));
    if (result === undefined) known = false;
    return result ?? 0;
  };
  const ordered = all.toSorted(compare);
  return known ? replace(run, call, ordered) : newOpenList(run, elementOf(run, { items: all }));
}

function made(run: Run, args: readonly Value[]): Value {
  const [size] = args;
  if (args.length !== 1 || size?.kind !== 'int') return newList(run, args);
  if (Number(size.value) > run.budget.collection) return overBudget(run, 'collection');
  return newList(run, new Array<Value>(Math.max(0, Number(size.value))).fill(none));
}

/** `Array.from(iterable, map)` and `Array.from({ length: n }, map)`. */
function from(run: Run, { args: [source, fn], node }: BuiltinCall): Value {
  if (!source) return newList(run, []);
  const state = source.kind === 'reference' ? stateOf(run, source) : undefined;
  const size = state?.kind === 'dict' ? state.entries.get('s:length')?.value : undefined;
  if (size) {
    if (size.kind !== 'int') return newOpenList(run, fn && callWith(run, fn, [none, unknown(run, 'loop')], node));
    if (Number(size.value) > run.budget.collection) return overBudget(run, 'collection');
    return newList(
      run,
      Array.from({ length: Number(size.value) }, (_, i) => (fn ? callWith(run, fn, [none, int(i)], node) : none)),
    );
  }
  const { items: all, element } = itemsOf(run, source, node);
  if (!all) return newOpenList(run, fn && element ? callWith(run, fn, [element], node) : element);
  return newList(run, fn ? all.map((item, i) => callWith(run, fn, [item, int(i)], node)) : all);
}

/** Typed arrays keep numbers of their width. */
function typed(run: Run, { args: [source], node }: BuiltinCall, round: (x: number) => number): Value {
  if (!source) return newList(run, []);
  if (source.kind === 'int')
    return Number(source.value) > run.budget.collection
      ? overBudget(run, 'collection')
      : newList(run, new Array<Value>(Number(source.value)).fill(int(0)));
  const { items: all } = itemsOf(run, source, node);
  return all
    ? newList(
        run,
        all.map((item) => {
          const number = numberOf(item);
          return number === undefined ? item : numeral(round(number));
        }),
      )
    : newOpenList(run, undefined);
}

export function javascriptArrayMember(run: Run, object: Value, name: string): Value | undefined {
  if (name !== 'length') return undefined;
  const { items: all } = itemsOf(run, object);
  return all && object.kind === 'reference' && stateOf(run, object)?.kind === 'list' ? int(all.length) : undefined;
}
