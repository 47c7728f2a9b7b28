/** The command lines that pre-commit and the GitHub Action start, with an npx that writes down what it was given. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkRequest } from '../src/check/request.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'softlens-npx-'));
for (const name of ['npx', 'node']) {
  writeFileSync(join(folder, name), `#!/bin/sh\nfor word in ${name} "$@"; do echo "$word"; done\n`);
  chmodSync(join(folder, name), 0o755);
}
afterAll(() => rmSync(folder, { recursive: true }));

const given = (script: string, env: Readonly<Record<string, string>>): readonly string[] =>
  execFileSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { PATH: `${folder}${delimiter}/usr/bin${delimiter}/bin`, ...env },
  })
    .trim()
    .split('\n');

test.skipIf(process.platform === 'win32')('the action passes paths and options on, word by word', () => {
  const action = readFileSync(join(root, 'action.yml'), 'utf8');
  const script = (action.split('run: |\n')[1] ?? '').replace(/^ {8}/gm, '');
  const inputs = { SOFTLENS_PATHS: 'src "a;b"', SOFTLENS_VERSION: '1.2.3', SOFTLENS_PATH: '', SOFTLENS_ARGS: '--format sarif' };
  const words = given(script, inputs);
  expect(words).toEqual(['npx', '--yes', 'softlens@1.2.3', 'check', '--format', 'github', '--format', 'sarif', 'src', '"a;b"']);
  expect(checkRequest(words.slice(4)).format).toBe('sarif');
  const local = given(script, { ...inputs, SOFTLENS_PATH: 'bin/softlens.cjs', SOFTLENS_ARGS: '', SOFTLENS_PATHS: '.' });
  expect(local).toEqual(['node', 'bin/softlens.cjs', 'check', '--format', 'github', '.']);
});

test.skipIf(process.platform === 'win32')('the hook checks the files that pre-commit names', () => {
  const entry = /entry: (.*)/.exec(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'))?.[1] ?? '';
  const words = given(`${entry} a.py`, {});
  expect(words.slice(0, 4)).toEqual(['npx', '--yes', 'softlens', 'check']);
  expect(checkRequest(words.slice(4))).toMatchObject({ format: 'concise', paths: ['a.py'] });
});
