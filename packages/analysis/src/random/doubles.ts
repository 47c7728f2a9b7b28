/** Numbers in [0, 1) of words of 32 bits, and what whole numbers are drawn with. */
import type { Words } from './twister.ts';

/** 53 bits of two words, as `genrand_res53` of `mt19937ar`: what NumPy's `random_sample` and Python's `random()` give. */
export const res53 = (words: Words): number => {
  const high = words.next() >>> 5;
  const low = words.next() >>> 6;
  return (high * 67108864 + low) / 9007199254740992;
};

/** All ones, as many as `most` needs: at most 32. */
export const maskOf = (most: number): number => (most === 0 ? 0 : 0xffffffff >>> Math.clz32(most)) >>> 0;

/** Uniform in 0 … `most`, both included, by masking bits and drawing again what is beyond; at most 2^53. */
export function masked(words: Pick<Words, 'next'>, most: number): number {
  if (most === 0) return 0;
  if (most <= 0xffffffff) {
    const mask = maskOf(most);
    for (;;) {
      const value = (words.next() & mask) >>> 0;
      if (value <= most) return value;
    }
  }
  const mask = maskOf(Math.floor(most / 2 ** 32));
  for (;;) {
    const high = (words.next() & mask) >>> 0;
    const value = high * 2 ** 32 + words.next();
    if (value <= most) return value;
  }
}
