import { expect, test } from 'vitest';
import { isWorkedOn } from '../src/workedOn.ts';

const readOnlyFolder = 'archive';
const surroundings = {
  isWritableFileSystem: (scheme: string) => ({ file: true, 'vscode-vfs': true, git: false, archive: false })[scheme],
  isInFolder: ({ scheme }: { scheme: string }) => scheme === readOnlyFolder,
};

test.each([
  ['file', 'a file, in a folder or alone'],
  ['untitled', 'what has no file yet'],
  ['vscode-notebook-cell', 'a cell'],
  ['vscode-vfs', 'a file of a virtual folder'],
  [readOnlyFolder, 'a file of a folder that is open and cannot be written'],
])('problems are listed of %s: %s', (scheme) => {
  expect(isWorkedOn({ scheme }, surroundings)).toBe(true);
});

test.each([
  ['git', 'the old side of a comparison'],
  ['vscode-chat-code-block', 'what a chat shows'],
  ['softlens-rule', 'the source of a page'],
])('problems are not listed of %s: %s', (scheme) => {
  expect(isWorkedOn({ scheme }, surroundings)).toBe(false);
});
