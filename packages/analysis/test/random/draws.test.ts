/** What the generators draw, against NumPy, Python and PyTorch (golden/draws.py), and what holds of any of them. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circle } from '../../src/random/circle.ts';
import type { Kit } from '../../src/random/kit.ts';
import { legacyState, openLegacy } from '../../src/random/numpy-legacy.ts';
import { openPcg64, pcg64State } from '../../src/random/pcg64.ts';
import { openPython, pythonState } from '../../src/random/python-random.ts';
import { shuffledRange } from '../../src/random/shuffle.ts';
import { openTorch, torchState } from '../../src/random/torch-cpu.ts';

interface Case {
  readonly generator: 'numpy-legacy' | 'numpy-generator' | 'python' | 'torch';
  readonly draw: string;
  readonly args: readonly (number | string)[];
  readonly values: readonly number[];
}

const cases = JSON.parse(readFileSync(new URL('../../golden/draws.json', import.meta.url), 'utf8')) as readonly Case[];
const stride = 997;

/** These rest on the C library's logarithm, sine and cosine in float64, which differ in the last bit from one library to the next. */
const isRounded = ({ draw, args }: Case): boolean =>
  /^(?:randn|standard_normal|gauss|normalvariate|expovariate)$/.test(draw) || (draw === 'normal' && args[4] === 'float64');

describe('golden draws', () => {
  for (const one of cases)
    test(`${one.generator} ${one.draw}(${one.args.join(', ')})`, () => {
      const all = drawn(one);
      const kept = all.length > 2000 ? all.filter((_, i) => i % stride === 0) : all;
      expect(kept).toHaveLength(one.values.length);
      if (!isRounded(one)) expect(kept).toEqual(one.values);
      else for (const [i, value] of one.values.entries()) expect(kept[i]).toBeCloseTo(value, 14);
    });
});

function drawn({ generator, draw, args }: Case): readonly number[] {
  const [seed = 0, ...rest] = args;
  const [a = 0, b = 0, c = 0] = rest.map(Number);
  switch (generator) {
    case 'numpy-legacy':
      return ofKit(openLegacy(legacyState(Number(seed))), draw, [a, b, c], String(args.at(-1)));
    case 'numpy-generator':
      return ofKit(openPcg64(pcg64State(BigInt(seed))), draw, [a, b, c], 'int64');
    case 'python':
      return ofPython(openPython(pythonState(BigInt(seed))), draw, a, b);
    case 'torch':
      return ofTorch(openTorch(torchState(Number(seed))), draw, rest);
  }
}

const times = (count: number, draw: () => number): readonly number[] => Array.from({ length: count }, draw);

function ofKit(kit: Kit<unknown>, draw: string, [a, b, c]: readonly [number, number, number], dtype: string): readonly number[] {
  switch (draw) {
    case 'rand':
    case 'random':
      return times(a, kit.random);
    case 'single':
      return times(a, kit.single ?? (() => Number.NaN));
    case 'randn':
    case 'standard_normal':
      return times(a, kit.normal);
    case 'permutation':
      return shuffledRange(a, kit.interval);
    case 'choice':
      return kit.withoutReplacement(a, b);
    default:
      return kit.integers(a, b - 1, c, dtype);
  }
}

function ofPython(random: ReturnType<typeof openPython>, draw: string, a: number, b: number): readonly number[] {
  switch (draw) {
    case 'random':
      return times(a, random.random);
    case 'gauss':
      return times(a, random.gauss);
    case 'normalvariate':
      return times(a, random.normal);
    case 'expovariate':
      return times(a, random.exponential);
    case 'randrange':
      return times(b, () => random.below(a));
    case 'sample':
      return random.sample(a, b);
    default:
      return random.shuffled(a);
  }
}

function ofTorch(random: ReturnType<typeof openTorch>, draw: string, args: readonly (number | string)[]): readonly number[] {
  const [count = 0, a = 0, b = 0] = args.map(Number);
  const dtype = args[3] === 'float64' ? 'float64' : 'float32';
  if (draw === 'uniform') return [...random.uniform(count, a, b, dtype)];
  if (draw === 'normal') return [...random.normal(count, a, b, dtype)];
  return draw === 'integers' ? [...random.integers(count, a, b)] : random.permutation(count);
}

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const counts = fc.integer({ min: 0, max: 700 });

describe('laws', () => {
  test('a stream goes on where it was left', () => {
    fc.assert(
      fc.property(seeds, counts, counts, (seed, first, second) => {
        const once = openLegacy(legacyState(seed));
        const before = openLegacy(legacyState(seed));
        const all = times(first + second, once.normal);
        const parts = times(first, before.normal);
        const after = openLegacy(before.left());
        expect([...parts, ...times(second, after.normal)]).toEqual(all);
        expect(times(second, openLegacy(before.left()).normal)).toEqual(all.slice(first));
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  test('what is shuffled or chosen without replacement comes once', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 300 }), (seed, n) => {
        const range = times(n, () => 0).map((_, i) => i);
        const sorted = (items: readonly number[]): readonly number[] => items.toSorted((a, b) => a - b);
        expect(sorted(openPcg64(pcg64State(seed)).withoutReplacement(n, n))).toEqual(range);
        expect(sorted(openTorch(torchState(seed)).permutation(n))).toEqual(range);
        expect(sorted(openPython(pythonState(seed)).shuffled(n))).toEqual(range);
        expect(new Set(openPython(pythonState(seed)).sample(n, Math.ceil(n / 3))).size).toBe(Math.ceil(n / 3));
      }),
      { seed: 2, numRuns: 40 },
    );
  });

  test('sine and cosine lie on the circle, within two units in the last place of what the engine gives', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }), (angle) => {
        const { sin, cos } = circle(angle);
        expect(Math.abs(sin - Math.sin(angle))).toBeLessThanOrEqual(2.3e-16);
        expect(Math.abs(cos - Math.cos(angle))).toBeLessThanOrEqual(2.3e-16);
        expect(sin * sin + cos * cos).toBeCloseTo(1, 14);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
