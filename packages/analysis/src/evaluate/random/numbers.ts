/** Arguments of calls that draw, and how much is drawn. */
import type { Value } from '../../values/value.ts';

/** Numbers of one call that are kept; and that are drawn at all, so that what comes after is known still. */
export const draws = { kept: 4096, most: 65_536 } as const;

export function numberOf(value: Value | undefined): number | undefined {
  if (value?.kind === 'int' || value?.kind === 'float') return Number(value.value);
  if (value?.kind === 'bool') return value.value ? 1 : 0;
  return value?.kind === 'array' && value.data?.data.length === 1 ? Number(value.data.data[0]) : undefined;
}

export function wholeOf(value: Value | undefined): number | undefined {
  const number = value?.kind === 'float' ? undefined : numberOf(value);
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
}

/** The same number for all, or one for each. */
export function numbersOf(value: Value | undefined, count: number): ((i: number) => number) | undefined {
  const one = numberOf(value);
  if (one !== undefined) return () => one;
  const data = value?.kind === 'array' ? value.data?.data : undefined;
  return data?.length === count ? (i) => Number(data[i]) : undefined;
}

/** A seed as Python writes it: a whole number. */
export function seedOf(value: Value | undefined): number | bigint | undefined {
  if (value?.kind === 'int') return value.value;
  return value?.kind === 'array' && value.shape?.length === 0 ? wholeOf(value) : undefined;
}
