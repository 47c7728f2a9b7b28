/** Patterns and matches as values: tuples of what they hold, of a type of their own. */
import { int, none, text, tuple } from '../../../values/make.ts';
import type { Tuple, Value } from '../../../values/value.ts';
import type { Spans } from './matching.ts';
import { flagValues, type Pattern, readPattern } from './pattern.ts';

const patternType = 're.Pattern';
const matchType = 're.Match';

/** What `re.compile` gives: the pattern's text and its flags. */
export const compiled = (source: string, flags: number): Tuple => ({
  kind: 'tuple',
  items: [text(source), int(flags)],
  type: patternType,
});

export interface Asked {
  readonly pattern: Pattern;
  readonly source: string;
}

const known = new Map<string, Pattern | undefined>();
const maxKnown = 200;

/** The pattern that a text or a compiled pattern stands for; undefined where it is not known, or not read. */
export function patternOf(value: Value | undefined, flags: number): Asked | undefined {
  const isCompiled = value?.kind === 'tuple' && value.type === patternType;
  const [first, second] = isCompiled ? value.items : [value, int(flags)];
  if (first?.kind !== 'text' || second?.kind !== 'int') return undefined;
  const key = `${second.value}:${first.value}`;
  if (!known.has(key)) {
    if (known.size >= maxKnown) known.clear();
    known.set(key, readPattern(first.value, Number(second.value)));
  }
  const pattern = known.get(key);
  return pattern && { pattern, source: first.value };
}

/** `re.I`, `re.MULTILINE`. */
export const flagNames: ReadonlyMap<string, Value> = new Map(
  [
    ['I', 'IGNORECASE', flagValues.i],
    ['M', 'MULTILINE', flagValues.m],
    ['S', 'DOTALL', flagValues.s],
    ['X', 'VERBOSE', flagValues.x],
    ['A', 'ASCII', flagValues.a],
    ['U', 'UNICODE', flagValues.u],
  ].flatMap(([short, long, value]): [string, Value][] => [
    [`re.${short}`, int(Number(value))],
    [`re.${long}`, int(Number(value))],
  ]),
);

export const part = (chars: readonly string[], span: Spans[number]): string | undefined =>
  span && chars.slice(span[0], span[1]).join('');

/** A match: its groups, the whole first, and behind them where they are, what they are called, and the text. */
export function matchValue(chars: readonly string[], spans: Spans, { pattern }: Asked): Value {
  const groups = spans.map((span): Value => {
    const shown = part(chars, span);
    return shown === undefined ? none : text(shown);
  });
  const places = spans.map((span) => tuple([int(span?.[0] ?? -1), int(span?.[1] ?? -1)]));
  const names = [...pattern.names].map(([name, index]) => tuple([text(name), int(index)]));
  return { kind: 'tuple', items: [...groups, tuple([tuple(places), tuple(names), text(chars.join(''))])], type: matchType };
}

export interface Match {
  readonly groups: readonly Value[];
  readonly places: readonly Value[];
  readonly names: ReadonlyMap<string, number>;
  readonly subject: Value;
}

/** The parts of a match; undefined of anything else. */
export function matchOf(value: Value | undefined): Match | undefined {
  if (value?.kind !== 'tuple' || value.type !== matchType) return undefined;
  const about = value.items.at(-1);
  const [places, names, subject] = about?.kind === 'tuple' ? about.items : [];
  if (places?.kind !== 'tuple' || names?.kind !== 'tuple' || !subject) return undefined;
  const pairs = names.items.flatMap((pair): [string, number][] => {
    const [name, index] = pair.kind === 'tuple' ? pair.items : [];
    return name?.kind === 'text' && index?.kind === 'int' ? [[name.value, Number(index.value)]] : [];
  });
  return { groups: value.items.slice(0, -1), places: places.items, names: new Map(pairs), subject };
}

/** Which group a number or a name asks for. */
export function groupIndex(match: Match, asked: Value): number | undefined {
  const index = asked.kind === 'int' ? Number(asked.value) : asked.kind === 'text' ? match.names.get(asked.value) : undefined;
  return index !== undefined && index >= 0 && index < match.groups.length ? index : undefined;
}

/** `match.string`, `pattern.pattern`, `pattern.groups`. */
export function patternMember(value: Tuple, name: string): Value | undefined {
  const match = matchOf(value);
  if (match) return name === 'string' ? match.subject : undefined;
  if (name === 'pattern') return value.items[0];
  const groups = name === 'groups' ? patternOf(value, 0)?.pattern.groups : undefined;
  return groups === undefined ? undefined : int(groups);
}
