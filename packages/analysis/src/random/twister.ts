/**
 * MT19937, the generator behind NumPy's `RandomState`, Python's `random` and PyTorch's CPU generator. M. Matsumoto, T. Nishimura:
 * Mersenne Twister (ACM TOMACS 8, 1998); seeding as in the authors' `mt19937ar` (2002).
 */

/** Where a stream stands. `key` is never written: the next block of words is an array of its own. */
export interface Twister {
  readonly key: Uint32Array;
  /** How many of its words were taken: from 0 to 624. */
  readonly position: number;
}

/** A stream that is being drawn from. */
export interface Words {
  /** The next 32 bits. */
  next(): number;
  /** How many were taken since it was opened. */
  readonly taken: number;
  left(): Twister;
}

const size = 624;
const period = 397;

/** `init_genrand`: a seed of 32 bits. */
export function seeded(seed: number): Twister {
  const key = new Uint32Array(size);
  let word = seed >>> 0;
  for (let i = 0; i < size; i++) {
    key[i] = word;
    word = (Math.imul(1812433253, word ^ (word >>> 30)) + i + 1) >>> 0;
  }
  return { key, position: size };
}

/** `init_by_array`: at least one word of 32 bits. */
export function seededBy(words: readonly number[]): Twister {
  const { key } = seeded(19650218);
  const at = (i: number): number => key[i] as number;
  let i = 1;
  const mixed = (factor: number): number => at(i) ^ Math.imul(at(i - 1) ^ (at(i - 1) >>> 30), factor);
  const advance = (): void => {
    i++;
    if (i < size) return;
    key[0] = at(size - 1);
    i = 1;
  };
  for (let k = 0; k < Math.max(size, words.length); k++) {
    const j = k % words.length;
    key[i] = mixed(1664525) + (words[j] as number) + j;
    advance();
  }
  for (let k = 1; k < size; k++) {
    key[i] = mixed(1566083941) - i;
    advance();
  }
  key[0] = 0x80000000;
  return { key, position: size };
}

export function openWords(from: Twister): Words {
  let { key, position } = from;
  let taken = 0;
  return {
    next() {
      if (position >= size) {
        key = twisted(key);
        position = 0;
      }
      taken++;
      return tempered(key[position++] as number);
    },
    get taken() {
      return taken;
    },
    left: () => ({ key, position }),
  };
}

/** The next 624 words. */
function twisted(before: Uint32Array): Uint32Array {
  const key = before.slice();
  for (let i = 0; i < size; i++) {
    const bits = ((key[i] as number) & 0x80000000) | ((key[(i + 1) % size] as number) & 0x7fffffff);
    key[i] = (key[(i + period) % size] as number) ^ (bits >>> 1) ^ (bits & 1 ? 0x9908b0df : 0);
  }
  return key;
}

function tempered(word: number): number {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  y ^= y >>> 18;
  return y >>> 0;
}
