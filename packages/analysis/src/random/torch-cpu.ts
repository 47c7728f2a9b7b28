/**
 * PyTorch's generator on the CPU: MT19937, and the numbers that tensors are filled with. Its documentation promises the same numbers
 * on the same machine only: https://pytorch.org/docs/stable/notes/randomness.html
 */
import { log } from '@softlens/core';
import { circle } from './circle.ts';
import { swap } from './shuffle.ts';
import { normalsOfSixteen } from './torch-normal.ts';
import { openWords, seeded, type Twister } from './twister.ts';

export interface TorchState {
  readonly algorithm: 'torch';
  readonly twister: Twister;
  /** The second of two normal numbers. */
  readonly spare?: number;
}

export type TorchFloat = 'float32' | 'float64';

export interface TorchRandom {
  uniform(count: number, from: number, to: number, dtype: TorchFloat): Float64Array;
  normal(count: number, mean: number, deviation: number, dtype: TorchFloat): Float64Array;
  /** Uniform in low … low + count − 1, `range` of them. */
  integers(count: number, low: number, range: number): Float64Array;
  permutation(n: number): number[];
  readonly taken: number;
  left(): TorchState;
}

/** Of a seed the lowest 32 bits count. */
export const torchState = (seed: number | bigint): TorchState => ({
  algorithm: 'torch',
  twister: seeded(Number(BigInt.asUintN(32, BigInt(seed)))),
});

/** From here on normal numbers are made sixteen at a time. */
const least = 16;

export function openTorch(state: TorchState): TorchRandom {
  const words = openWords(state.twister);
  let { spare } = state;
  const wide = (): number => (words.next() & 0x1fffff) * 2 ** 32 + words.next();
  const single = (): number => (words.next() & 0xffffff) / 16777216;
  const double = (): number => wide() / 9007199254740992;
  const one = (): number => {
    const known = spare;
    spare = undefined;
    if (known !== undefined) return known;
    const first = double();
    const second = double();
    const radius = Math.sqrt(-2 * log(1 - second));
    const { sin, cos } = circle(2 * Math.PI * first);
    spare = radius * sin;
    return radius * cos;
  };
  return {
    uniform(count, from, to, dtype) {
      if (dtype === 'float64') return Float64Array.from({ length: count }, () => double() * (to - from) + from);
      const low = Math.fround(from);
      const width = Math.fround(Math.fround(to) - low);
      return Float64Array.from({ length: count }, () => Math.fround(single() * width + low));
    },
    normal(count, mean, deviation, dtype) {
      const rounded = dtype === 'float32' ? Math.fround : Number;
      if (count < least) return Float64Array.from({ length: count }, () => rounded(one() * deviation + mean));
      const uniform = dtype === 'float32' ? single : double;
      const numbers = Float64Array.from({ length: count }, uniform);
      const fill = (at: number): void => normalsOfSixteen(numbers.subarray(at, at + least), mean, deviation, dtype);
      for (let i = 0; i + least <= count; i += least) fill(i);
      if (count % least === 0) return numbers;
      // What does not fill the last sixteen is drawn anew, with those before it.
      for (let i = count - least; i < count; i++) numbers[i] = uniform();
      fill(count - least);
      return numbers;
    },
    integers: (count, low, range) =>
      Float64Array.from(
        { length: count },
        () => low + (range >= 2 ** 32 ? remainder(words.next(), words.next(), range) : words.next() % range),
      ),
    permutation(n) {
      const order = Array.from({ length: n }, (_, i) => i);
      for (let i = 0; i < n - 1; i++) swap(order, i, i + (words.next() % (n - i)));
      return order;
    },
    get taken() {
      return words.taken;
    },
    left: () => ({ algorithm: 'torch', twister: words.left(), ...(spare === undefined ? {} : { spare }) }),
  };
}

const remainder = (high: number, low: number, range: number): number =>
  Number(((BigInt(high) << 32n) | BigInt(low)) % BigInt(range));
