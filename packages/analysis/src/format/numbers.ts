/** Whole arrays as text: the long form of hovers and the command line, and the short form of inlay hints. */
import { formatNumber, withoutLeadingZero } from './number.ts';
import { type Numeric, slicesAlong } from './numeric.ts';
import { formatProbabilities, formatProbability } from './probabilities.ts';

/** What decides how numbers are rounded: a categorical family is rounded together along its axis. */
export interface Meaning {
  readonly space?: string;
  readonly family?: string;
  readonly axis?: number;
}

export interface Limits {
  /** Elements shown per axis before `…`. */
  readonly items?: number;
}

/** One text per element, row-major. */
export function elementTexts(numeric: Numeric, meaning: Meaning = {}, decimals?: number): string[] {
  const textAt = elementText(numeric, meaning, decimals);
  return Array.from(numeric.data, (_, i) => textAt(i));
}

/** The text of the element at an index: of a long array few are shown. */
function elementText(numeric: Numeric, meaning: Meaning, decimals?: number): (i: number) => string {
  const { kind, data, shape } = numeric;
  const format = decimals === undefined ? {} : { decimals };
  if (kind !== 'float' || meaning.space !== 'probabilities') {
    return (i) => formatNumber(data[i] ?? 0, kind, decimals === undefined ? 5 : decimals + 1);
  }
  const { axis } = meaning;
  if (meaning.family !== 'categorical' || axis === undefined || shape.length === 0) {
    return (i) => formatProbability(data[i] ?? 0, format);
  }
  const texts = textsAlong(numeric, axis < 0 ? axis + shape.length : axis, (values) => formatProbabilities(values, format));
  return (i) => texts[i] ?? '';
}

function textsAlong(numeric: Numeric, axis: number, write: (values: number[]) => string[]): string[] {
  const { shape } = numeric;
  const size = shape[axis] ?? 1;
  const inner = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
  const texts: string[] = Array.from({ length: numeric.data.length }, () => '');
  slicesAlong(numeric, axis).forEach(({ values }, s) => {
    const base = Math.floor(s / inner) * size * inner + (s % inner);
    write(values).forEach((text, k) => {
      texts[base + k * inner] = text;
    });
  });
  return texts;
}

/** `[0.659, 0.242, 0.099]`, nested for matrices; a scalar without brackets. */
export function formatArray(numeric: Numeric, meaning: Meaning = {}, limits: Limits = {}): string {
  return nest(numeric.shape, 0, elementText(numeric, meaning), limits.items ?? 12);
}

/** The part of the array that begins at an element. */
function nest(shape: readonly number[], start: number, textAt: (i: number) => string, limit: number): string {
  const [size, ...rest] = shape;
  if (size === undefined) return textAt(start);
  const stride = rest.reduce((a, b) => a * b, 1);
  const part = (i: number) => nest(rest, start + i * stride, textAt, limit);
  if (size <= limit) return `[${Array.from({ length: size }, (_, i) => part(i)).join(', ')}]`;
  const head = Array.from({ length: limit - 1 }, (_, i) => part(i));
  return `[${head.join(', ')}, …, ${part(size - 1)}]`;
}

/** `.659 .242 .099` in at most `width` characters; undefined when not even two numbers fit. Rows are set apart by `;`. */
export function shortForm(numeric: Numeric, meaning: Meaning = {}, width = 23): string | undefined {
  const { length } = numeric.data;
  if (numeric.shape.length > 2 || length === 0) return undefined;
  const columns = numeric.shape.at(-1) ?? 1;
  const first = (count: number, decimals: number): string => {
    const textAt = elementText(numeric, meaning, decimals);
    return joinRows(
      Array.from({ length: count }, (_, i) => shorten(textAt(i))),
      columns,
    );
  };
  for (const decimals of [3, 2]) {
    // Each takes a character at least, and a space before the next.
    const text = 2 * length - 1 <= width ? first(length, decimals) : undefined;
    if (text !== undefined && text.length <= width) return text;
  }
  for (let count = Math.min(length - 1, 12); count >= 2; count--) {
    const text = `${first(count, 2)} …`;
    if (text.length <= width) return text;
  }
  return undefined;
}

function shorten(text: string): string {
  return withoutLeadingZero(text.replace(/\.0$/, ''));
}

function joinRows(texts: readonly string[], columns: number): string {
  return texts.map((text, i) => (i === 0 ? text : i % columns === 0 ? `; ${text}` : ` ${text}`)).join('');
}
