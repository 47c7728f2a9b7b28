/** Methods of strings: https://docs.python.org/3/library/stdtypes.html#string-methods */

import { readIndex } from '../../evaluate/expressions/indexing.ts';
import { newList } from '../../evaluate/objects/objects.ts';
import { overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { bool, int, text, tuple } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';
import { formatTemplate } from './templates.ts';
import { maketrans, translated } from './translation.ts';

type Plain = (self: string, args: readonly string[]) => Value;

/** A method of strings alone; anything else among its arguments makes it unknown. */
const plain =
  (compute: Plain): Implementation =>
  (run, { self, args }) => {
    const texts = args.map((arg) => (arg.kind === 'text' ? arg.value : undefined));
    if (self?.kind !== 'text' || !texts.every((arg) => arg !== undefined)) return unknown(run, 'unmodelled', 'str');
    return compute(self.value, texts);
  };

const strip =
  (chars: string | undefined, side: 'both' | 'left' | 'right') =>
  (self: string): string => {
    const drop = (char: string): boolean => (chars === undefined ? /\s/.test(char) : chars.includes(char));
    let start = 0;
    let end = self.length;
    if (side !== 'right') while (start < end && drop(self[start] ?? '')) start++;
    if (side !== 'left') while (end > start && drop(self[end - 1] ?? '')) end--;
    return self.slice(start, end);
  };

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

export const textMethods: BuiltinTable = {
  effects: {
    'text.join': join,
    'text.split': (run, call) => split(run, call, false),
    'text.rsplit': (run, call) => split(run, call, true),
    'text.splitlines': (run, { self, args }) =>
      self?.kind === 'text' && args.length === 0
        ? newList(run, linesOf(self.value).map(text))
        : unknown(run, 'unmodelled', 'str'),
    'text.format_map': (run, { self, args: [source], node }) => {
      const named = (name: string): Value | undefined => source && readIndex(run, source, [text(name)], node);
      const result = self?.kind === 'text' ? formatTemplate(run, self.value, [], named) : undefined;
      return result === undefined ? unknown(run, 'unmodelled', 'format') : text(result);
    },
    'str.maketrans': maketrans,
    'text.maketrans': maketrans,
    'text.translate': translated,
  },
  pure: {
    'text.lower': plain((self) => text(self.toLowerCase())),
    'text.upper': plain((self) => text(self.toUpperCase())),
    'text.casefold': plain((self) => text(self.toLowerCase())),
    'text.title': plain((self) => text(self.replace(/[A-Za-z]+/g, capitalized))),
    'text.capitalize': plain((self) => text(capitalized(self))),
    'text.strip': plain((self, [chars]) => text(strip(chars, 'both')(self))),
    'text.lstrip': plain((self, [chars]) => text(strip(chars, 'left')(self))),
    'text.rstrip': plain((self, [chars]) => text(strip(chars, 'right')(self))),
    'text.replace': replace,
    'text.removeprefix': plain((self, [prefix = '']) => text(self.startsWith(prefix) ? self.slice(prefix.length) : self)),
    'text.removesuffix': plain((self, [suffix = '']) =>
      text(suffix !== '' && self.endsWith(suffix) ? self.slice(0, -suffix.length) : self),
    ),
    'text.startswith': affix((self, part) => self.startsWith(part)),
    'text.endswith': affix((self, part) => self.endsWith(part)),
    'text.partition': (run, call) => partition(run, call),
    'text.rpartition': (run, call) => rpartition(run, call),
    'text.rfind': plain((self, [part = '']) => int(self.lastIndexOf(part))),
    'text.expandtabs': (run, { self, args: [size] }) =>
      self?.kind === 'text' && (!size || (size.kind === 'int' && Number(size.value) <= 64))
        ? text(expanded(self.value, size?.kind === 'int' ? Number(size.value) : 8))
        : unknown(run, 'unmodelled', 'str'),
    'text.swapcase': plain((self) =>
      text([...self].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join('')),
    ),
    'text.isspace': plain((self) => bool(/^\s+$/.test(self))),
    'text.isalnum': plain((self) => bool(/^[\p{L}\p{N}]+$/u.test(self))),
    'text.isnumeric': plain((self) => bool(/^\p{N}+$/u.test(self))),
    'text.index': (run, { self, args: [part], args }) => {
      const at = self?.kind === 'text' && part?.kind === 'text' && args.length === 1 ? self.value.indexOf(part.value) : undefined;
      if (at === undefined) return unknown(run, 'unmodelled', 'index');
      return at < 0 ? unknown(run, 'error', 'substring not found') : int(at);
    },
    'text.find': (run, { self, args: [part, from], args }) => {
      if (self?.kind !== 'text' || part?.kind !== 'text' || args.length > 2) return unknown(run, 'unmodelled', 'find');
      if (from && (from.kind !== 'int' || from.value < 0)) return unknown(run, 'unmodelled', 'find');
      const start = from ? Number(from.value) : 0;
      return int(start > self.value.length ? -1 : self.value.indexOf(part.value, start));
    },
    'text.count': plain((self, [part = '']) => int(part === '' ? self.length + 1 : self.split(part).length - 1)),
    'text.isdigit': plain((self) => bool(/^\d+$/.test(self))),
    'text.isalpha': plain((self) => bool(/^\p{L}+$/u.test(self))),
    'text.isupper': plain((self) => bool(self !== self.toLowerCase() && self === self.toUpperCase())),
    'text.islower': plain((self) => bool(self !== self.toUpperCase() && self === self.toLowerCase())),
    'text.zfill': padded((self, width) =>
      self.startsWith('-') ? `-${self.slice(1).padStart(width - 1, '0')}` : self.padStart(width, '0'),
    ),
    'text.rjust': padded((self, width, fill) => self.padStart(width, fill)),
    'text.ljust': padded((self, width, fill) => self.padEnd(width, fill)),
    'text.center': padded((self, width, fill) => {
      const missing = Math.max(0, width - self.length);
      const left = Math.floor(missing / 2) + (missing & width & 1);
      return fill.repeat(left) + self + fill.repeat(missing - left);
    }),
    'text.format': (run, { self, args, keywords }) => {
      const result = self?.kind === 'text' ? formatTemplate(run, self.value, args, (name) => keywords.get(name)) : undefined;
      return result === undefined ? unknown(run, 'unmodelled', 'format') : text(result);
    },
    'text.isdecimal': plain((self) => bool(/^\p{Nd}+$/u.test(self))),
    'text.isascii': plain((self) => bool([...self].every((char) => (char.codePointAt(0) ?? 0) < 128))),
    'text.isidentifier': plain((self) => bool(/^[\p{L}_][\p{L}\p{N}_]*$/u.test(self))),
    'text.istitle': plain((self) => bool(/[A-Za-z]/.test(self) && self.replace(/[A-Za-z]+/g, capitalized) === self)),
  },
};

/** A last line feed ends a line and begins none. */
const linesOf = (value: string): readonly string[] => (value === '' ? [] : value.replace(/\r?\n$/, '').split(/\r?\n/));

/** Tabs as spaces up to the next column that `size` divides. */
function expanded(value: string, size: number): string {
  let shown = '';
  for (const char of value) {
    const column = shown.length - (shown.lastIndexOf('\n') + 1);
    shown += char === '\t' ? ' '.repeat(size > 0 ? size - (column % size) : 0) : char;
  }
  return shown;
}

function affix(test: (self: string, part: string) => boolean): Implementation {
  return (run, { self, args: [part, ...bounds], node }) => {
    if (self?.kind !== 'text' || !part || bounds.length > 0) return unknown(run, 'unmodelled', 'str');
    if (part.kind === 'text') return bool(test(self.value, part.value));
    const parts = part.kind === 'tuple' ? itemsOf(run, part, node).items : undefined;
    return parts?.every((one) => one.kind === 'text')
      ? bool(parts.some((one) => one.kind === 'text' && test(self.value, one.value)))
      : unknown(run, 'unmodelled', 'str');
  };
}

function padded(pad: (self: string, width: number, fill: string) => string): Implementation {
  return (run, { self, args: [width, fill] }) => {
    if (self?.kind !== 'text' || width?.kind !== 'int') return unknown(run, 'unmodelled', 'str');
    if (Number(width.value) > run.budget.text) return overBudget(run, 'text');
    const size = Math.max(0, Number(width.value));
    return text(pad(self.value, size, fill?.kind === 'text' && fill.value !== '' ? fill.value : ' '));
  };
}

function replace(run: Run, { self, args: [from, to, count] }: BuiltinCall): Value {
  if (self?.kind !== 'text' || from?.kind !== 'text' || to?.kind !== 'text') return unknown(run, 'unmodelled', 'str');
  if (count) return replaceFirst(run, self.value, from.value, to.value, count);
  const parts = self.value.split(from.value);
  // Between and around the characters, where nothing is replaced.
  const places = from.value === '' ? parts.length + 1 : parts.length - 1;
  if (self.value.length + places * (to.value.length - from.value.length) > run.budget.text) return overBudget(run, 'text');
  return text(self.value.replaceAll(from.value, () => to.value));
}

function replaceFirst(run: Run, self: string, from: string, to: string, count: Value): Value {
  if (count.kind !== 'int' || from === '' || Number(count.value) < 0) return unknown(run, 'unmodelled', 'str');
  const parts = self.split(from);
  const some = Math.min(Number(count.value), parts.length - 1);
  if (self.length + some * to.length > run.budget.text) return overBudget(run, 'text');
  return text([parts.slice(0, some + 1).join(to), ...parts.slice(some + 1)].join(from));
}

function join(run: Run, { self, args: [x], node }: BuiltinCall): Value {
  const items = x && itemsOf(run, x, node).items;
  if (self?.kind !== 'text' || !items?.every((item) => item.kind === 'text')) return unknown(run, 'unmodelled', 'join');
  const parts = items.map((item) => (item.kind === 'text' ? item.value : ''));
  const length = parts.reduce((sum, part) => sum + part.length + self.value.length, 0);
  return length > run.budget.text + self.value.length ? overBudget(run, 'text') : text(parts.join(self.value));
}

function split(run: Run, { self, args: [given, limit], keywords }: BuiltinCall, fromRight: boolean): Value {
  const separator = given ?? keywords.get('sep');
  const most = limit ?? keywords.get('maxsplit');
  const unread =
    self?.kind !== 'text' ||
    (most && most.kind !== 'int') ||
    (separator && separator.kind !== 'text' && separator.kind !== 'none');
  if (unread)
    return unknown(run, 'unmodelled', 'split', self?.kind === 'unknown' && self.symbol ? `${self.symbol}.split` : undefined);
  const mark = separator?.kind === 'text' ? separator.value : undefined;
  const limitOf = most?.kind === 'int' && Number(most.value) >= 0 ? Number(most.value) : undefined;
  if (mark === undefined && limitOf !== undefined && fromRight) return unknown(run, 'unmodelled', 'split');
  if (mark === undefined && limitOf !== undefined && self?.kind === 'text')
    return newList(run, firstWords(self.value, limitOf).map(text));
  if (mark === '') return unknown(run, 'error', 'empty separator');
  const parts = mark === undefined ? self.value.split(/\s+/).filter((part) => part !== '') : self.value.split(mark);
  return newList(
    run,
    limitedParts(parts, mark ?? ' ', limitOf, fromRight)
      .slice(0, run.budget.collection)
      .map(text),
  );
}

/** So many words, and the rest as it stands. */
function firstWords(value: string, limit: number): readonly string[] {
  const words: string[] = [];
  let rest = value.trimStart();
  while (rest !== '' && words.length < limit) {
    const [word = ''] = /^\S+/.exec(rest) ?? [];
    words.push(word);
    rest = rest.slice(word.length).trimStart();
  }
  return rest === '' ? words : [...words, rest];
}

/** The parts that a limit leaves together are joined again, on the far side. */
function limitedParts(parts: readonly string[], mark: string, limit: number | undefined, fromRight: boolean): readonly string[] {
  if (limit === undefined || parts.length <= limit + 1) return parts;
  const kept = parts.length - limit;
  return fromRight
    ? [parts.slice(0, kept).join(mark), ...parts.slice(kept)]
    : [...parts.slice(0, limit), parts.slice(limit).join(mark)];
}

const parted = (from: (self: string, mark: string) => number, missing: (self: string) => readonly string[]): Implementation =>
  plain((self, [mark = '']) => {
    const at = mark === '' ? -1 : from(self, mark);
    return tuple((at < 0 ? missing(self) : [self.slice(0, at), mark, self.slice(at + mark.length)]).map(text));
  });
const partition = parted(
  (self, mark) => self.indexOf(mark),
  (self) => [self, '', ''],
);
const rpartition = parted(
  (self, mark) => self.lastIndexOf(mark),
  (self) => ['', '', self],
);
