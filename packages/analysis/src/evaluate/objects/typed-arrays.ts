/** JavaScript's typed arrays are lists here that round what they store. ECMA-262, sections 23.2 and 7.1 (ToInt32 and its kin). */
import type { ListObject, Value } from '../../values/value.ts';

const rounders: Readonly<Record<string, (x: number) => number>> = {
  Float32Array: Math.fround,
  Float64Array: (x) => x,
  Int8Array: (x) => Int8Array.of(x)[0] ?? 0,
  Uint8Array: (x) => Uint8Array.of(x)[0] ?? 0,
  Uint8ClampedArray: (x) => Uint8ClampedArray.of(x)[0] ?? 0,
  Int16Array: (x) => Int16Array.of(x)[0] ?? 0,
  Uint16Array: (x) => Uint16Array.of(x)[0] ?? 0,
  Int32Array: (x) => Int32Array.of(x)[0] ?? 0,
  Uint32Array: (x) => Uint32Array.of(x)[0] ?? 0,
};

export const typedArrayNames: readonly string[] = Object.keys(rounders);

/** The list as an array of the type holds it. */
export const stored = (list: ListObject, typed: string): ListObject => ({
  ...list,
  typed,
  ...(list.items && { items: list.items.map((item) => rounded(item, typed)) }),
});

function rounded(item: Value, typed: string): Value {
  const round = rounders[typed];
  if (!round || (item.kind !== 'int' && item.kind !== 'float' && item.kind !== 'bool')) return item;
  const before = Number(item.value);
  const x = round(before);
  if (Object.is(x, before) && item.kind !== 'bool') return item;
  const space = 'space' in item && item.space ? { space: item.space } : {};
  return Number.isSafeInteger(x) && !Object.is(x, -0)
    ? { kind: 'int', value: x, ...space }
    : { kind: 'float', value: x, ...space };
}
