const bits = new DataView(new ArrayBuffer(8));

/** The number of float64 steps from a to b, negative when b lies below a. Both zeros are one place; NaN gives NaN. */
export function steps(a: number, b: number): number {
  return Number(place(b) - place(a)) + (Number.isNaN(a + b) && a !== b ? Number.NaN : 0);
}

/** The place of a float64 among all of them in order. */
function place(x: number): bigint {
  bits.setFloat64(0, x);
  const magnitude = bits.getBigInt64(0) & 0x7fff_ffff_ffff_ffffn;
  return bits.getInt8(0) < 0 ? -magnitude : magnitude;
}

/** An exact result: the nearest float64, and how far the exact result lies from it in hundredths of a unit in the last place. */
export interface Exact {
  value: number;
  hundredths: number;
}

/** The distance of a result from the exact one, in units in the last place. */
export function ulps(result: number, exact: Exact): number {
  if (Object.is(result, exact.value) || result === exact.value) return Math.abs(exact.hundredths) / 100;
  const upwards = exact.value < 0 ? -exact.hundredths : exact.hundredths;
  const distance = exact.value < 0 ? -steps(exact.value, result) : steps(exact.value, result);
  return Number.isFinite(result) ? Math.abs(distance - upwards / 100) : Number.POSITIVE_INFINITY;
}
