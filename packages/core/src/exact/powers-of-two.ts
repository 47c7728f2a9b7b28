/** Where 2^0 stands in `powersOfTwo`. */
export const POWER_ZERO = 1074;

/** Every power of two of the float64 range, subnormal ones included: `powersOfTwo[k + POWER_ZERO]` is 2^k, −1074 ≤ k ≤ 1023. */
export const powersOfTwo: Float64Array = /* @__PURE__ */ makePowersOfTwo();

function makePowersOfTwo(): Float64Array {
  const powers = new Float64Array(2098);
  let power = Number.MIN_VALUE;
  for (let i = 0; i < powers.length; i++, power *= 2) powers[i] = power;
  return powers;
}
