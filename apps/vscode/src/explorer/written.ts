/** Numbers in a document while it is being edited: following them, and writing others in their place. */
import type { Written } from './state.ts';

export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Where the numbers are after an edit, if it did not reach into them. */
export function follow(written: Written, { rangeOffset, rangeLength, text }: TextChange): Written {
  if (rangeOffset + rangeLength > written.start) return written;
  return { ...written, start: written.start + text.length - rangeLength };
}

export type Numbers = Pick<Written, 'text' | 'elements'>;

/**
 * The text with these numbers instead. As many as before keep what stands between them; more or fewer are set anew. Undefined where
 * that cannot be: a number without brackets is one number.
 */
export function rewrite(before: Numbers, values: readonly number[]): Numbers | undefined {
  const { text, elements } = before;
  const first = elements[0];
  const last = elements.at(-1);
  if (!first || !last || values.length === 0) return undefined;
  const bare = first[0] === 0 && last[1] === text.length;
  if (bare && values.length !== 1) return undefined;

  const isFloat = elements.some(([start, end]) => /[.e]/i.test(text.slice(start, end)));
  const placed: [number, number][] = [];
  let result = text.slice(0, first[0]);
  values.forEach((value, i) => {
    const element = elements[i];
    const token = numeral(value, element ? text.slice(...element) : '', isFloat);
    placed.push([result.length, result.length + token.length]);
    const next = elements[i + 1];
    const between = values.length === elements.length && element && next ? text.slice(element[1], next[0]) : ', ';
    result += token + (i < values.length - 1 ? between : '');
  });
  return { text: result + text.slice(last[1]), elements: placed };
}

/** A number that was not changed keeps its spelling; floats keep their point. */
function numeral(value: number, before: string, isFloat: boolean): string {
  if (before !== '' && Math.fround(Number(before.replaceAll('_', ''))) === Math.fround(value)) return before;
  const text = String(value);
  return isFloat && Number.isInteger(value) && !text.includes('e') ? `${text}.0` : text;
}
