import { operations } from '@softlens/frameworks';
import { expect, test } from 'vitest';
import { hasOperation } from '../../src/operations/index.ts';

/** In the catalogue, and not worked out yet: their results are unknown, with the row's space. */
const absent: readonly string[] = [];

test('every operation of the catalogue is implemented, or listed as absent', () => {
  const missing = Object.keys(operations).filter((name) => !hasOperation(name));
  expect(missing).toEqual(absent);
});
