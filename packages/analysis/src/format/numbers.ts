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
  const format = decimals === undefined ? {} : { decimals };
  if (numeric.kind !== 'float' || meaning.space !== 'probabilities') {
    return Array.from(numeric.data, (x) => formatNumber(x, numeric.kind, decimals === undefined ? 5 : decimals + 1));
  }
  const { axis } = meaning;
  if (meaning.family !== 'categorical' || axis === undefined || numeric.shape.length === 0) {
    return Array.from(numeric.data, (x) => formatProbability(x, format));
  }
  return textsAlong(numeric, axis < 0 ? axis + numeric.shape.length : axis, (values) => formatProbabilities(values, format));
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
  return nest(numeric.shape, elementTexts(numeric, meaning), limits.items ?? 12);
}

function nest(shape: readonly number[], texts: readonly string[], limit: number): string {
  const [size, ...rest] = shape;
  if (size === undefined) return texts[0] ?? '';
  const stride = rest.reduce((a, b) => a * b, 1);
  const part = (i: number) => nest(rest, texts.slice(i * stride, (i + 1) * stride), limit);
  if (size <= limit) return `[${Array.from({ length: size }, (_, i) => part(i)).join(', ')}]`;
  const head = Array.from({ length: limit - 1 }, (_, i) => part(i));
  return `[${head.join(', ')}, …, ${part(size - 1)}]`;
}

/** `.659 .242 .099` in at most `width` characters; undefined when not even two numbers fit. Rows are set apart by `;`. */
export function shortForm(numeric: Numeric, meaning: Meaning = {}, width = 23): string | undefined {
  if (numeric.shape.length > 2 || numeric.data.length === 0) return undefined;
  const columns = numeric.shape.at(-1) ?? 1;
  for (const decimals of [3, 2]) {
    const texts = elementTexts(numeric, meaning, decimals).map((t) => shorten(t));
    const text = joinRows(texts, columns);
    if (text.length <= width) return text;
  }
  const texts = elementTexts(numeric, meaning, 2).map(shorten);
  for (let count = Math.min(texts.length - 1, 12); count >= 2; count--) {
    const text = `${joinRows(texts.slice(0, count), columns)} …`;
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
