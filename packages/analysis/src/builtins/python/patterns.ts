/** The re module: https://docs.python.org/3/library/re.html */
import { callWith } from '../../evaluate/calls/calls.ts';
import { newDict, newIterator, newList } from '../../evaluate/objects/objects.ts';
import { overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { int, none, text, tuple } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';
import { allMatches, oneMatch, type Spans, type Way } from './patterns/matching.ts';
import { type Asked, compiled, groupIndex, type Match, matchOf, matchValue, part, patternOf } from './patterns/values.ts';

type Action = (run: Run, asked: Asked, call: PatternCall) => Value;

/** What a function of `re` and the method of a compiled pattern are both given. */
interface PatternCall {
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  readonly node: BuiltinCall['node'];
}

const actions: Readonly<Record<string, readonly [act: Action, flagsAt: number]>> = {
  search: [(run, asked, call) => found(run, asked, call, 'search'), 2],
  match: [(run, asked, call) => found(run, asked, call, 'match'), 2],
  fullmatch: [(run, asked, call) => found(run, asked, call, 'fullmatch'), 2],
  findall: [
    (run, asked, call) =>
      each(run, asked, call, 0, (all, chars) =>
        newList(
          run,
          all.map((spans) => foundOf(chars, spans)),
        ),
      ),
    2,
  ],
  finditer: [
    (run, asked, call) =>
      each(run, asked, call, 0, (all, chars) =>
        newIterator(
          run,
          all.map((spans) => matchValue(chars, spans, asked)),
        ),
      ),
    2,
  ],
  split: [split, 3],
  sub: [(run, asked, call) => substituted(run, asked, call)?.[0] ?? unknown(run, 'unmodelled', 're.sub'), 4],
  subn: [
    (run, asked, call) => {
      const result = substituted(run, asked, call);
      return result ? tuple([...result]) : unknown(run, 'unmodelled', 're.subn');
    },
    4,
  ],
};

export const patternsModule: BuiltinTable = {
  effects: {
    ...Object.fromEntries(Object.entries(actions).map(([name, [act, at]]) => [`re.${name}`, ofModule(name, act, at)])),
    ...Object.fromEntries(Object.entries(actions).map(([name, [act]]) => [`tuple.${name}`, ofPattern(name, act)])),
    're.compile': (run, { args: [source, given], keywords }) => {
      const flags = flagsOf(given ?? keywords.get('flags'));
      return source?.kind === 'text' && flags !== undefined
        ? compiled(source.value, flags)
        : unknown(run, 'unmodelled', 're.compile');
    },
    're.escape': (run, { args: [x] }) =>
      x?.kind === 'text'
        ? text(x.value.replace(/[^\p{L}\p{N}_!"%',/:;<=>@`]/gu, '\\$&'))
        : unknown(run, 'unmodelled', 're.escape'),
    'tuple.groupdict': (run, { self, args: [fallback] }) => {
      const match = matchOf(self);
      if (!match) return unknown(run, 'error', 'groupdict');
      return newDict(
        run,
        [...match.names].map(([name, index]) => [text(name), orElse(match.groups[index], fallback)] as const),
      );
    },
  },
  pure: {
    'tuple.group': ofMatch((match, args) => {
      const indices = (args.length === 0 ? [int(0)] : args).map((asked) => groupIndex(match, asked));
      const groups = indices.map((index) => (index === undefined ? undefined : match.groups[index]));
      if (groups.includes(undefined)) return undefined;
      return groups.length === 1 ? groups[0] : tuple(groups as readonly Value[]);
    }),
    'tuple.groups': ofMatch((match, [fallback]) => tuple(match.groups.slice(1).map((group) => orElse(group, fallback)))),
    'tuple.span': ofMatch((match, [asked]) => placeOf(match, asked)),
    'tuple.start': ofMatch((match, [asked]) => edge(match, asked, 0)),
    'tuple.end': ofMatch((match, [asked]) => edge(match, asked, 1)),
  },
};

const orElse = (group: Value | undefined, fallback: Value | undefined): Value =>
  group && group.kind !== 'none' ? group : (fallback ?? none);

function ofMatch(read: (match: Match, args: readonly Value[]) => Value | undefined): Implementation {
  return (run, { self, args }) => {
    const match = matchOf(self);
    return (match && read(match, args)) ?? unknown(run, 'error', 'no such group');
  };
}

function placeOf(match: Match, asked: Value | undefined): Value | undefined {
  const index = groupIndex(match, asked ?? int(0));
  return index === undefined ? undefined : match.places[index];
}

function edge(match: Match, asked: Value | undefined, i: 0 | 1): Value | undefined {
  const place = placeOf(match, asked);
  return place?.kind === 'tuple' ? place.items[i] : undefined;
}

function flagsOf(value: Value | undefined): number | undefined {
  return value === undefined ? 0 : value.kind === 'int' ? Number(value.value) : undefined;
}

/** `re.search(pattern, text, flags)`. */
function ofModule(name: string, act: Action, flagsAt: number): Implementation {
  return (run, { args: [source, ...args], keywords, node }) => {
    const flags = flagsOf(args[flagsAt - 1] ?? keywords.get('flags'));
    const asked = flags === undefined ? undefined : patternOf(source ?? keywords.get('pattern'), flags);
    const kept = args.slice(0, flagsAt - 1);
    return asked ? act(run, asked, { args: kept, keywords, node }) : unknown(run, 'unmodelled', `re.${name}`);
  };
}

/** `pattern.search(text)`. */
function ofPattern(name: string, act: Action): Implementation {
  return (run, { self, args, keywords, node }) => {
    const asked = self?.kind === 'tuple' && self.type === 're.Pattern' ? patternOf(self, 0) : undefined;
    // Where to begin and to end is not followed.
    const isPlain = asked && args.length <= (name.startsWith('sub') ? 3 : name === 'split' ? 2 : 1);
    return isPlain ? act(run, asked, { args, keywords, node }) : unknown(run, 'unmodelled', `re.${name}`);
  };
}

function subjectOf(run: Run, { args, keywords }: PatternCall, at: number): readonly string[] | undefined {
  const value = args[at] ?? keywords.get('string');
  return value?.kind === 'text' && value.value.length <= run.budget.text ? [...value.value] : undefined;
}

function found(run: Run, asked: Asked, call: PatternCall, way: Way): Value {
  const chars = subjectOf(run, call, 0);
  const spans = chars && oneMatch(asked.pattern, chars, way);
  if (!chars || !spans) return unknown(run, 'unmodelled', `re.${way}`);
  return spans.length === 0 ? none : matchValue(chars, spans, asked);
}

function each(
  run: Run,
  { pattern }: Asked,
  call: PatternCall,
  at: number,
  make: (all: readonly Spans[], chars: readonly string[]) => Value,
): Value {
  const chars = subjectOf(run, call, at);
  const all = chars && allMatches(pattern, chars, run.budget.collection);
  return chars && all ? make(all, chars) : unknown(run, 'unmodelled', 're');
}

/** The match, its only group, or a tuple of its groups; a group that took no part is empty. */
function foundOf(chars: readonly string[], spans: Spans): Value {
  const [whole, ...groups] = spans.map((span) => text(part(chars, span) ?? ''));
  if (groups.length > 1) return tuple(groups);
  return groups[0] ?? whole ?? text('');
}

function countOf(value: Value | undefined): number | undefined {
  if (value === undefined || (value.kind === 'int' && Number(value.value) === 0)) return Number.POSITIVE_INFINITY;
  return value.kind === 'int' && Number(value.value) > 0 ? Number(value.value) : undefined;
}

/** The texts between the matches, with the groups of each match between them. */
function split(run: Run, asked: Asked, call: PatternCall): Value {
  const most = countOf(call.args[1] ?? call.keywords.get('maxsplit'));
  if (most === undefined) return unknown(run, 'unmodelled', 're.split');
  return each(run, asked, call, 0, (all, chars) => {
    const parts: Value[] = [];
    let end = 0;
    for (const [whole, ...groups] of all.slice(0, most)) {
      if (!whole) continue;
      parts.push(text(chars.slice(end, whole[0]).join('')));
      for (const span of groups) {
        const shown = part(chars, span);
        parts.push(shown === undefined ? none : text(shown));
      }
      end = whole[1];
    }
    return newList(run, [...parts, text(chars.slice(end).join(''))]);
  });
}

/** The new text, and how many matches were replaced. */
function substituted(run: Run, asked: Asked, call: PatternCall): readonly [Value, Value] | undefined {
  const replacement = call.args[0] ?? call.keywords.get('repl');
  const most = countOf(call.args[2] ?? call.keywords.get('count'));
  const chars = subjectOf(run, call, 1);
  const all = chars && most !== undefined ? allMatches(asked.pattern, chars, run.budget.turns)?.slice(0, most) : undefined;
  if (!replacement || !chars || !all || all.length >= run.budget.turns) return undefined;
  let result = '';
  let end = 0;
  for (const spans of all) {
    const [start = 0, stop = 0] = spans[0] ?? [];
    const shown = replacementOf(run, replacement, chars, spans, asked, call.node);
    if (shown === undefined || result.length + shown.length > run.budget.text) return undefined;
    result += chars.slice(end, start).join('') + shown;
    end = stop;
  }
  const whole = result + chars.slice(end).join('');
  return [whole.length > run.budget.text ? overBudget(run, 'text') : text(whole), int(all.length)];
}

function replacementOf(
  run: Run,
  replacement: Value,
  chars: readonly string[],
  spans: Spans,
  asked: Asked,
  node: BuiltinCall['node'],
): string | undefined {
  if (replacement.kind !== 'text') {
    const made = callWith(run, replacement, [matchValue(chars, spans, asked)], node);
    return made.kind === 'text' ? made.value : undefined;
  }
  let known = true;
  const shown = replacement.value.replace(
    /\\(?:g<(\w+)>|([1-9]\d?)|(.))/gs,
    (_all, name: string | undefined, digits: string | undefined, other: string | undefined) => {
      if (other !== undefined) {
        const control = escapes[other];
        if (control === undefined) known = false;
        return control ?? '';
      }
      const asNumber = digits ?? (name !== undefined && /^\d+$/.test(name) ? name : undefined);
      const index = asNumber === undefined ? asked.pattern.names.get(name ?? '') : Number(asNumber);
      if (index === undefined || index >= spans.length) known = false;
      return part(chars, spans[index ?? 0]) ?? '';
    },
  );
  return known ? shown : undefined;
}

const escapes: Readonly<Partial<Record<string, string>>> = { n: '\n', t: '\t', r: '\r', '\\': '\\' };
