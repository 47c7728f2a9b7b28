/** Methods of sets: https://docs.python.org/3/library/stdtypes.html#set-types-set-frozenset */

import { hashKey } from '../../evaluate/expressions/equality.ts';
import { allocate, setOrder, setState, stateOf } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { bool, none } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';

type Members = ReadonlyMap<string, Value>;

function members(run: Run, value: Value | undefined, node: BuiltinCall['node']): Members | undefined {
  const source = value && itemsOf(run, value, node);
  const all = source?.items ?? source?.bag;
  if (!all) return undefined;
  const map = new Map<string, Value>();
  for (const item of all) {
    const key = hashKey(run, item);
    if (key === undefined) return undefined;
    map.set(key, map.get(key) ?? item);
  }
  return map;
}

type Combine = (a: Members, b: Members) => Members;

const union: Combine = (a, b) => new Map([...a, ...[...b].filter(([key]) => !a.has(key))]);
const intersection: Combine = (a, b) => new Map([...a].filter(([key]) => b.has(key)));
const difference: Combine = (a, b) => new Map([...a].filter(([key]) => !b.has(key)));
const symmetric: Combine = (a, b) => union(difference(a, b), difference(b, a));

/** One after the other with all that it is given. */
function combine(run: Run, { self, args, node, given }: BuiltinCall, by: Combine): Members | undefined {
  if (given.open) return undefined;
  const [first, ...rest] = [self, ...args].map((value) => members(run, value, node));
  return rest.reduce((all, one) => all && one && by(all, one), first);
}

const combined =
  (by: Combine): Implementation =>
  (run, call) => {
    const all = combine(run, call, by);
    return allocate(run, all ? { kind: 'set', items: [...all.values()] } : { kind: 'set' });
  };

const updated =
  (by: Combine): Implementation =>
  (run, call) => {
    write(run, call.self, combine(run, call, by));
    return none;
  };

function write(run: Run, self: Value | undefined, all: Members | undefined): void {
  const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
  if (self?.kind !== 'reference' || state?.kind !== 'set') return;
  setState(run, self, all ? { kind: 'set', items: [...all.values()] } : { kind: 'set' });
}

const changed =
  (change: (own: Map<string, Value>, key: string, value: Value) => void): Implementation =>
  (run, { self, args: [x], node }) => {
    const own = members(run, self, node);
    const key = x && hashKey(run, x);
    const now = own && key !== undefined ? new Map(own) : undefined;
    if (now && key !== undefined && x) change(now, key, x);
    write(run, self, now);
    return none;
  };

const tested =
  (name: string, test: (a: Members, b: Members) => boolean): Implementation =>
  (run, { self, args: [other], node }) => {
    const [a, b] = [members(run, self, node), members(run, other, node)];
    return a && b ? bool(test(a, b)) : unknown(run, 'unmodelled', name);
  };

/** Which member goes first is known only where the order is. */
const pop: Implementation = (run, { self, node }) => {
  const own = members(run, self, node);
  const first = own && setOrder([...own.values()])?.[0];
  const key = first && hashKey(run, first);
  write(run, self, own && key !== undefined ? new Map([...own].filter(([one]) => one !== key)) : undefined);
  return first ?? unknown(run, own?.size === 0 ? 'error' : 'unmodelled', 'pop');
};

export const setMethods: BuiltinTable = {
  effects: {
    'set.union': combined(union),
    'set.intersection': combined(intersection),
    'set.difference': combined(difference),
    'set.symmetric_difference': combined(symmetric),
    'set.copy': combined((a) => a),
    'set.update': updated(union),
    'set.intersection_update': updated(intersection),
    'set.difference_update': updated(difference),
    'set.symmetric_difference_update': updated(symmetric),
    'set.clear': (run, { self }) => {
      write(run, self, new Map());
      return none;
    },
    'set.add': changed((own, key, value) => void (own.has(key) || own.set(key, value))),
    'set.discard': changed((own, key) => void own.delete(key)),
    'set.remove': (run, call) => {
      const [x] = call.args;
      const own = members(run, call.self, call.node);
      const key = x && hashKey(run, x);
      write(run, call.self, own && key !== undefined ? difference(own, new Map([[key, x as Value]])) : undefined);
      return own && key !== undefined && !own.has(key) ? unknown(run, 'error', 'KeyError') : none;
    },
    'set.pop': pop,
    'set.issubset': tested('issubset', (a, b) => [...a.keys()].every((key) => b.has(key))),
    'set.issuperset': tested('issuperset', (a, b) => [...b.keys()].every((key) => a.has(key))),
    'set.isdisjoint': tested('isdisjoint', (a, b) => ![...a.keys()].some((key) => b.has(key))),
  },
};
