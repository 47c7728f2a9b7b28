/** Python's regular expressions, read into a tree: https://docs.python.org/3/library/re.html#regular-expression-syntax */

export type Part =
  | { readonly kind: 'one'; readonly test: (char: string) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly of: readonly Part[] }
  | { readonly kind: 'group'; readonly index: number; readonly part: Part }
  | { readonly kind: 'same'; readonly index: number; readonly fold: boolean }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number; readonly lazy: boolean }
  | { readonly kind: 'look'; readonly part: Part; readonly holds: boolean; readonly back: number | undefined }
  | { readonly kind: 'place'; readonly at: Place };

/** `start` and `end` of the text, of a line, the end before a last line feed, the border of a word, and no border. */
export type Place = 'start' | 'end' | 'lineStart' | 'lineEnd' | 'lastLine' | 'border' | 'inside';

export interface Pattern {
  readonly part: Part;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** The values of `re.IGNORECASE`, `re.MULTILINE`, `re.DOTALL`, `re.VERBOSE`, `re.ASCII`. */
export const flagValues = { i: 2, m: 8, s: 16, x: 64, a: 256, u: 32 } as const;

interface Reading {
  readonly chars: readonly string[];
  at: number;
  flags: number;
  groups: number;
  depth: number;
  readonly names: Map<string, number>;
}

/** What is not read; never seen outside of this file. */
class Unread extends Error {}

const maxPattern = 500;

/** Undefined where the pattern is in error, or has what is not followed: conditions, possessive repetitions. */
export function readPattern(source: string, flags: number): Pattern | undefined {
  const chars = [...source];
  if (chars.length > maxPattern) return undefined;
  const reading: Reading = { chars, at: 0, flags, groups: 0, depth: 0, names: new Map() };
  try {
    const part = choice(reading);
    return reading.at < chars.length ? undefined : { part, groups: reading.groups, names: reading.names };
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}

const unread = (): never => {
  throw new Unread();
};

const has = ({ flags }: Reading, flag: keyof typeof flagValues): boolean => (flags & flagValues[flag]) !== 0;

function choice(reading: Reading): Part {
  if (++reading.depth > 40) return unread();
  const of = [sequence(reading)];
  while (reading.chars[reading.at] === '|') {
    reading.at++;
    of.push(sequence(reading));
  }
  reading.depth--;
  return of.length === 1 ? (of[0] as Part) : { kind: 'choice', of };
}

function sequence(reading: Reading): Part {
  const parts: Part[] = [];
  for (;;) {
    if (has(reading, 'x')) skipSpace(reading);
    const char = reading.chars[reading.at];
    if (char === undefined || char === '|' || char === ')')
      return parts.length === 1 ? (parts[0] as Part) : { kind: 'sequence', parts };
    const part = item(reading);
    if (part) parts.push(repeated(reading, part));
  }
}

function skipSpace(reading: Reading): void {
  const { chars } = reading;
  for (;;) {
    if (/\s/.test(chars[reading.at] ?? '')) reading.at++;
    else if (chars[reading.at] === '#') while (reading.at < chars.length && chars[reading.at] !== '\n') reading.at++;
    else return;
  }
}

function repeated(reading: Reading, part: Part): Part {
  if (has(reading, 'x')) skipSpace(reading);
  const bounds = boundsOf(reading);
  if (!bounds) return part;
  if (part.kind === 'place' || part.kind === 'look' || part.kind === 'repeat') return unread();
  const lazy = reading.chars[reading.at] === '?';
  if (lazy) reading.at++;
  // Possessive, or a repetition of a repetition.
  if ('*+?'.includes(reading.chars[reading.at] ?? ' ')) return unread();
  return { kind: 'repeat', part, least: bounds[0], most: bounds[1], lazy };
}

function boundsOf(reading: Reading): readonly [number, number] | undefined {
  const char = reading.chars[reading.at];
  const simple =
    char === '*'
      ? [0, Number.POSITIVE_INFINITY]
      : char === '+'
        ? [1, Number.POSITIVE_INFINITY]
        : char === '?'
          ? [0, 1]
          : undefined;
  if (simple) {
    reading.at++;
    return simple as [number, number];
  }
  if (char !== '{') return undefined;
  const [all, least = '', comma, most = ''] =
    /^\{(\d*)(,?)(\d*)\}/.exec(reading.chars.slice(reading.at, reading.at + 12).join('')) ?? [];
  // Else the brace stands for itself.
  if (all === undefined || (least === '' && most === '' && comma === '')) return undefined;
  reading.at += all.length;
  const low = Number(least || 0);
  const high = comma === '' ? low : most === '' ? Number.POSITIVE_INFINITY : Number(most);
  return high < low || low > 1000 ? unread() : [low, high];
}

/** One item; undefined for what only sets flags, or says nothing. */
function item(reading: Reading): Part | undefined {
  const char = reading.chars[reading.at++] as string;
  switch (char) {
    case '.':
      return has(reading, 's') ? { kind: 'one', test: () => true } : { kind: 'one', test: (c) => c !== '\n' };
    case '^':
      return { kind: 'place', at: has(reading, 'm') ? 'lineStart' : 'start' };
    case '$':
      return { kind: 'place', at: has(reading, 'm') ? 'lineEnd' : 'lastLine' };
    case '[':
      return set(reading);
    case '(':
      return group(reading);
    case '\\':
      return escaped(reading);
    case '*':
    case '+':
    case '?':
      return unread();
    default:
      return literal(reading, char);
  }
}

function literal(reading: Reading, char: string): Part {
  if (!has(reading, 'i')) return { kind: 'one', test: (c) => c === char };
  const folded = char.toLowerCase();
  return { kind: 'one', test: (c) => c.toLowerCase() === folded };
}

function group(reading: Reading): Part | undefined {
  const { chars, flags } = reading;
  if (chars[reading.at] !== '?') return numbered(reading, undefined);
  const rest = chars.slice(reading.at, reading.at + 60).join('');
  const [opening, kind = '', name = ''] =
    /^\?(P<|P=|#|:|=|!|<=|<!|[imsxau]+:|[imsxau]+\))(?:(?<=P[<=])([A-Za-z_]\w*)[>)])?/.exec(rest) ?? [];
  if (opening === undefined) return unread();
  reading.at += [...opening].length;
  switch (kind) {
    case 'P<':
      return name === '' ? unread() : numbered(reading, name);
    case 'P=': {
      const index = reading.names.get(name);
      return index === undefined ? unread() : { kind: 'same', index, fold: has(reading, 'i') };
    }
    case '#':
      while (reading.at < chars.length && chars[reading.at] !== ')') reading.at++;
      return closed(reading, undefined);
    case ':':
      return closed(reading, choice(reading), flags);
    case '=':
    case '!':
      return closed(reading, { kind: 'look', part: choice(reading), holds: kind === '=', back: undefined }, flags);
    case '<=':
    case '<!': {
      const part = choice(reading);
      const back = widthOf(part);
      return back === undefined ? unread() : closed(reading, { kind: 'look', part, holds: kind === '<=', back }, flags);
    }
    default:
      return flagged(reading, kind, flags);
  }
}

/** `(?i)` at the start, `(?i:…)`. */
function flagged(reading: Reading, kind: string, flags: number): Part | undefined {
  const added = [...kind.slice(0, -1)].reduce((sum, letter) => sum | flagValues[letter as keyof typeof flagValues], flags);
  reading.flags = added;
  if (kind.endsWith(':')) return closed(reading, choice(reading), flags);
  return reading.at === kind.length + 2 ? undefined : unread();
}

function numbered(reading: Reading, name: string | undefined): Part {
  const { flags } = reading;
  const index = ++reading.groups;
  if (name !== undefined && reading.names.has(name)) return unread();
  if (name !== undefined) reading.names.set(name, index);
  return closed(reading, { kind: 'group', index, part: choice(reading) }, flags);
}

function closed<T extends Part | undefined>(reading: Reading, part: T, flags = reading.flags): T {
  if (reading.chars[reading.at++] !== ')') return unread();
  reading.flags = flags;
  return part;
}

/** What Python counts as space and JavaScript does not. */
const separators: ReadonlySet<string> = new Set(['\x1c', '\x1d', '\x1e', '\x1f', '\x85']);
const isSpace = (char: string): boolean => separators.has(char) || (/\s/.test(char) && char !== '\ufeff');

/** The class that `\d`, `\W` … stand for. */
function classOf(reading: Reading, letter: string): ((char: string) => boolean) | undefined {
  const ascii = has(reading, 'a');
  const digit = ascii ? /[0-9]/ : /\p{Nd}/u;
  const word = ascii ? /[A-Za-z0-9_]/ : /[\p{L}\p{N}_]/u;
  switch (letter) {
    case 'd':
      return (c) => digit.test(c);
    case 'D':
      return (c) => !digit.test(c);
    case 'w':
      return (c) => word.test(c);
    case 'W':
      return (c) => !word.test(c);
    case 's':
      return ascii ? (c) => /[ \t\n\r\f\v]/.test(c) : isSpace;
    case 'S':
      return ascii ? (c) => !/[ \t\n\r\f\v]/.test(c) : (c) => !isSpace(c);
    default:
      return undefined;
  }
}

const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07', '0': '\0' };

/** The character that an escape stands for, inside sets and outside. */
function character(reading: Reading, letter: string): string {
  const control = Object.hasOwn(controls, letter) ? controls[letter] : undefined;
  if (control !== undefined) return control;
  const length = letter === 'x' ? 2 : letter === 'u' ? 4 : 0;
  if (length > 0) {
    const digits = reading.chars.slice(reading.at, reading.at + length).join('');
    reading.at += length;
    return digits.length === length && /^[0-9a-fA-F]+$/.test(digits)
      ? String.fromCodePoint(Number.parseInt(digits, 16))
      : unread();
  }
  return /[A-Za-z0-9]/.test(letter) ? unread() : letter;
}

function escaped(reading: Reading): Part {
  const letter = reading.chars[reading.at++] ?? unread();
  const test = classOf(reading, letter);
  if (test) return { kind: 'one', test };
  switch (letter) {
    case 'b':
      return { kind: 'place', at: 'border' };
    case 'B':
      return { kind: 'place', at: 'inside' };
    case 'A':
      return { kind: 'place', at: 'start' };
    case 'Z':
      return { kind: 'place', at: 'end' };
    default:
  }
  if (!/[1-9]/.test(letter)) return literal(reading, character(reading, letter));
  const second = /[0-9]/.test(reading.chars[reading.at] ?? '') ? unread() : '';
  const index = Number(letter + second);
  return index > reading.groups ? unread() : { kind: 'same', index, fold: has(reading, 'i') };
}

function set(reading: Reading): Part {
  const { chars } = reading;
  const isNot = chars[reading.at] === '^';
  if (isNot) reading.at++;
  const tests: ((char: string) => boolean)[] = [];
  for (let first = true; ; first = false) {
    const char = chars[reading.at++];
    if (char === undefined) return unread();
    if (char === ']' && !first) break;
    const low = member(reading, char);
    const isRange = typeof low === 'string' && chars[reading.at] === '-' && chars[reading.at + 1] !== ']';
    if (!isRange) {
      tests.push(typeof low === 'string' ? (c) => c === low : low);
      continue;
    }
    reading.at++;
    const high = member(reading, chars[reading.at++] ?? unread());
    if (typeof high !== 'string' || high < low) return unread();
    const [from, to] = [low.codePointAt(0) ?? 0, high.codePointAt(0) ?? 0];
    tests.push((c) => {
      const code = c.codePointAt(0) ?? 0;
      return code >= from && code <= to;
    });
  }
  const any = (c: string): boolean => tests.some((test) => test(c));
  const folded = has(reading, 'i') ? (c: string): boolean => any(c.toLowerCase()) || any(c.toUpperCase()) || any(c) : any;
  return { kind: 'one', test: isNot ? (c) => !folded(c) : folded };
}

/** A member of a set: a character, or the class that an escape stands for. */
function member(reading: Reading, char: string): string | ((char: string) => boolean) {
  if (char !== '\\') return char;
  const letter = reading.chars[reading.at++] ?? unread();
  return classOf(reading, letter) ?? (letter === 'b' ? '\b' : character(reading, letter));
}

/** How many characters a part always takes: what stands behind is looked for so far back. */
function widthOf(part: Part): number | undefined {
  switch (part.kind) {
    case 'one':
      return 1;
    case 'place':
    case 'look':
      return 0;
    case 'group':
      return widthOf(part.part);
    case 'same':
      return undefined;
    case 'sequence':
      return part.parts.reduce<number | undefined>((sum, one) => {
        const width = widthOf(one);
        return sum === undefined || width === undefined ? undefined : sum + width;
      }, 0);
    case 'choice': {
      const [first, ...others] = part.of.map(widthOf);
      return others.every((width) => width === first) ? first : undefined;
    }
    case 'repeat': {
      const width = widthOf(part.part);
      return width !== undefined && part.least === part.most ? width * part.least : undefined;
    }
  }
}
