/** What the README shows does what it says. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
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

const neovim = spawnSync('nvim', ['--version']).status === 0;

test.skipIf(!neovim)('its configuration starts the server in Neovim, which then shows a hover', () => {
  const ask = `
    vim.api.nvim_win_set_cursor(0, { 7, 12 })
    local hover = 'no client'
    for _ = 1, 40 do
      vim.wait(500, function() return next(vim.lsp.buf_get_clients(0)) ~= nil end)
      local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 5000) or {}
      for _, answer in pairs(answers) do hover = answer.result and answer.result.contents.value or 'no hover' end
      vim.wait(100)
      if hover:find('softmax') then break end
    end
    io.stdout:write(hover)
    vim.cmd('qall!')`;
  writeFileSync(join(folder, 'softlens.lua'), block('lua'));
  writeFileSync(join(folder, 'ask.lua'), ask);
  const PATH = [join(root, 'packages/language-server/bin'), process.env.PATH].join(delimiter);

  const configuration = `luafile ${join(folder, 'softlens.lua')}`;
  const args = [
    '--headless',
    '-n',
    '-u',
    'NONE',
    '--cmd',
    'filetype on',
    '--cmd',
    configuration,
    'hello.py',
    '-c',
    `luafile ${join(folder, 'ask.lua')}`,
  ];
  const result = spawnSync('nvim', args, {
    cwd: join(root, 'apps/vscode/samples'),
    env: { ...process.env, PATH, HOME: folder },
    encoding: 'utf8',
    timeout: 60_000,
  });

  expect(result.stdout).toContain('**softmax** → `[0.659, 0.242, 0.099]`');
});

/** The first code block of a language. */
function block(language: string): string {
  const [, code] = readme.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``)) ?? [];
  if (code === undefined) throw new Error(`the README has no block of ${language}`);
  return code;
}
