/** What the README shows does what it says. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'softlens-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the lines of the example give what stands behind them', () => {
  const lines = block('js').split('\n');
  const claims = lines.flatMap((line) => line.match(/^(.+); \/\/ (.+)$/)?.slice(1) ?? []).filter((_, index) => index % 2 === 1);
  const program = lines.map((line) => line.replace(/^(.+); \/\/ .+$/, 'console.log(JSON.stringify($1));')).join('\n');
  const core = pathToFileURL(join(root, 'packages/core/dist/index.js')).href;
  writeFileSync(join(folder, 'example.mjs'), program.replace('@softlens/core', core));

  const result = spawnSync(process.execPath, [join(folder, 'example.mjs')], { encoding: 'utf8' });

  expect(result.stderr).toBe('');
  expect(
    result.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(claims.map((claim) => JSON.parse(claim)));
});

test('the command line answers as shown', () => {
  const [, expression] = readme.match(/softlens\.cjs eval "(.+)"/) ?? [];
  const cli = join(root, 'packages/cli/bin/softlens.cjs');
  const result = spawnSync(process.execPath, [cli, 'eval', expression ?? '', '--lang', 'en'], { encoding: 'utf8' });
  expect(result.stdout).toContain(block('text'));
});

/** The first code block of a language. */
function block(language: string): string {
  const [, code] = readme.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``)) ?? [];
  if (code === undefined) throw new Error(`the README has no block of ${language}`);
  return code;
}
