/** Python's `start:stop:step`; negative ends count from the end, ends beyond the axis are cut off. */
export interface SliceRange {
  readonly start?: number | undefined;
  readonly stop?: number | undefined;
  readonly step?: number | undefined;
}

/** First index, length and step of a range over an axis of `size`. Source: CPython, PySlice_AdjustIndices. */
export function resolveRange(
  { start, stop, step = 1 }: SliceRange,
  size: number,
): { start: number; length: number; step: number } {
  if (step === 0) throw new RangeError('slice: step is zero');
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? size : size - 1;
  const clip = (end: number): number => Math.min(Math.max(end < 0 ? end + size : end, low), high);
  const from = start === undefined ? (step > 0 ? low : high) : clip(start);
  const to = stop === undefined ? (step > 0 ? high : low) : clip(stop);
  return { start: from, length: Math.max(0, Math.ceil((to - from) / step)), step };
}
