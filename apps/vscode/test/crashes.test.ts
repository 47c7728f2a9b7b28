import { expect, test } from 'vitest';
import { createRestarts } from '../src/crashes.ts';

const minute = 60_000;
const answers = (...ends: number[]): boolean[] => ends.map(createRestarts());

test('a server that ends five times within three minutes stays away', () => {
  expect(answers(0, 1, 2, 3, 4)).toEqual([true, true, true, true, false]);
  expect(answers(0, minute, minute, 2 * minute, 3 * minute).at(-1)).toBe(false);
});

test('one that ends now and then comes back each time', () => {
  expect(answers(...Array.from({ length: 20 }, (_, i) => i * minute))).not.toContain(false);
});
