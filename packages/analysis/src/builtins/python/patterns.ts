/**
 * The re module where Python's and JavaScript's patterns mean the same and none can run away: short ASCII texts, few repetitions,
 * none of them of a group. https://docs.python.org/3/library/re.html
 */
import { newList } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { none, text, tuple } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';

export const patternsModule: BuiltinTable = {
  effects: {
    're.findall': (run, call) => {
      const found = matchesOf(call, 1);
      if (!found) return unknown(run, 'unmodelled', 're.findall');
      return newList(run, found.matches.map(foundOf));
    },
    're.split': (run, call) => {
      const found = matchesOf(call, 1);
      if (!found || found.matches.some((match) => match.length > 1)) return unknown(run, 'unmodelled', 're.split');
      const ends = [0, ...found.matches.map((match) => match.index + match[0].length)];
      const starts = [...found.matches.map((match) => match.index), found.subject.length];
      return newList(
        run,
        ends.map((end, i) => text(found.subject.slice(end, starts[i]))),
      );
    },
    're.sub': substituted,
    're.search': (run, call) => matched(run, call, 'search'),
    're.match': (run, call) => matched(run, call, 'match'),
    're.fullmatch': (run, call) => matched(run, call, 'fullmatch'),
  },
  pure: {
    'tuple.group': (run, { self, args }) => {
      const groups = args.length === 0 ? [0] : args.map((arg) => (arg.kind === 'int' ? Number(arg.value) : -1));
      const found = self?.kind === 'tuple' && self.type === matchType ? groups.map((i) => self.items[i]) : [];
      const known = found.flatMap((one) => (one ? [one] : []));
      if (known.length === 0 || known.length < groups.length) return unknown(run, 'error', 'no such group');
      return known.length === 1 ? (known[0] as Value) : tuple(known);
    },
    'tuple.groups': (run, { self, args }) =>
      self?.kind === 'tuple' && self.type === matchType && args.length === 0
        ? tuple(self.items.slice(1))
        : unknown(run, 'error', 'groups'),
  },
};

/** A match object is a tuple of its groups, the whole match first. */
const matchType = 're.Match';

function matched(run: Run, call: BuiltinCall, kind: 'search' | 'match' | 'fullmatch'): Value {
  const found = matchesOf(call, 1);
  if (!found) return unknown(run, 'unmodelled', `re.${kind}`);
  const first = found.matches[0];
  // Another way to match at the start, or to the end, could be found by going back.
  if (kind === 'fullmatch' && first?.[0] !== found.subject && first !== undefined)
    return unknown(run, 'unmodelled', 're.fullmatch');
  if (!first || (kind !== 'search' && first.index !== 0)) return none;
  const groups = [...first].map((part: string | undefined): Value => (part === undefined ? none : text(part)));
  return { kind: 'tuple', items: groups, type: matchType };
}

const maxText = 120;

interface Found {
  readonly subject: string;
  readonly matches: readonly RegExpExecArray[];
}

function matchesOf({ args, keywords }: BuiltinCall, at: number): Found | undefined {
  const [pattern, subject] = [args[0], args[at]];
  if (pattern?.kind !== 'text' || subject?.kind !== 'text' || keywords.size > 0 || args.length > at + 1) return undefined;
  if (subject.value.length > maxText || !/^[ -~]*$/.test(subject.value) || !isShared(pattern.value)) return undefined;
  const matches = [...subject.value.matchAll(new RegExp(pattern.value, 'g'))];
  // Where a match may be empty, the two languages go on differently.
  return matches.some((match) => match[0] === '') ? undefined : { subject: subject.value, matches };
}

function substituted(run: Run, call: BuiltinCall): Value {
  const [, replacement] = call.args;
  const found = replacement?.kind === 'text' && !replacement.value.includes('\\') ? matchesOf(call, 2) : undefined;
  if (!found || replacement?.kind !== 'text') return unknown(run, 'unmodelled', 're.sub');
  const { subject, matches } = found;
  let result = '';
  let end = 0;
  for (const match of matches) {
    result += subject.slice(end, match.index) + replacement.value;
    end = match.index + match[0].length;
  }
  return text(result + subject.slice(end));
}

/** The match, its only group, or a tuple of its groups; a group that took no part is empty. */
function foundOf(match: RegExpExecArray): Value {
  const [whole, ...groups] = [...match].map((part: string | undefined) => text(part ?? ''));
  if (groups.length > 1) return tuple(groups);
  return groups[0] ?? whole ?? text('');
}

const escaped = '\\\\[dwsDWSbtn.*+?()\\[\\]{}|^$/\\\\-]';
const set = `\\[\\^?(?:${escaped.replace('bt', 't')}|[A-Za-z0-9_ .,;:!?@#%&*+='"<>/()|~$-])+\\]`;
const one = `(?:${escaped}|${set}|[A-Za-z0-9_ ,;:!@#%&='"<>/~.-])`;
const repeated = `${one}(?:[*+?]\\??|\\{\\d{1,2}(?:,\\d{1,2})?\\})?`;
const plain = new RegExp(`^(?:${repeated}|\\((?!\\?)|\\)(?![*+?{])|[|^$])*$`);

/** Characters, classes, sets, plain groups, alternatives, and up to three repetitions. */
function isShared(pattern: string): boolean {
  const repetitions = pattern.match(/[*+{]/g)?.length ?? 0;
  const options = pattern.match(/\?/g)?.length ?? 0;
  if (pattern.length > 60 || repetitions > 3 || options > 4 || !plain.test(pattern)) return false;
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
