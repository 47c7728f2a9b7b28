/** The numbers of an array that is too long for the first line, row by row: the middle of long axes is left out. */
import type { Explanation } from '../explanation.ts';
import { elementTexts } from '../numbers.ts';
import type { Numeric } from '../numeric.ts';
import type { Block } from './block.ts';
import { headlineIsType } from './headline.ts';

const maxElements = 5_000;
const maxLines = 12;
const columns = 8;
/** In three lines. */
const maxItems = 3 * columns - 1;

export function values(explanation: Explanation): Block[] {
  const { numeric, space } = explanation;
  if (!numeric || !headlineIsType(explanation) || numeric.data.length === 0 || numeric.data.length > maxElements) return [];
  const meaning = space
    ? {
        space: space.name,
        ...(space.family && { family: space.family }),
        ...(space.axis !== undefined && { axis: space.axis }),
      }
    : {};
  return [{ kind: 'code', text: rowsText(numeric, elementTexts(numeric, meaning)) }];
}

function rowsText({ shape }: Numeric, texts: readonly string[]): string {
  const shown = new Set(placesOf(shape, 0));
  const width = Math.max(...[...shown].map((place) => texts[place]?.length ?? 0));
  const padded = (place: number): string => (texts[place] ?? '').padStart(width);
  const text = shape.length === 1 ? wrapped(shape[0] ?? 0, padded) : nested(shape, 0, padded, 1);
  const lines = text.split('\n');
  return lines.length <= maxLines ? text : [...lines.slice(0, maxLines - 1), ' …'].join('\n');
}

/** Which positions along an axis are shown; `undefined` stands for those left out. */
function along(size: number, limit: number): readonly (number | undefined)[] {
  if (size <= limit) return Array.from({ length: size }, (_, i) => i);
  return [...Array.from({ length: limit - 1 }, (_, i) => i), undefined, size - 1];
}

const limitOf = (shape: readonly number[]): number =>
  shape.length === 1 ? columns : shape.length === 2 ? maxLines - 2 : maxLines / 4;

function placesOf(shape: readonly number[], start: number): readonly number[] {
  const [size, ...rest] = shape;
  if (size === undefined) return [start];
  const stride = rest.reduce((a, b) => a * b, 1);
  const limit = shape.length === 1 ? maxItems : limitOf(shape);
  return along(size, limit).flatMap((i) => (i === undefined ? [] : placesOf(rest, start + i * stride)));
}

/** As NumPy prints it: https://numpy.org/doc/stable/reference/generated/numpy.array2string.html */
function nested(shape: readonly number[], start: number, textAt: (place: number) => string, depth: number): string {
  const [size = 0, ...rest] = shape;
  const stride = rest.reduce((a, b) => a * b, 1);
  const parts = along(size, limitOf(shape)).map((i) =>
    i === undefined ? '…' : rest.length === 0 ? textAt(start + i) : nested(rest, start + i * stride, textAt, depth + 1),
  );
  return `[${parts.join(rest.length === 0 ? ', ' : `,${'\n'.repeat(rest.length)}${' '.repeat(depth)}`)}]`;
}

function wrapped(size: number, textAt: (place: number) => string): string {
  const parts = along(size, maxItems).map((i) => (i === undefined ? '…' : textAt(i)));
  const lines = Array.from({ length: Math.ceil(parts.length / columns) }, (_, i) => parts.slice(i * columns, (i + 1) * columns));
  return `[${lines.map((line) => line.join(', ')).join(',\n ')}]`;
}
