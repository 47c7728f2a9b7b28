/** JavaScript's arrays and typed arrays, which are lists here. ECMA-262, section 23. */

import { callWith } from '../../evaluate/calls/calls.ts';
import { constantKey } from '../../evaluate/expressions/equality.ts';
import { allocate, newList, newOpenList, setState, stateOf } from '../../evaluate/objects/objects.ts';
import { stored, typedArrayNames } from '../../evaluate/objects/typed-arrays.ts';
import { overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { joinValues } from '../../evaluate/state/alternatives.ts';
import { truth } from '../../evaluate/statements/conditions.ts';
import { elementOf, itemsOf } from '../../evaluate/statements/iteration.ts';
import { bool, int, none, text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { numberOf } from '../python/math.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';
import { formatValue } from '../text/display.ts';

type WithItems = (run: Run, items: readonly Value[], call: BuiltinCall) => Value;

/** A method that needs the items; of an array of unknown length it is unknown, or an array of what `otherwise` says. */
const items =
  (compute: WithItems, otherwise?: (run: Run, element: Value, call: BuiltinCall) => Value): Implementation =>
  (run, call) => {
    if (!call.self) return unknown(run, 'error', 'array');
    const source = itemsOf(run, call.self, call.node);
    if (source.items && source.items.length > run.budget.turns * 4) return overBudget(run, 'turns');
    if (source.items) return sameType(run, call, compute(run, source.items, call));
    return otherwise ? otherwise(run, elementOf(run, source), call) : unknown(run, 'unmodelled', 'array');
  };

/** `map`, `slice` and their kin give a typed array of the same type; what is no new list stays as it is. */
function sameType(run: Run, { self, name }: BuiltinCall, result: Value): Value {
  const before = self?.kind === 'reference' ? stateOf(run, self) : undefined;
  if (before?.kind !== 'list' || before.typed === undefined || !keepsType.has(name ?? '')) return result;
  const after =
    result.kind === 'reference' && result.id !== (self?.kind === 'reference' ? self.id : undefined) && stateOf(run, result);
  return after && after.kind === 'list' ? allocate(run, stored(after, before.typed)) : result;
}

const keepsType: ReadonlySet<string> = new Set(
  ['map', 'filter', 'slice', 'subarray', 'toReversed', 'toSorted', 'with'].map((name) => `js.list.${name}`),
);

const callback = (run: Run, { args: [fn], self, node }: BuiltinCall, item: Value, i: number): Value =>
  callWith(run, fn ?? none, [item, int(i), self ?? none], node);

function reduced(run: Run, all: readonly Value[], { args: [fn, start], self, node }: BuiltinCall): Value {
  const [first, ...rest] = start ? [start, ...all] : all;
  return rest.reduce<Value>(
    (total, item, i) => callWith(run, fn ?? none, [total, item, int(start ? i : i + 1), ...(self ? [self] : [])], node),
    first ?? unknown(run, 'error', 'reduce'),
  );
}

const index = (value: Value | undefined, fallback: number): number => (value ? (numberOf(value) ?? fallback) : fallback);

/** `includes` finds a NaN, `indexOf` does not. */
const isNan = (x: Value): boolean => x.kind === 'float' && Number.isNaN(x.value);

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
    'js.list.find': items((run, all, call) => found(run, all, call, (i) => all[i] ?? none)),
    'js.list.findIndex': items((run, all, call) => found(run, all, call, int)),
    'js.list.findLast': items((run, all, call) => found(run, all, call, (i) => all[i] ?? none, true)),
    'js.list.findLastIndex': items((run, all, call) => found(run, all, call, int, true)),
    'js.list.flatMap': items((run, all, call) =>
      newList(
        run,
        all.flatMap((item, i) => flattened(run, callback(run, call, item, i), call, 1)),
      ),
    ),
    'js.list.reduceRight': items((run, all, call) => {
      const { args, self, node } = call;
      const [last, ...rest] = args[1] ? [args[1], ...all.toReversed()] : all.toReversed();
      return rest.reduce<Value>(
        (total, item, i) =>
          callWith(run, args[0] ?? none, [total, item, int(rest.length - 1 - i), ...(self ? [self] : [])], node),
        last ?? unknown(run, 'error', 'reduceRight'),
      );
    }),
    'js.list.toSorted': items((run, all, call) => sorted(run, all, { ...call, self: newList(run, all) })),
    'js.list.with': items((run, all, { args: [i, x] }) => {
      const at = index(i, 0);
      const place = at < 0 ? at + all.length : at;
      return place >= 0 && place < all.length ? newList(run, all.with(place, x ?? none)) : unknown(run, 'error', 'with');
    }),
    'js.list.shift': items((run, all, call) => {
      replace(run, call, all.slice(1));
      return all[0] ?? none;
    }),
    'js.list.unshift': items((run, all, call) => {
      replace(run, call, [...call.args, ...all]);
      return int(all.length + call.args.length);
    }),
    'js.list.splice': items((run, all, call) => {
      const [from, count, ...added] = call.args;
      const left = [...all];
      const removed = left.splice(index(from, 0), count ? index(count, 0) : all.length, ...added);
      replace(run, call, left);
      return newList(run, removed);
    }),
    'js.list.lastIndexOf': items((run, all, { args: [x] }) =>
      x && constantKey(x) !== undefined
        ? int(isNan(x) ? -1 : all.findLastIndex((item) => constantKey(item) === constantKey(x)))
        : unknown(run, 'unmodelled', 'lastIndexOf'),
    ),
    'js.list.subarray': items((run, all, { args: [from, to] }) => newList(run, all.slice(index(from, 0), index(to, all.length)))),
    'js.list.set': items((run, all, call) => {
      const added = call.args[0] && itemsOf(run, call.args[0], call.node).items;
      const at = index(call.args[1], 0);
      if (!added) return unknown(run, 'unmodelled', 'set');
      replace(run, call, [...all.slice(0, at), ...added, ...all.slice(at + added.length)]);
      return none;
    }),
    'js.list.indexOf': items((run, all, { args: [x] }) =>
      x && constantKey(x) !== undefined
        ? int(isNan(x) ? -1 : all.findIndex((item) => constantKey(item) === constantKey(x)))
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
    'js.list.flat': items((run, all, call) =>
      newList(
        run,
        all.flatMap((item) => flattened(run, item, call, index(call.args[0], 1))),
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
    'js.list.at': items((_run, all, { args: [i] }) => all.at(index(i, 0)) ?? none),
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
    ...Object.fromEntries(
      typedArrayNames.flatMap((name): [string, Implementation][] => [
        [name, (run, call) => typed(run, call, name)],
        [`${name}.from`, (run, call) => typedFrom(run, from(run, call), name)],
        [`${name}.of`, (run, { args }) => typedFrom(run, newList(run, args), name)],
      ]),
    ),
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

/** `new Float32Array(3)`, or of the items of another. */
function typed(run: Run, { args: [source], node }: BuiltinCall, name: string): Value {
  if (!source) return typedFrom(run, newList(run, []), name);
  if (source.kind !== 'int') {
    const { items: all, element } = itemsOf(run, source, node);
    return typedFrom(run, all ? newList(run, all) : newOpenList(run, element), name);
  }
  if (Number(source.value) > run.budget.collection) return overBudget(run, 'collection');
  return typedFrom(run, newList(run, new Array<Value>(Math.max(0, Number(source.value))).fill(int(0))), name);
}

function typedFrom(run: Run, list: Value, name: string): Value {
  const state = list.kind === 'reference' ? stateOf(run, list) : undefined;
  if (state?.kind !== 'list') return list;
  // Only what is known can be rounded.
  return state.items ? allocate(run, stored(state, name)) : newOpenList(run, undefined);
}

/** The first item, or the last, that passes; where a test before it is not known, nothing is. */
function found(run: Run, all: readonly Value[], call: BuiltinCall, give: (i: number) => Value, last = false): Value {
  for (const k of all.keys()) {
    const i = last ? all.length - 1 - k : k;
    const { known } = truth(run, callback(run, call, all[i] ?? none, i));
    if (known === undefined) return unknown(run, 'unmodelled', 'find');
    if (known) return give(i);
  }
  return give(-1);
}

/** Lists may hold themselves. */
const maxDepth = 8;

function flattened(run: Run, item: Value, call: BuiltinCall, depth: number, deep = 0): readonly Value[] {
  if (depth < 1 || deep > maxDepth || item.kind !== 'reference' || stateOf(run, item)?.kind !== 'list') return [item];
  const inner = itemsOf(run, item, call.node).items;
  if (!inner) return [item];
  const flat: Value[] = [];
  for (const one of inner) {
    flat.push(...flattened(run, one, call, depth - 1, deep + 1));
    if (flat.length > run.budget.collection) return [overBudget(run, 'collection')];
  }
  return flat;
}

export function javascriptArrayMember(run: Run, object: Value, name: string): Value | undefined {
  if (name !== 'length') return undefined;
  const { items: all } = itemsOf(run, object);
  const isList = object.kind === 'array' || (object.kind === 'reference' && stateOf(run, object)?.kind === 'list');
  return all && isList ? int(all.length) : undefined;
}
