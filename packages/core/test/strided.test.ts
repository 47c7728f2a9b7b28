import { describe, expect, test } from 'vitest';
import { logSoftmax, logSoftmaxInto, logSumExp, logSumExpOf, softmax, softmaxInto } from '../src/vector/index.ts';

/** Normal numbers from a small linear congruential generator (Park and Miller), so that runs repeat. */
function normals(count: number, spread: number): Float64Array {
  let state = 42;
  const uniform = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Float64Array.from(
    { length: count },
    () => spread * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  );
}

describe('a strided slice gives what the vector gives', () => {
  const data = normals(60, 4);
  // Row-major [3, 4, 5]: the middle axis from place 22 on (block 1, column 2) has stride 5.
  const places = [22, 27, 32, 37];
  const slice = places.map((i) => data[i]!);

  test.each([
    ['softmax', softmaxInto, softmax],
    ['logSoftmax', logSoftmaxInto, logSoftmax],
  ])('%s, in place and apart', (_, into, whole) => {
    const apart = new Float64Array(60);
    into(apart, data, 22, 5, 4, 1.5);
    expect(places.map((i) => apart[i]!)).toEqual([...whole(slice, { temperature: 1.5 })]);
    expect(apart.filter((x) => x !== 0).length).toBe(4);
    const same = data.slice();
    into(same, same, 22, 5, 4, 1.5);
    expect(same).toEqual(data.map((x, i) => (places.includes(i) ? apart[i]! : x)));
  });

  test('logSumExp', () => expect(logSumExpOf(data, 22, 5, 4)).toBe(logSumExp(slice)));
});

describe('float32 is within 1 float32 ULP of the float64 result', () => {
  test.each([
    [1, 3],
    [2, 3],
    [10, 0.01],
    [10, 30],
    [1000, 3],
    [1000, 100],
    [5, 1e30],
  ])('%i logits with spread %d', (length, spread) => {
    for (const temperature of [1, 0.7, 20]) {
      const input = Float32Array.from(normals(length, spread));
      const pairs = [
        [softmaxInto, softmax],
        [logSoftmaxInto, logSoftmax],
      ] as const;
      for (const [into, whole] of pairs) {
        const out = new Float32Array(length);
        into(out, input, 0, 1, length, temperature);
        whole(input, { temperature }).forEach((exact, i) => {
          expect(Math.abs(out[i]! - exact), `${input[i]}`).toBeLessThanOrEqual(float32Ulp(exact));
        });
      }
    }
  });

  test('a float64 result of float32 input is exact to 1 float64 ULP', () => {
    const input = Float32Array.of(3, 1.5, -20);
    const out = new Float64Array(3);
    softmaxInto(out, input, 0, 1, 3);
    expect(out).toEqual(softmax(input));
  });
});

test('a million logits sum to 1', () => {
  const p = softmax(normals(1_000_000, 3));
  // Sums of 1000 at a time keep the error of adding well below that of the terms.
  let total = 0;
  for (let i = 0; i < p.length; i += 1000) total += p.subarray(i, i + 1000).reduce((a, b) => a + b, 0);
  expect(Math.abs(total - 1)).toBeLessThan(1e-14);
});

function float32Ulp(x: number): number {
  return Math.max(2 ** (Math.floor(Math.log2(Math.abs(x))) - 23), 2 ** -149);
}
