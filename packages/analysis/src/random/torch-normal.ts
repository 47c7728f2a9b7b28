/**
 * Sixteen normal numbers of sixteen uniform ones, as PyTorch makes them. G. E. P. Box, M. E. Muller: A note on the generation of random
 * normal deviates (Annals of Mathematical Statistics 29, 1958). In float32 with the approximations of the Cephes library for logarithm,
 * sine and cosine (S. L. Moshier, https://www.netlib.org/cephes/), in the order of operations of processors with AVX2, where a product
 * and a sum round once.
 */
import { log } from '@softlens/core';
import { circle } from './circle.ts';

const single = Math.fround;

/** Writes over `numbers`, of which there are sixteen: the first eight decide the radius, the others the angle. */
export function normalsOfSixteen(numbers: Float64Array, mean: number, deviation: number, dtype: 'float32' | 'float64'): void {
  const [center, width] = [single(mean), single(deviation)];
  for (let i = 0; i < 8; i++) {
    const [first, second] = [1 - (numbers[i] as number), numbers[i + 8] as number];
    if (dtype === 'float64') {
      const radius = Math.sqrt(-2 * log(first));
      const { sin, cos } = circle(2 * Math.PI * second);
      numbers[i] = radius * cos * deviation + mean;
      numbers[i + 8] = radius * sin * deviation + mean;
    } else {
      const radius = single(Math.sqrt(-2 * logarithm(first)));
      const { sin, cos } = sineCosine(single(single(2 * Math.PI) * second));
      numbers[i] = fused(single(radius * cos), width, center);
      numbers[i + 8] = fused(single(radius * sin), width, center);
    }
  }
}

/** a · b + c, rounded once: the product of two float32 is exact. */
const fused = (a: number, b: number, c: number): number => single(a * b + c);

/** By Horner's rule, from the highest power on. */
const polynomial = (x: number, [first = 0, ...others]: readonly number[]): number =>
  others.reduce((sum, coefficient) => fused(sum, x, coefficient), first);

const logarithmOf = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1, 2.0000714765e-1,
  -2.4999993993e-1, 3.3333331174e-1,
].map(single);
const sineOf = [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1].map(single);
const cosineOf = [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2].map(single);
/** ln 2 and π/4 in parts of few bits. */
const [ln2High, ln2Low] = [0.693359375, single(-2.1219444e-4)];
const eighth = [-0.78515625, -2.4187564849853516e-4, -3.774894977445941e-8].map(single);

const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

/** Of a positive float32. x = 2^e · m with m in [√½, √2]. */
function logarithm(x: number): number {
  float[0] = x;
  const word = bits[0] as number;
  bits[0] = (word & 0x007fffff) | 0x3f000000;
  const mantissa = float[0] as number;
  const isSmall = mantissa < single(Math.SQRT1_2);
  const exponent = (word >>> 23) - 126 - (isSmall ? 1 : 0);
  const m = single(isSmall ? mantissa - 1 + mantissa : mantissa - 1);
  const squared = single(m * m);
  const cubic = single(polynomial(m, logarithmOf) * m);
  const rest = fused(-0.5, squared, fused(cubic, squared, single(exponent * ln2Low)));
  return fused(exponent, ln2High, single(m + rest));
}

/** Of an angle that is not negative. */
function sineCosine(angle: number): { readonly sin: number; readonly cos: number } {
  const octant = (Math.trunc(single(angle * single(4 / Math.PI))) + 1) & ~1;
  const x = eighth.reduce((rest, part) => fused(octant, part, rest), angle);
  const squared = single(x * x);
  const quartic = single(polynomial(squared, cosineOf) * squared);
  const cosine = single(fused(quartic, squared, -0.5 * squared) + 1);
  const sine = fused(single(polynomial(squared, sineOf) * squared), x, x);
  const isTurned = (octant & 2) !== 0;
  return {
    sin: (octant & 4 ? -1 : 1) * (isTurned ? cosine : sine),
    cos: (~(octant - 2) & 4 ? -1 : 1) * (isTurned ? sine : cosine),
  };
}
