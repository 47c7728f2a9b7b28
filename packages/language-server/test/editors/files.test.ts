/** The files for editors that are not at hand here: each is what its editor reads, and starts the server. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { at } from '../../src/settings.ts';

const root = join(import.meta.dirname, '../..');
const editors = join(root, 'editors');
const read = (name: string) => readFileSync(join(editors, name), 'utf8');
const json = (name: string): unknown => JSON.parse(read(name).replace(/^\s*\/\/.*$/gm, ''));
const command = ['softlens-language-server', '--stdio'];

test('Helix: a server, and languages that name it after those of Helix', () => {
  const settings = parseToml(read('helix/languages.toml'));
  const server = at(settings, ['language-server', 'softlens']);
  expect(server).toEqual({ command: command[0], args: [command[1]] });
  const languages = at(settings, ['language']) as { name: string; 'language-servers': string[] }[];
  expect(languages.map(({ name }) => name)).toEqual(['python', 'javascript', 'typescript', 'jsx', 'tsx', 'markdown']);
  for (const language of languages) expect(language['language-servers'].at(-1)).toBe('softlens');
});

test('Sublime Text: a client of the package LSP', () => {
  expect(at(json('sublime/LSP.sublime-settings'), ['clients', 'softlens'])).toMatchObject({ enabled: true, command });
});

test('Kate: a server for Python', () => {
  const server = at(json('kate/settings.json'), ['servers', 'python']);
  expect(server).toMatchObject({ command, highlightingModeRegex: '^Python$' });
});

test('coc.nvim: a language server', () => {
  const server = at(json('vim/coc-settings.json'), ['languageserver', 'softlens']);
  expect(server).toMatchObject({ command: command[0], args: [command[1]] });
});

test('vim-lsp: a script that registers the server', () => {
  const text = read('vim/softlens.vim');
  expect(text).toContain(`['${command.join("', '")}']`);
  const files = /'allowlist': (\[.*\])/.exec(text)?.[1]?.replaceAll("'", '"') ?? '';
  expect(JSON.parse(files)).toContain('python');
});

describe('JupyterLab', () => {
  const python = spawnSync('python3', ['--version']).status === 0;
  // As Jupyter runs it: with a function that gives the configuration, whose sections come into being when they are named.
  const asJupyter = `
import json, sys, types
c = types.SimpleNamespace(LanguageServerManager=types.SimpleNamespace())
exec(compile(open(sys.argv[1]).read(), sys.argv[1], "exec"), {"get_config": lambda: c})
print(json.dumps(c.LanguageServerManager.language_servers))`;

  test.skipIf(!python && !process.env.CI)('a specification of the second version', () => {
    const result = spawnSync('python3', ['-c', asJupyter, join(editors, 'jupyterlab/jupyter_server_config.py')], {
      encoding: 'utf8',
    });
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout).softlens).toMatchObject({
      version: 2,
      argv: [expect.stringMatching(/softlens-language-server$/), command[1]],
      languages: ['python'],
      mime_types: expect.arrayContaining(['text/x-python']),
    });
  });

  test('settings that switch language servers on and put this one first', () => {
    const settings = at(json('jupyterlab/overrides.json'), ['@jupyterlab/lsp-extension:plugin']);
    expect(settings).toEqual({ activate: 'on', languageServers: { softlens: { rank: 100 } } });
  });
});

test('Zed: an extension whose server is the one that it starts', () => {
  const manifest = parseToml(read('zed/extension.toml'));
  expect(at(manifest, ['language_servers', 'softlens', 'languages'])).toContain('Python');
  expect(at(parseToml(read('zed/Cargo.toml')), ['lib'])).toEqual({ path: 'src/softlens.rs', 'crate-type': ['cdylib'] });
  const source = read('zed/src/softlens.rs');
  expect(source).toContain(`const COMMAND: &str = "${command[0]}";`);
  expect(source).toContain('zed::register_extension!(Softlens);');
});

describe.each(['README.md', 'README.zh-cn.md'])('%s', (name) => {
  const text = readFileSync(join(root, name), 'utf8');

  test('shows the files as they are', () => {
    const shown = [...text.matchAll(/\[`editors\/([^`]+)`\]\(editors\/[^)]+\)[^\n]*\n+```\w*\n([\s\S]*?)```/g)];
    expect(shown.length).toBeGreaterThan(5);
    for (const [, file = '', code = ''] of shown) expect(read(file), file).toContain(code);
  });

  test('names every file', () => {
    const files = readdirSync(editors, { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w/.test(file));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files.filter((one) => !one.startsWith('zed'))) expect(text).toContain(`editors/${file}`);
    expect(text).toContain('editors/zed');
  });
});
