/** Methods of sets. */

import { constantKey } from '../../evaluate/expressions/equality.ts';
import { allocate, setState, stateOf } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { bool, none } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';

function items(run: Run, value: Value | undefined, node: BuiltinCall['node']): Map<string, Value> | undefined {
  const all = value && itemsOf(run, value, node).items;
  if (!all) return undefined;
  const map = new Map<string, Value>();
  for (const item of all) {
    const key = constantKey(item);
    if (key === undefined) return undefined;
    map.set(key, item);
  }
  return map;
}

const combined =
  (combine: (a: Map<string, Value>, b: Map<string, Value>) => Iterable<Value>): Implementation =>
  (run, { self, args: [other], node }) => {
    const [a, b] = [items(run, self, node), items(run, other, node)];
    return allocate(run, a && b ? { kind: 'set', items: [...combine(a, b)] } : { kind: 'set' });
  };

const changed =
  (change: (own: Map<string, Value>, key: string, value: Value) => void): Implementation =>
  (run, { self, args: [x], node }) => {
    const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
    if (self?.kind !== 'reference' || state?.kind !== 'set' || !x) return none;
    const own = items(run, self, node);
    const key = constantKey(x);
    if (own && key !== undefined) change(own, key, x);
    setState(run, self, own && key !== undefined ? { kind: 'set', items: [...own.values()] } : { kind: 'set' });
    return none;
  };

export const setMethods: BuiltinTable = {
  effects: {
    'set.union': combined((a, b) => new Map([...a, ...b]).values()),
    'set.intersection': combined((a, b) => [...a].filter(([key]) => b.has(key)).map(([, value]) => value)),
    'set.difference': combined((a, b) => [...a].filter(([key]) => !b.has(key)).map(([, value]) => value)),
    'set.copy': combined((a) => a.values()),
    'set.add': changed((own, key, value) => void own.set(key, value)),
    'set.discard': changed((own, key) => void own.delete(key)),
    'set.remove': changed((own, key) => void own.delete(key)),
    'set.issubset': (run, { self, args: [other], node }) => {
      const [a, b] = [items(run, self, node), items(run, other, node)];
      return a && b ? bool([...a.keys()].every((key) => b.has(key))) : unknown(run, 'unmodelled', 'issubset');
    },
  },
};
