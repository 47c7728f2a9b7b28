/**
 * What the interpreter learned, with offsets for coordinates. A value that mentions no place which moved is itself again. Of
 * everything it is known how far into the text it reaches, so that what lies before an edit need not be looked at again.
 */
import { type Module, type Range, statementAt } from '@softlens/syntax';
import type { CallFact, Fact } from '../../api.ts';
import type { Place, Space } from '../../values/space.ts';
import type { Form, HeapObject, UserClass, UserFunction, Value } from '../../values/value.ts';
import type { CallEvent, OperatorEvent } from '../run/listener.ts';
import { type Coordinates, isUnbroken, toOffsets } from './coordinates.ts';

export interface Places {
  fact(fact: Fact): Fact;
  callEvent(event: CallEvent): CallEvent;
  operatorEvent(event: OperatorEvent): OperatorEvent;
  range(range: Range): Range;
  /** Looks how far into the text the places of what is made within reach. */
  reach<T>(make: () => T): { readonly made: T; readonly reach: number };
  /** True when a place was not in the text: what rests on it is out of date. */
  isLost(): boolean;
}

interface Made {
  readonly to: unknown;
  reach: number;
}

type Meaningful = Extract<Value, { kind: 'unknown' | 'int' | 'float' | 'array' }>;

type Definition = UserFunction['definition'] | UserClass['definition'];

const maxDepth = 600;

export function createPlaces(path: string, coordinates: Coordinates, module: Module): Places {
  const [only, ...others] = coordinates.stretches;
  const nothingMoved = others.length === 0 && only?.offset === only?.coordinate;
  const memo = new Map<object, Made>();
  /** What was made since a class was begun: its parts know the class. */
  const made: Made[] = [];
  let reached = 0;
  let depth = 0;
  let lost = false;

  const range = (one: Range): Range => {
    const offsets = toOffsets(coordinates, one);
    if (!offsets) lost = true;
    const { start, end } = offsets ?? one;
    if (end > reached) reached = end;
    return start === one.start && end === one.end ? one : { start, end };
  };

  const place = <T extends Range & { readonly path: string }>(one: T): T => {
    if (one.path !== path) return one;
    const to = range(one);
    return to === one ? one : { ...one, start: to.start, end: to.end };
  };

  /** `make` gives the very thing where nothing in it moved. */
  const once = <T extends object>(from: T, make: (from: T) => T): T => {
    const known = memo.get(from);
    if (known) {
      if (known.reach > reached) reached = known.reach;
      return known.to as T;
    }
    const outer = reached;
    reached = 0;
    if (++depth > maxDepth) lost = true;
    const to = lost ? from : make(from);
    depth--;
    const entry: Made = { to, reach: reached };
    memo.set(from, entry);
    made.push(entry);
    if (outer > reached) reached = outer;
    return to;
  };

  const list = <T>(items: readonly T[], each: (item: T) => T): readonly T[] => {
    let to: T[] | undefined;
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as T;
      const now = each(item);
      if (now !== item) to ??= items.slice();
      if (to) to[i] = now;
    }
    return to ?? items;
  };

  const map = <K, T>(entries: ReadonlyMap<K, T>, each: (item: T) => T): ReadonlyMap<K, T> => {
    let to: Map<K, T> | undefined;
    for (const [key, item] of entries) {
      const now = each(item);
      if (now !== item) {
        to ??= new Map(entries);
        to.set(key, now);
      }
    }
    return to ?? entries;
  };

  /** A copy in which some members are others, or the thing itself. */
  const having = <T extends object>(from: T, members: Partial<T>): T => {
    for (const key in members) if (members[key] !== from[key]) return { ...from, ...members };
    return from;
  };

  const space = (from: Space): Space =>
    once(from, (one) => {
      const origin = list(one.origin, (step) => once(step, (it) => having(it, { place: place(it.place) })));
      return having(one, { origin });
    });

  const form = (from: Form): Form => once(from, (one) => having(one, { operands: list(one.operands, value) }));

  const meaning = (from: Meaningful): Meaningful => {
    const ofSpace = from.space && space(from.space);
    const ofForm = 'form' in from ? from.form && form(from.form) : undefined;
    if (ofSpace === from.space && (!('form' in from) || ofForm === from.form)) return from;
    return { ...from, ...(ofSpace ? { space: ofSpace } : {}), ...(ofForm ? { form: ofForm } : {}) };
  };

  const value = (from: Value): Value => {
    switch (from.kind) {
      case 'unknown':
      case 'int':
      case 'float':
      case 'array':
        return from.space || ('form' in from && from.form) ? once<Meaningful>(from, meaning) : from;
      case 'tuple':
        return once(from, (one) =>
          having(one, { items: list(one.items, value), ...(one.space ? { space: space(one.space) } : {}) }),
        );
      case 'slice':
        return having(from, {
          ...(from.lower ? { lower: value(from.lower) } : {}),
          ...(from.upper ? { upper: value(from.upper) } : {}),
          ...(from.step ? { step: value(from.step) } : {}),
        });
      case 'reference':
        return from.state ? once(from, (one) => (one.state ? having(one, { state: state(one.state) }) : one)) : from;
      case 'function':
        return functionOf(from);
      case 'class':
        return classOf(from);
      case 'method':
        return once(from, (one) => having(one, { self: value(one.self), function: value(one.function) }));
      case 'partial':
        return once(from, (one) =>
          having(one, {
            function: value(one.function),
            positional: list(one.positional, value),
            keywords: map(one.keywords, value),
          }),
        );
      case 'alternatives':
        return once(from, (one) => having(one, { of: list(one.of, (it) => having(it, { value: value(it.value) })) }));
      default:
        return from;
    }
  };

  /** Classes and their methods know each other: the copy is there before its parts. */
  const classOf = (from: UserClass): UserClass => {
    const known = memo.get(from);
    if (known) return once(from, (one) => one);
    const outer = reached;
    reached = 0;
    const first = made.length;
    const to: { -readonly [K in keyof UserClass]: UserClass[K] } = { ...from };
    const entry: Made = { to, reach: 0 };
    memo.set(from, entry);
    made.push(entry);
    to.definition = definition(from.path, from.definition);
    to.bases = list(from.bases, value);
    to.members = map(from.members, value);
    for (let i = first; i < made.length; i++) {
      const one = made[i];
      if (one && one.reach < reached) one.reach = reached;
    }
    if (outer > reached) reached = outer;
    return to;
  };

  const functionOf = (from: UserFunction): UserFunction => {
    if (from.owner) classOf(from.owner);
    return once(from, (one) => {
      const to: UserFunction = { ...one, definition: definition(one.path, one.definition), defaults: map(one.defaults, value) };
      if (one.owner) to.owner = classOf(one.owner);
      const [setter, deleter] = [one.setter, one.deleter];
      if (!setter && !deleter) return to;
      return { ...to, ...(setter ? { setter: functionOf(setter) } : {}), ...(deleter ? { deleter: functionOf(deleter) } : {}) };
    });
  };

  const state = (from: HeapObject): HeapObject => once(from, stateOf);

  const stateOf = (from: HeapObject): HeapObject => {
    switch (from.kind) {
      case 'list':
        return having(from, {
          ...(from.items ? { items: list(from.items, value) } : {}),
          ...(from.element ? { element: value(from.element) } : {}),
          ...(from.tail ? { tail: list(from.tail, value) } : {}),
          ...(from.bag ? { bag: list(from.bag, value) } : {}),
          ...(from.space ? { space: space(from.space) } : {}),
        });
      case 'dict': {
        const entries = map(from.entries, (one) => having(one, { key: value(one.key), value: value(one.value) }));
        return having(from, {
          entries,
          ...(from.complete && from.complete === from.entries ? { complete: entries } : {}),
          ...(from.rest ? { rest: value(from.rest) } : {}),
          ...(from.factory ? { factory: value(from.factory) } : {}),
        });
      }
      case 'set':
        return from.items ? having(from, { items: list(from.items, value) }) : from;
      case 'instance':
        return having(from, { class: classOf(from.class), fields: map(from.fields, value) });
      case 'libraryObject':
        return having(from, { args: map(from.args, value), fields: map(from.fields, value), place: place(from.place) });
      case 'generator':
        return from;
    }
  };

  /** The definition as it stands in the text now. */
  const definition = <T extends Definition>(where: string, from: T): T => {
    if (where !== path) return from;
    const to = range(from);
    if (to === from && isUnbroken(coordinates, from)) return from;
    return (nodeAt(module, to, from.kind) as T | undefined) ?? { ...from, start: to.start, end: to.end };
  };

  const call = (from: CallFact): CallFact =>
    having(from, {
      args: map(from.args, value),
      ranges: map(from.ranges, (one) => ('path' in one && typeof one.path === 'string' ? place(one as Place) : range(one))),
    });

  /** Few rules look at the node. */
  const nodeOf = <T>(from: { readonly place: Place; readonly node: T }): (() => T) => {
    let node: T | undefined;
    return () => {
      node ??= from.place.path === path ? tree(from.node) : from.node;
      return node;
    };
  };

  /** A node of the program with all that is in it. */
  const tree = <T>(from: T): T => {
    if (typeof from !== 'object' || from === null) return from;
    if (Array.isArray(from)) return from.map(tree) as T;
    const to: { [key: string]: unknown } = {};
    for (const [key, member] of Object.entries(from)) to[key] = tree(member);
    if (isRange(from)) Object.assign(to, range({ start: from.start, end: from.end }));
    return to as T;
  };

  return {
    range,
    fact(from) {
      const { start, end } = range(from);
      const now = value(from.value);
      const valueRange = from.valueRange && range(from.valueRange);
      const called = from.call && call(from.call);
      const via = from.via && list(from.via, place);
      const isSame =
        start === from.start &&
        now === from.value &&
        end === from.end &&
        valueRange === from.valueRange &&
        called === from.call &&
        via === from.via;
      if (isSame) return from;
      const to: { -readonly [K in keyof Fact]: Fact[K] } = { ...from, start, end, value: now };
      if (valueRange) to.valueRange = valueRange;
      if (called) to.call = called;
      if (via) to.via = via;
      return to;
    },
    callEvent(from) {
      if (nothingMoved) return from;
      const node = nodeOf(from);
      return {
        ...from,
        place: place(from.place),
        result: value(from.result),
        via: list(from.via, place),
        get node() {
          return node();
        },
        args: map(from.args, value),
        ranges: map(from.ranges, place),
        ...(from.self ? { self: value(from.self) } : {}),
        ...(from.made ? { made: place(from.made) } : {}),
      };
    },
    operatorEvent(from) {
      if (nothingMoved) return from;
      const node = nodeOf(from);
      return {
        ...from,
        place: place(from.place),
        result: value(from.result),
        via: list(from.via, place),
        get node() {
          return node();
        },
        operands: list(from.operands, value),
        operandPlaces: list(from.operandPlaces, place),
      };
    },
    reach(make) {
      const outer = reached;
      reached = 0;
      const result = { made: make(), reach: reached };
      reached = Math.max(outer, reached);
      return { made: result.made, reach: lost ? Number.POSITIVE_INFINITY : Math.max(result.reach, 0) };
    },
    isLost: () => lost,
  };
}

const isRange = (tree: object): tree is Range =>
  'start' in tree && 'end' in tree && typeof tree.start === 'number' && typeof tree.end === 'number';

/** The node of a kind that lies exactly there. */
function nodeAt(module: Module, { start, end }: Range, kind: string): object | undefined {
  const found: object[] = [];
  const pending: unknown[] = [statementAt(module, start)];
  while (pending.length > 0) {
    const node = pending.pop();
    if (Array.isArray(node)) pending.push(...node);
    else if (typeof node === 'object' && node !== null) {
      if (isRange(node) && (node.start > start || node.end < end)) continue;
      if (isRange(node) && node.start === start && node.end === end && 'kind' in node && node.kind === kind) found.push(node);
      else pending.push(...Object.values(node));
    }
  }
  return found[0];
}
