import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const manifestText = read('package.json');
const manifest = JSON.parse(manifestText);
const keys = (name: string): string[] => Object.keys(JSON.parse(read(name)));
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => read(`src/${name}`))
  .join('\n');

describe('words', () => {
  const used = [...manifestText.matchAll(/"%(.+?)%"/g)].map(([, key]) => key);

  test.each(['package.nls.json', 'package.nls.zh-cn.json'])('%s has exactly the keys that the manifest uses', (file) => {
    expect(keys(file).sort()).toEqual([...new Set(used)].sort());
  });

  test('every sentence of the code has its Chinese', () => {
    const said = [...sources.matchAll(/l10n\.t\('((?:[^'\\]|\\.)*)'/g)].map(([, sentence]) => sentence);
    expect(keys('l10n/bundle.l10n.zh-cn.json').sort()).toEqual([...new Set(said)].sort());
  });
});

describe('the walkthrough', () => {
  const [{ steps }] = manifest.contributes.walkthroughs;

  test.each(['package.nls.json', 'package.nls.zh-cn.json'])(
    'has a picture for each step that takes its colours from the theme, by the names in %s',
    (file) => {
      const names = JSON.parse(read(file));
      for (const { media } of steps) {
        const picture = media.svg.replace(/^%(.+)%$/, (_: string, key: string) => names[key]);
        const colours = [...read(picture).matchAll(/(?:fill|stroke)="(.+?)"/g)].map(([, colour]) => colour);
        expect(colours.filter((colour) => colour !== 'none' && !colour?.startsWith('var(--vscode-'))).toEqual([]);
      }
    },
  );

  // Its texts are no Markdown: a single mark is shown as it is.
  test.each(['package.nls.json', 'package.nls.zh-cn.json'])('marks code by two backticks in %s', (file) => {
    const texts = Object.entries<string>(JSON.parse(read(file))).filter(([key]) => key.startsWith('walkthrough.'));
    const marks = texts.flatMap(([, text]) => text.match(/`+/g) ?? []);
    expect(new Set(marks)).toEqual(new Set(['``']));
  });

  test('links to commands that exist', () => {
    const linked = Object.values<string>(JSON.parse(read('package.nls.json'))).flatMap((text) =>
      [...text.matchAll(/\(command:(softlens\.\w+)\)/g)].map(([, command]) => command),
    );
    const commands = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    expect(linked).toHaveLength(4);
    expect(commands).toEqual(expect.arrayContaining(linked));
  });
});

test('what is said in sentences is not left in English', () => {
  const english = JSON.parse(read('package.nls.json'));
  const chinese = JSON.parse(read('package.nls.zh-cn.json'));
  const sentences = JSON.parse(read('l10n/bundle.l10n.zh-cn.json'));
  // What a picture says stands in its file.
  const said = (key: string) => (chinese[key].endsWith('.svg') ? read(chinese[key]) : chinese[key]);
  const same = Object.keys(english).filter((key) => english[key] === chinese[key] || !/[\u4e00-\u9fff]/.test(said(key)));
  expect(same).toEqual([]);
  expect(Object.entries<string>(sentences).filter(([, words]) => !/[\u4e00-\u9fff]/.test(words))).toEqual([]);
});

describe('settings', () => {
  const settings: [string, Record<string, unknown>][] = Object.entries(manifest.contributes.configuration.properties);

  test.each(settings)('%s says what it does, where it may be set and in which order it is shown', (_, setting) => {
    expect(setting).toMatchObject({
      markdownDescription: expect.any(String),
      scope: expect.stringMatching(/^(resource|window)$/),
      order: expect.any(Number),
    });
  });

  test('each toggle command flips a setting that exists', () => {
    const flipped = [...sources.matchAll(/setting: '(.+?)'/g)].map(([, name]) => `softlens.${name}`);
    expect(flipped).toHaveLength(4);
    expect(settings.map(([name]) => name)).toEqual(expect.arrayContaining(flipped));
  });
});

test('every command of the palette is registered by the code', () => {
  const commands = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  const registered = [
    ...sources.matchAll(
      /'(softlens\.(?:toggle\w+|showLog|restartServer|openExplorer|openRulePage|reportFalseAlarm|openSample))'/g,
    ),
  ].map(([, command]) => command);
  expect([...new Set(registered)].sort()).toEqual(commands.sort());
});

test('it works where nothing is trusted and nothing is on a disk', () => {
  expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
});
