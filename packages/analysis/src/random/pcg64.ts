/**
 * NumPy's `default_rng`: a `SeedSequence`, PCG64, and the ways of `Generator`.
 * M. E. O'Neill: PCG (Harvey Mudd College, HMC-CS-2014-0905, 2014), the variant XSL-RR 128/64;
 * https://numpy.org/doc/stable/reference/random/bit_generators/generated/numpy.random.SeedSequence.html
 */
import { masked } from './doubles.ts';
import type { Kit } from './kit.ts';
import { shuffleFrom } from './shuffle.ts';
import { zigguratNormal } from './ziggurat.ts';

export interface Pcg64State {
  readonly algorithm: 'pcg64';
  readonly state: bigint;
  readonly increment: bigint;
  /** The upper half of a word whose lower half was taken. */
  readonly spare?: number;
}

const multiplier = 0x2360ed051fc65da44385df649fccf645n;
const mask128 = (1n << 128n) - 1n;
const mask64 = (1n << 64n) - 1n;

/** From a whole number, not negative. */
export function pcg64State(seed: number | bigint): Pcg64State {
  const words = seedWords(BigInt(seed), 8);
  const wide = (i: number): bigint => (BigInt(words[i + 1] as number) << 32n) | BigInt(words[i] as number);
  const initial = (wide(0) << 64n) | wide(2);
  const increment = ((((wide(4) << 64n) | wide(6)) << 1n) | 1n) & mask128;
  const state = ((increment + initial) * multiplier + increment) & mask128;
  return { algorithm: 'pcg64', state, increment };
}

export function openPcg64(from: Pcg64State): Kit<Pcg64State> {
  const { increment } = from;
  let { state, spare } = from;
  let taken = 0;
  const next64 = (): bigint => {
    taken += 2;
    state = (state * multiplier + increment) & mask128;
    const folded = (state >> 64n) ^ (state & mask64);
    const turn = state >> 122n;
    return ((folded >> turn) | (folded << (64n - turn))) & mask64;
  };
  const next32 = (): number => {
    if (spare !== undefined) {
      const known = spare;
      spare = undefined;
      return known;
    }
    const word = next64();
    spare = Number(word >> 32n);
    return Number(word & 0xffffffffn);
  };
  const random = (): number => Number(next64() >> 11n) / 9007199254740992;
  const interval = (most: number): number => masked({ next: next32 }, most);
  const bounded = (most: number): number => multiplied(most, next32, next64);
  return {
    random,
    single: () => (next32() >>> 8) / 16777216,
    normal: () => zigguratNormal(next64, random),
    interval,
    integers: (low, most, count) => Array.from({ length: count }, () => low + bounded(most - low)),
    withoutReplacement: (population, count) => floyd(population, count, bounded),
    get taken() {
      return taken;
    },
    left: () => ({ algorithm: 'pcg64', state, increment, ...(spare === undefined ? {} : { spare }) }),
  };
}

/** Uniform in 0 … most. D. Lemire: Fast random integer generation in an interval (ACM TOMACS 29, 2019). */
function multiplied(most: number, next32: () => number, next64: () => bigint): number {
  if (most === 0) return 0;
  if (most === 0xffffffff) return next32();
  const [bits, next]: readonly [bigint, () => bigint] = most < 0xffffffff ? [32n, () => BigInt(next32())] : [64n, next64];
  const count = BigInt(most) + 1n;
  const low = (1n << bits) - 1n;
  let wide = next() * count;
  if ((wide & low) < count) {
    const threshold = (low - BigInt(most)) % count;
    while ((wide & low) < threshold) wide = next() * count;
  }
  return Number(wide >> bits);
}

/**
 * Different numbers of 0 … population − 1, in any order. J. Bentley, R. Floyd: A sample of brilliance (Communications of the ACM 30,
 * 1987); where many are asked of many, the end of a shuffled range.
 */
function floyd(population: number, count: number, bounded: (most: number) => number): readonly number[] {
  if (population > 10_000 && count > Math.floor(population / 50)) {
    const order = Array.from({ length: population }, (_, i) => i);
    shuffleFrom(order, Math.max(population - count, 1), bounded);
    return order.slice(population - count);
  }
  const taken = new Set<number>();
  const order: number[] = [];
  for (let j = population - count; j < population; j++) {
    const value = bounded(j);
    const chosen = taken.has(value) ? j : value;
    taken.add(chosen);
    order.push(chosen);
  }
  shuffleFrom(order, 1, bounded);
  return order;
}

/** Words of 32 bits that a seed is stretched to: `SeedSequence(seed).generate_state(count)`. M. E. O'Neill: Developing a seed_seq alternative (2015). */
function seedWords(seed: bigint, count: number): readonly number[] {
  const entropy: number[] = [];
  for (let rest = seed; rest > 0n; rest >>= 32n) entropy.push(Number(rest & 0xffffffffn));
  let hash = 0x43b0d7e5;
  const hashed = (value: number): number => {
    let mixed = value ^ hash;
    hash = Math.imul(hash, 0x931e8875);
    mixed = Math.imul(mixed, hash);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  const merged = (x: number, y: number): number => {
    const mixed = Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  const pool = Array.from({ length: 4 }, (_, i) => hashed(entropy[i] ?? 0));
  for (let from = 0; from < 4; from++)
    for (let to = 0; to < 4; to++) if (from !== to) pool[to] = merged(pool[to] as number, hashed(pool[from] as number));
  for (const word of entropy.slice(4)) for (let to = 0; to < 4; to++) pool[to] = merged(pool[to] as number, hashed(word));
  let output = 0x8b51f9dd;
  return Array.from({ length: count }, (_, i) => {
    let value = (pool[i % 4] as number) ^ output;
    output = Math.imul(output, 0x58f38ded);
    value = Math.imul(value, output);
    return (value ^ (value >>> 16)) >>> 0;
  });
}
