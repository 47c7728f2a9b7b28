/** Python's `random`: https://docs.python.org/3/library/random.html */
import { log } from '@softlens/core';
import { circle } from './circle.ts';
import { res53 } from './doubles.ts';
import { shuffledRange } from './shuffle.ts';
import { openWords, seededBy, type Twister } from './twister.ts';

export interface PythonState {
  readonly algorithm: 'python';
  readonly twister: Twister;
  /** The second number of `gauss`. */
  readonly spare?: number;
}

/** Of a whole number the absolute value counts, in words of 32 bits, the lowest first. */
export function pythonState(seed: number | bigint): PythonState {
  const words: number[] = [];
  for (let rest = BigInt(seed) < 0n ? -BigInt(seed) : BigInt(seed); rest > 0n; rest >>= 32n)
    words.push(Number(rest & 0xffffffffn));
  return { algorithm: 'python', twister: seededBy(words.length > 0 ? words : [0]) };
}

export interface PythonRandom {
  random(): number;
  /** Uniform in 0 … n − 1, for n up to 2^53. */
  below(n: number): number;
  /** So many bits, at most 53. */
  bits(count: number): number;
  gauss(): number;
  normal(): number;
  exponential(): number;
  /** The order in which `shuffle` leaves n items. */
  shuffled(n: number): readonly number[];
  /** The places of `sample(range(n), k)`. */
  sample(n: number, count: number): readonly number[];
  readonly taken: number;
  left(): PythonState;
}

export function openPython(state: PythonState): PythonRandom {
  const words = openWords(state.twister);
  let { spare } = state;
  const random = (): number => res53(words);
  const bits = (count: number): number => {
    if (count <= 32) return count === 0 ? 0 : words.next() >>> (32 - count);
    const low = words.next();
    return (words.next() >>> (64 - count)) * 2 ** 32 + low;
  };
  const below = (n: number): number => {
    if (n === 0) return 0;
    const count = n > 0xffffffff ? 32 + 32 - Math.clz32(Math.floor(n / 2 ** 32)) : 32 - Math.clz32(n);
    for (;;) {
      const value = bits(count);
      if (value < n) return value;
    }
  };
  const gauss = (): number => {
    const known = spare;
    spare = undefined;
    if (known !== undefined) return known;
    const { sin, cos } = circle(random() * (2 * Math.PI));
    const radius = Math.sqrt(-2 * log(1 - random()));
    spare = sin * radius;
    return cos * radius;
  };
  return {
    random,
    below,
    bits,
    gauss,
    normal: () => ratioOfUniforms(random),
    exponential: () => -log(1 - random()),
    shuffled: (n) => shuffledRange(n, (most) => below(most + 1)),
    sample: (n, count) => sampled(n, count, below),
    get taken() {
      return words.taken;
    },
    left: () => ({ algorithm: 'python', twister: words.left(), ...(spare === undefined ? {} : { spare }) }),
  };
}

/** A. J. Kinderman, J. F. Monahan: Computer generation of random variables using the ratio of uniform deviates (ACM TOMS 3, 1977). */
function ratioOfUniforms(random: () => number): number {
  for (;;) {
    const first = random();
    const second = 1 - random();
    const z = (kindermanMonahan * (first - 0.5)) / second;
    if ((z * z) / 4 <= -log(second)) return z;
  }
}

/** 4 · e^(−½) / √2 */
const kindermanMonahan = 1.7155277699214135;

/** A list of what is left where few are many, else a set of what was taken: as the documentation's `sample` does. */
function sampled(n: number, count: number, below: (n: number) => number): readonly number[] {
  const listed = 21 + (count > 5 ? 4 ** Math.ceil(log(count * 3) / log(4)) : 0);
  if (n <= listed) {
    const pool = Array.from({ length: n }, (_, i) => i);
    return Array.from({ length: count }, (_, i) => {
      const j = below(n - i);
      const taken = pool[j] as number;
      pool[j] = pool[n - i - 1] as number;
      return taken;
    });
  }
  const taken = new Set<number>();
  while (taken.size < count) taken.add(below(n));
  return [...taken];
}
