/** JavaScript's `Map`, which is a dict here. ECMA-262, section 24.1. */
import { callWith } from '../../evaluate/calls/calls.ts';
import { constantKey } from '../../evaluate/expressions/equality.ts';
import { allocate, newDict, newList, setState, stateOf } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { bool, int, none } from '../../values/make.ts';
import type { DictObject, Reference, Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';

interface Own {
  readonly reference: Reference;
  readonly map: DictObject;
}

/** A method of a map whose entries are all known. */
const method =
  (name: string, compute: (run: Run, own: Own, call: BuiltinCall) => Value): Implementation =>
  (run, call) => {
    const reference = call.self?.kind === 'reference' ? call.self : undefined;
    const state = reference && stateOf(run, reference);
    if (!reference || state?.kind !== 'dict' || !state.map || state.open) return unknown(run, 'unmodelled', name);
    return compute(run, { reference, map: state }, call);
  };

const keyed = (name: string, compute: (run: Run, own: Own, key: string, call: BuiltinCall) => Value): Implementation =>
  method(name, (run, own, call) => {
    const key = call.args[0] && constantKey(call.args[0]);
    if (key !== undefined) return compute(run, own, key, call);
    // What is written under a key that is not known may be anywhere.
    if (name !== 'get' && name !== 'has') setState(run, own.reference, { ...own.map, open: true });
    return unknown(run, 'unmodelled', name);
  });

const entriesOf = ({ map }: Own) => [...map.entries.values()];

export const javascriptMaps: BuiltinTable = {
  effects: {
    Map: (run, { args: [pairs], node }) => {
      const items = pairs && pairs.kind !== 'none' ? itemsOf(run, pairs, node).items : [];
      const entries = items?.flatMap((pair): (readonly [Value, Value])[] => {
        const [key, value, ...others] = itemsOf(run, pair, node).items ?? [];
        return key && value && others.length === 0 ? [[key, value]] : [];
      });
      if (!items || entries?.length !== items.length) return unknown(run, 'unmodelled', 'Map');
      const state = stateOf(run, newDict(run, entries));
      return state?.kind === 'dict' ? allocate(run, { ...state, map: true }) : unknown(run, 'unmodelled', 'Map');
    },
    'js.dict.get': keyed('get', (_run, { map }, key) => map.entries.get(key)?.value ?? none),
    'js.dict.has': keyed('has', (_run, { map }, key) => bool(map.entries.has(key))),
    'js.dict.set': keyed('set', (run, { reference, map }, key, { args: [name, value] }) => {
      setState(run, reference, { ...map, entries: new Map(map.entries).set(key, { key: name ?? none, value: value ?? none }) });
      return reference;
    }),
    'js.dict.delete': keyed('delete', (run, { reference, map }, key) => {
      const entries = new Map(map.entries);
      const was = entries.delete(key);
      setState(run, reference, { ...map, entries });
      return bool(was);
    }),
    'js.dict.keys': method('keys', (run, own) =>
      newList(
        run,
        entriesOf(own).map(({ key }) => key),
      ),
    ),
    'js.dict.values': method('values', (run, own) =>
      newList(
        run,
        entriesOf(own).map(({ value }) => value),
      ),
    ),
    'js.dict.entries': method('entries', (run, own) =>
      newList(
        run,
        entriesOf(own).map(({ key, value }) => newList(run, [key, value])),
      ),
    ),
    'js.dict.forEach': method('forEach', (run, own, { args: [fn], node }) => {
      for (const { key, value } of entriesOf(own)) callWith(run, fn ?? none, [value, key, own.reference], node);
      return none;
    }),
  },
};

export function javascriptMapMember(run: Run, object: Value, name: string): Value | undefined {
  const state = name === 'size' && object.kind === 'reference' ? stateOf(run, object) : undefined;
  return state?.kind === 'dict' && state.map && !state.open ? int(state.entries.size) : undefined;
}
