import { expect, test } from 'vitest';
import { createLensSwitch, flip, levelOf } from '../src/switching.ts';

test.each([
  [undefined, 'user'],
  [{}, 'user'],
  [{ workspaceValue: true }, 'workspace'],
  [{ workspaceFolderValue: false }, 'folder'],
  [{ workspaceFolderValue: false, workspaceValue: true }, 'folder'],
])('a setting found as %j is changed for the %s', (found, level) => {
  expect(levelOf(found)).toBe(level);
});

test('what is not switched off is switched off', () => {
  expect([true, undefined, false].map(flip)).toEqual([false, false, true]);
});

test('lenses come back as they were', () => {
  const next = createLensSwitch();
  expect(next('problems')).toBe('off');
  expect(next('off')).toBe('problems');
  expect(next('all')).toBe('off');
  expect(next('off')).toBe('all');
});

test('lenses that were off from the start come all', () => {
  expect(createLensSwitch()('off')).toBe('all');
});
