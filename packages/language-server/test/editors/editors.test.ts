/** Real editors with the configurations that are offered: what a person does in them, and what they then see. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const editors = join(root, 'editors');

/** Wide characters stand before what is found: bytes, UTF-16 units and characters differ there. */
const program = `import torch
import torch.nn.functional as F
label = "概率 😀"; p = F.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)
logp = torch.log(F.softmax(torch.randn(4, 3), dim=1))
说明 = "概率 😀"; loss = F.cross_entropy(F.softmax(torch.randn(4, 10), dim=1), torch.zeros(4).long())
`;
const lastLine = program.split('\n')[4] ?? '';
const before = lastLine.slice(0, lastLine.indexOf('F.softmax'));

let folder: string;
let project: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'softlens-editors-'));
  const bundle = join(folder, 'bundle');
  const built = spawnSync(process.execPath, [join(root, 'build/build.mjs'), bundle], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const command = join(folder, 'bin/softlens-language-server');
  mkdirSync(join(folder, 'bin'));
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(bundle, 'node.cjs')}" "$@"\n`);
  chmodSync(command, 0o755);
}, 120_000);
beforeEach(() => {
  project = mkdtempSync(join(folder, 'project-'));
  writeFileSync(join(project, 'a.py'), program);
  writeFileSync(join(project, 'softlens.json'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
/** Continuous integration installs them all: there, nothing is skipped. */
const mayLack = !process.env.CI;

function run(command: string, args: readonly string[]): SpawnSyncReturns<string> {
  const PATH = [join(folder, 'bin'), process.env.PATH].join(delimiter);
  // With a home of its own, no configuration of the person who runs the tests has a say.
  const env = {
    ...process.env,
    PATH,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    LANG: 'C.UTF-8',
    NVIM_LOG_FILE: join(folder, 'nvim.log'),
  };
  return spawnSync(command, args, { cwd: project, env, encoding: 'utf8', timeout: 240_000 });
}

function seen({ stdout, stderr }: SpawnSyncReturns<string>): Record<string, unknown> {
  const json = stdout.slice(stdout.indexOf('{'));
  if (json === '') throw new Error(`the editor printed nothing: ${stderr}`);
  return JSON.parse(json);
}

describe.skipIf(mayLack && !has('nvim', '--version'))('Neovim', () => {
  const isNew = has('nvim', '--headless', '-u', 'NONE', '-c', 'if !has("nvim-0.11") | cquit | endif', '-c', 'qall');

  test('attaches, shows problems, values, hints and lenses, and applies a fix', () => {
    const screen = seen(run('nvim', ['--headless', '-n', ...configuration(), 'a.py', '-c', luafile('test/editors/neovim.lua')]));
    const bytes = Buffer.byteLength(before);
    expect(screen).toMatchObject({
      attached: true,
      root: project,
      diagnostics: ['4:7 log-of-softmax', `5:${bytes} softmax-before-cross-entropy`],
      lenses: [
        'Σ = 1 ✓ · argmax 0 (0.659)',
        '✗ log of softmax underflows to −inf',
        'probabilities → cross_entropy ✗ expects logits',
      ],
      fixed: 'logp = F.log_softmax(torch.randn(4, 3), dim=1)',
      left: [`5:${bytes} softmax-before-cross-entropy`],
    });
    expect(screen.hover).toContain('**softmax** → `[0.659, 0.242, 0.099]`');
    expect(screen.hover).toContain('███████▉');
    expect(screen.hover).not.toMatch(/<\w+[\s>]|&\w+;|data:image/);
    expect(screen.offered).toContain('Ignore log-of-softmax here');
    const hasHints = Number(String(screen.version).split('.')[1]) >= 10;
    expect(screen.hints).toEqual(hasHints ? ['→ .659 .242 .099', ': log-probs [4, 3]'] : undefined);
  }, 300_000);

  test.each(['neovim/lsp/softlens.lua', 'neovim/softlens-legacy.lua', 'neovim/softlens-lspconfig.lua'])('%s is Lua', (name) => {
    const { stderr, status } = run('nvim', [
      '--headless',
      '-u',
      'NONE',
      '-c',
      `lua assert(loadfile("${join(editors, name)}"))`,
      '-c',
      'qall',
    ]);
    expect([stderr, status]).toEqual(['', 0]);
  });

  /** As the file for this version says. */
  function configuration(): string[] {
    if (!isNew) return ['-u', 'NONE', '--cmd', 'filetype on', '--cmd', luafile('editors/neovim/softlens-legacy.lua')];
    const runtime = join(editors, 'neovim');
    return [
      '-u',
      'NONE',
      '--cmd',
      `set runtimepath^=${runtime}`,
      '--cmd',
      'filetype on',
      '--cmd',
      "lua vim.lsp.enable('softlens')",
    ];
  }
});

describe.skipIf(mayLack && !has('emacs', '--batch', '--eval', '(progn (package-initialize) (require (quote eglot)))'))(
  'Emacs',
  () => {
    test('Eglot attaches, shows problems and values, and applies a fix', () => {
      const load = (path: string) => ['--load', join(root, path)];
      const args = [
        '--batch',
        '--eval',
        '(package-initialize)',
        ...load('editors/emacs/softlens-eglot.el'),
        ...load('test/editors/eglot.el'),
      ];
      const result = run('emacs', args);
      const characters = [...before].length;
      expect(seen(result)).toMatchObject({
        problems: ['4:7 log-of-softmax', `5:${characters} softmax-before-cross-entropy`],
        offered: expect.arrayContaining(['Use log_softmax', 'Ignore log-of-softmax here']),
        fixed: 'logp = F.log_softmax(torch.randn(4, 3), dim=1)',
        left: [`5:${characters} softmax-before-cross-entropy`],
      });
      expect(seen(result).hover).toContain('softmax → [0.659, 0.242, 0.099]');
      // Nothing is asked of it that it does not know.
      expect(result.stderr).not.toContain('unsupported capability');
    }, 300_000);
  },
);

function luafile(path: string): string {
  return `luafile ${join(root, path)}`;
}
