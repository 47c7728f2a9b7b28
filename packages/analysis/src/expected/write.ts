/** Writes a value for a comment: like the one that stands there, or afresh. What is written is always read back as the same value. */
import type { Language } from '@softlens/syntax';
import type { Actual } from './actual.ts';
import { agrees } from './compare.ts';
import type { Expected, ExpectedNumber } from './read.ts';

interface Style {
  readonly language: Language;
  readonly decimals: number | undefined;
}

/** Longer lists are cut in the middle. */
const [maxItems, shownItems] = [12, 3];
const usualDecimals = 4;

/** In as many digits as are usual, for an expectation that is still empty. */
export function writeActual(actual: Actual, language: Language): string {
  return write(actual, { language, decimals: undefined });
}

/** The text of an expectation with the right numbers in it, in its own digits and brackets where the structure is the same. */
export function writeLike(expected: Expected, actual: Actual, source: string, language: Language): string {
  const inPlace = replaced(expected, actual, source, language);
  return inPlace ?? write(actual, { language, decimals: decimalsIn(expected) });
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function replaced(expected: Expected, actual: Actual, source: string, language: Language): string | undefined {
  const replacements = leaves(expected, actual, source, language);
  if (!replacements) return undefined;
  let [text, at] = ['', expected.start];
  for (const one of replacements) {
    text += source.slice(at, one.start) + one.text;
    at = one.end;
  }
  return text + source.slice(at, expected.end);
}

/** In the order of the text; undefined where the two are built differently. */
function leaves(expected: Expected, actual: Actual, source: string, language: Language): readonly Replacement[] | undefined {
  const { start, end } = expected;
  switch (expected.kind) {
    case 'number': {
      if (actual.kind !== 'number') return undefined;
      const written = source.slice(start, end);
      return [{ start, end, text: agrees(expected, actual) ? written : numberLike(expected, written, actual, language) }];
    }
    case 'text':
    case 'constant':
      return actual.kind === expected.kind
        ? [{ start, end, text: write(actual, { language, decimals: undefined }, source[start]) }]
        : undefined;
    case 'sequence':
      if (actual.kind !== 'sequence' || actual.type === 'set' || expected.items.length !== actual.items.length) return undefined;
      return joined(expected.items.map((item, i) => leavesOf(item, actual.items[i], source, language)));
    default:
      return undefined;
  }
}

const leavesOf = (expected: Expected, actual: Actual | undefined, source: string, language: Language) =>
  actual && leaves(expected, actual, source, language);

function joined(parts: readonly (readonly Replacement[] | undefined)[]): readonly Replacement[] | undefined {
  const known = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) ? undefined : known;
}

function numberLike(
  expected: ExpectedNumber,
  written: string,
  { value, epsilon }: Extract<Actual, { kind: 'number' }>,
  language: Language,
): string {
  const x = Number(value);
  if (epsilon === undefined || !Number.isFinite(x)) return write({ kind: 'number', value }, { language, decimals: undefined });
  const decimals = expected.decimals ?? (Number.isInteger(x) ? 0 : usualDecimals);
  const isScientific = /e/i.test(written) || Math.abs(x) >= 1e21;
  const places = /e[-+]?(\d+)$/i.exec(written)?.[1]?.length ?? (language === 'python' ? 2 : 1);
  const digits = isScientific ? scientific(x, decimals, places) : fixed(x, decimals);
  const short = /^[-+−]?\./.test(written) ? digits.replace(/^(-?)0\./, '$1.') : digits;
  return written.startsWith('+') && x > 0 ? `+${short}` : short;
}

function decimalsIn(expected: Expected): number | undefined {
  switch (expected.kind) {
    case 'number':
      return expected.decimals;
    case 'sequence':
      return most(expected.items.map(decimalsIn));
    case 'dict':
      return most(expected.entries.map(([, value]) => decimalsIn(value)));
    default:
      return undefined;
  }
}

function most(decimals: readonly (number | undefined)[]): number | undefined {
  const known = decimals.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function write(actual: Actual, style: Style, quote = "'"): string {
  switch (actual.kind) {
    case 'number':
      return writeNumber(actual, style);
    case 'text':
      return quoted(actual.value, quote);
    case 'constant':
      return constantText(actual.value, style.language);
    case 'sequence':
      return writeSequence(actual, style);
    case 'dict':
      return `{${actual.entries.map(([key, value]) => `${writeKey(key, style)}: ${write(value, style)}`).join(', ')}}`;
  }
}

/** JavaScript's keys need no quotes where they are names. */
function writeKey(key: Actual, style: Style): string {
  const isName = style.language !== 'python' && key.kind === 'text' && /^[A-Za-z_$][\w$]*$/.test(key.value);
  return isName && !constants.has(key.value) ? key.value : write(key, style);
}

const constants = new Set('True true False false None null undefined inf Infinity nan NaN'.split(' '));

function writeSequence({ type, items }: Extract<Actual, { kind: 'sequence' }>, style: Style): string {
  const shared = style.decimals ?? most(items.map(decimalsOf));
  const texts = items.map((item) => write(item, { ...style, decimals: shared }));
  const shown =
    type !== 'set' && texts.length > maxItems ? [...texts.slice(0, shownItems), '...', ...texts.slice(-shownItems)] : texts;
  const inner = shown.join(', ');
  if (type === 'set') return `{${inner}}`;
  return type === 'tuple' ? `(${inner}${items.length === 1 ? ',' : ''})` : `[${inner}]`;
}

/** How many digits behind the point say it, up to the usual number: one number's fraction gives its neighbours decimals too. */
function decimalsOf(one: Actual): number | undefined {
  if (one.kind !== 'number' || one.epsilon === undefined) return undefined;
  const x = Number(one.value);
  if (!Number.isFinite(x) || Number.isInteger(x)) return undefined;
  const [, digits = ''] = String(Number(x.toFixed(usualDecimals))).split('.');
  return digits.length || usualDecimals;
}

function writeNumber(actual: Extract<Actual, { kind: 'number' }>, { language, decimals }: Style): string {
  const { value, epsilon } = actual;
  const x = Number(value);
  if (Number.isNaN(x)) return language === 'python' ? 'nan' : 'NaN';
  if (!Number.isFinite(x) && typeof value === 'number') return `${x < 0 ? '-' : ''}${language === 'python' ? 'inf' : 'Infinity'}`;
  if (epsilon === undefined) return String(value);
  const size = Math.abs(x);
  if (x !== 0 && (size < 1e-3 || size >= 1e16))
    return scientific(x, decimals ?? usualDecimals - 1, language === 'python' ? 2 : 1);
  if (Number.isInteger(x) && decimals === undefined) return language === 'python' ? `${x}.0` : String(x);
  return fixed(x, decimals || (decimalsOf(actual) ?? usualDecimals));
}

function fixed(x: number, decimals: number): string {
  const text = x.toFixed(Math.min(decimals, 100));
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** With at least so many places in the exponent: Python writes two. */
function scientific(x: number, decimals: number, places: number): string {
  const [mantissa = '', exponent = ''] = x.toExponential(Math.min(decimals, 100)).split('e');
  return `${mantissa}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(places, '0')}`;
}

function constantText(value: true | false | null, language: Language): string {
  if (language !== 'python') return String(value);
  return value === null ? 'None' : value ? 'True' : 'False';
}

function quoted(value: string, quote: string): string {
  const mark = quote === '"' || quote === '`' ? quote : value.includes("'") && !value.includes('"') ? '"' : "'";
  return (
    mark +
    value
      .replaceAll('\\', '\\\\')
      .replaceAll(mark, `\\${mark}`)
      .replaceAll('\n', '\\n')
      .replaceAll('\t', '\\t')
      .replaceAll('\r', '\\r') +
    mark
  );
}
