/** JavaScript's strings, the texts of its numbers, JSON, and sets. ECMA-262, sections 22.1, 21.1.3, 25.5 and 24.2. */
import { constantKey } from '../../evaluate/expressions/equality.ts';
import { newList, newSet, setState, stateOf } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { bool, int, none, text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { numberOf } from '../python/math.ts';
import type { BuiltinTable, Implementation } from '../registry.ts';
import { numeral } from './globals.ts';

type Plain = string | number;

/** A method of strings whose arguments are all known text and numbers. */
const method =
  (compute: (self: string, ...args: Plain[]) => string | number | boolean | undefined | null): Implementation =>
  (run, { self, args }) => {
    const plain = args.map((arg) => (arg.kind === 'text' ? arg.value : numberOf(arg)));
    const known = plain.filter((one) => one !== undefined);
    if (self?.kind !== 'text' || known.length < plain.length) return unknown(run, 'unmodelled', 'text');
    const result = compute(self.value, ...known);
    // `null` is an error, or more than is worth computing.
    if (result === null) return unknown(run, 'unmodelled', 'text');
    if (result === undefined) return none;
    if (typeof result === 'string') return result.length > maxText ? unknown(run, 'too-large', 'text') : text(result);
    return typeof result === 'boolean' ? bool(result) : numeral(result);
  };

const maxText = 100_000;
const place = (x: Plain | undefined): number | undefined => (x === undefined ? undefined : Number(x));

const numberText =
  (compute: (x: number, digits: number | undefined) => string): Implementation =>
  (run, { self, args: [digits] }) => {
    const [x, count] = [numberOf(self), digits && numberOf(digits)];
    if (x === undefined || (digits && (count === undefined || count < 0 || count > 100)))
      return unknown(run, 'unmodelled', 'Number');
    return text(compute(x, count));
  };
const exponential = numberText((x, digits) => x.toExponential(digits));
const precise = numberText((x, digits) => (digits === 0 ? String(x) : x.toPrecision(digits)));

export const javascriptTexts: BuiltinTable = {
  pure: {
    'js.text.slice': method((s, from, to) => s.slice(place(from), place(to))),
    'js.text.substring': method((s, from, to) => s.substring(Number(from), place(to))),
    'js.text.at': method((s, i) => s.at(Number(i ?? 0))),
    'js.text.charAt': method((s, i) => s.charAt(Number(i ?? 0))),
    'js.text.charCodeAt': method((s, i) => s.charCodeAt(Number(i ?? 0))),
    'js.text.codePointAt': method((s, i) => s.codePointAt(Number(i ?? 0))),
    'js.text.indexOf': method((s, part, from) => s.indexOf(String(part), place(from))),
    'js.text.lastIndexOf': method((s, part) => s.lastIndexOf(String(part))),
    'js.text.endsWith': method((s, part) => s.endsWith(String(part))),
    'js.text.trimStart': method((s) => s.trimStart()),
    'js.text.trimEnd': method((s) => s.trimEnd()),
    'js.text.toString': method((s) => s),
    'js.text.repeat': method((s, n) => {
      const times = Math.trunc(Number(n ?? 0)) || 0;
      return times < 0 || times * s.length > maxText || times > maxText ? null : s.repeat(times);
    }),
    'js.text.padEnd': method((s, n, fill) => s.padEnd(Math.min(Number(n), maxText), fill === undefined ? ' ' : String(fill))),
    'js.text.concat': method((s, ...parts) => s + parts.join('')),
    'js.text.replace': method((s, from, to) => s.replace(String(from), () => String(to))),
    'js.text.replaceAll': method((s, from, to) =>
      (s.length + 1) * String(to).length > maxText ? null : s.replaceAll(String(from), () => String(to)),
    ),
    'js.float.toExponential': exponential,
    'js.int.toExponential': exponential,
    'js.float.toPrecision': precise,
    'js.int.toPrecision': precise,
    parseInt: (run, { args: [x, radix] }) =>
      x?.kind === 'text' || x?.kind === 'int' || x?.kind === 'float'
        ? numeral(Number.parseInt(String(x.value), radix ? numberOf(radix) : undefined))
        : unknown(run, 'unmodelled', 'parseInt'),
    'Number.parseInt': (run, { args: [x, radix] }) =>
      x?.kind === 'text'
        ? numeral(Number.parseInt(x.value, radix ? numberOf(radix) : undefined))
        : unknown(run, 'unmodelled', 'parseInt'),
    Boolean: (run, { args: [x] }) => {
      if (!x || x.kind === 'none') return bool(false);
      if (x.kind === 'text') return bool(x.value !== '');
      if (x.kind === 'reference') return bool(true);
      const number = numberOf(x);
      return number === undefined ? unknown(run, 'unmodelled', 'Boolean') : bool(number !== 0 && !Number.isNaN(number));
    },
  },
  effects: {
    'JSON.stringify': (run, { args: [x, , indent] }) => {
      const data = x && dataOf(run, x);
      return data
        ? text(JSON.stringify(data.data, null, indent ? numberOf(indent) : undefined))
        : unknown(run, 'unmodelled', 'JSON.stringify');
    },
    structuredClone: (run, { args: [x] }) => (x && x.kind !== 'reference' ? x : unknown(run, 'unmodelled', 'structuredClone')),
    'Object.assign': assigned,
    Set: (run, { args: [x], node }) => {
      const items = x && x.kind !== 'none' ? itemsOf(run, x, node).items : [];
      return items ? newSet(run, items) : unknown(run, 'unmodelled', 'Set');
    },
    'js.set.has': (run, { self, args: [x] }) => {
      const items = setItems(run, self);
      const key = x && constantKey(x);
      return items && key !== undefined
        ? bool(items.some((item) => constantKey(item) === key))
        : unknown(run, 'unmodelled', 'has');
    },
    'js.set.add': (run, { self, args: [x] }) => {
      const items = setItems(run, self);
      const key = x && constantKey(x);
      if (self?.kind !== 'reference') return unknown(run, 'unmodelled', 'add');
      if (!items || !x || key === undefined) setState(run, self, { kind: 'set' });
      else if (!items.some((item) => constantKey(item) === key)) setState(run, self, { kind: 'set', items: [...items, x] });
      return self;
    },
    'js.set.values': (run, { self }) => {
      const items = setItems(run, self);
      return items ? newList(run, items) : unknown(run, 'unmodelled', 'values');
    },
  },
};

export function javascriptSetMember(run: Run, object: Value, name: string): Value | undefined {
  const items = name === 'size' ? setItems(run, object) : undefined;
  return items && int(items.length);
}

function setItems(run: Run, value: Value | undefined): readonly Value[] | undefined {
  const state = value?.kind === 'reference' ? stateOf(run, value) : undefined;
  return state?.kind === 'set' ? state.items : undefined;
}

/** Objects and instances; what is not known of the sources leaves the target open. */
function assigned(run: Run, { args: [target, ...sources] }: Parameters<Implementation>[1]): Value {
  if (target?.kind !== 'reference') return unknown(run, 'unmodelled', 'Object.assign');
  for (const source of sources) {
    const from = source.kind === 'reference' ? stateOf(run, source) : undefined;
    const to = stateOf(run, target);
    if (from?.kind !== 'dict' || (to?.kind !== 'dict' && to?.kind !== 'instance')) {
      if (to?.kind === 'dict' || to?.kind === 'instance') setState(run, target, { ...to, open: true });
      continue;
    }
    const open = to.open || from.open;
    if (to.kind === 'dict') setState(run, target, { ...to, entries: new Map([...to.entries, ...from.entries]), open });
    else {
      const fields = [...from.entries.values()].flatMap(({ key, value }) =>
        key.kind === 'text' ? [[key.value, value] as const] : [],
      );
      setState(run, target, { ...to, fields: new Map([...to.fields, ...fields]), open });
    }
  }
  return target;
}

/** A value as data; undefined where it is not known throughout. Of `null` and `undefined`, which are one here, JSON writes only the first. */
function dataOf(run: Run, value: Value, depth = 0, seen = { count: 0 }): { readonly data: unknown } | undefined {
  if (depth > 20 || ++seen.count > run.budget.collection) return undefined;
  if (value.kind === 'text' || value.kind === 'bool' || value.kind === 'float') return { data: value.value };
  if (value.kind === 'int') return typeof value.value === 'bigint' ? undefined : { data: value.value };
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind === 'list' && state.items && state.typed === undefined) {
    const items = state.items.map((item) => dataOf(run, item, depth + 1, seen));
    return items.includes(undefined) ? undefined : { data: items.map((item) => item?.data) };
  }
  if (state?.kind !== 'dict' || state.open) return undefined;
  const entries: [string, unknown][] = [];
  for (const { key, value: held } of state.entries.values()) {
    const data = dataOf(run, held, depth + 1, seen);
    if (key.kind !== 'text' || !data) return undefined;
    entries.push([key.value, data.data]);
  }
  return { data: Object.fromEntries(entries) };
}
