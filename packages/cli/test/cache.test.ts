import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCache } from '../src/check/cache.ts';
import { type CheckResult, createChecks } from '../src/check/run-check.ts';
import { loadParser } from '../src/parser.ts';
import { openSources } from '../src/sources.ts';
import { assets, softlens } from './terminal.ts';

const train = `import torch
from model import predict
x = torch.nn.Linear(8, 3)(torch.randn(4, 8))
loss = torch.nn.functional.cross_entropy(predict(x), torch.zeros(4, dtype=torch.long))
`;
const passing = 'def predict(x):\n    return x\n';
const softmax = 'import torch\n\ndef predict(x):\n    return torch.softmax(x, dim=1)\n';
const files = ['model.py', 'other.py', 'train.py'];

let folder = '';
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'softlens-cache-'));
  write('model.py', softmax);
  write('other.py', 'import torch\np = torch.sigmoid(torch.randn(3))\n');
  write('train.py', train);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A check as a new process makes it, and how many texts it parsed. */
async function check(settings: unknown = 1): Promise<{ readonly result: CheckResult; readonly parsed: number }> {
  const parser = await loadParser(assets, ['python']);
  const parsed = new Set<string>();
  const counting: typeof parser = {
    ...parser,
    parse(text, language) {
      parsed.add(text);
      return parser.parse(text, language);
    },
  };
  const cache = openCache({ root: folder, settings });
  const checks = createChecks({ parser: counting, configurations: { apply: (findings) => findings }, cache });
  const result = checks.run(openSources(folder, counting), files);
  return { result, parsed: parsed.size };
}

const rules = ({ result }: Awaited<ReturnType<typeof check>>): readonly string[] => result.findings.map(({ rule }) => rule);

test('a second check finds the same, and parses only where suppressions may stand', async () => {
  const cold = await check();
  const warm = await check();
  expect(rules(cold)).toEqual(['softmax-before-cross-entropy']);
  expect(warm.result).toEqual(cold.result);
  expect([cold.parsed, warm.parsed]).toEqual([3, 1]);
});

test('an edit of an imported file counts, and what does not depend on it is not read again', async () => {
  await check();
  write('model.py', passing);
  const after = await check();
  expect(rules(after)).toEqual([]);
  expect(after.parsed).toBe(2);
  write('model.py', softmax);
  expect(rules(await check())).toEqual(['softmax-before-cross-entropy']);
});

test('a file counts that appears where an import looked for it, or is gone', async () => {
  write('train.py', train.replace('from model', 'from models'));
  expect(rules(await check())).toEqual([]);
  mkdirSync(join(folder, 'models'));
  write('models/__init__.py', softmax);
  expect(rules(await check())).toEqual(['softmax-before-cross-entropy']);
  rmSync(join(folder, 'models'), { recursive: true });
  expect(rules(await check())).toEqual([]);
});

test('other settings have other results', async () => {
  await check();
  expect((await check(2)).parsed).toBe(3);
});

test('a broken cache is no cache', async () => {
  const cold = await check();
  const [name = ''] = readdirSync(join(folder, '.softlens_cache')).filter((one) => one.endsWith('.results'));
  const path = join(folder, '.softlens_cache', name);
  const whole = readFileSync(path);
  for (const broken of [whole.subarray(0, whole.length / 2), Buffer.alloc(0), flipped(whole, whole.length - 20)]) {
    writeFileSync(path, broken);
    const again = await check();
    expect(again.result).toEqual(cold.result);
    expect(again.parsed).toBe(3);
  }
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

test('checks at the same time do not disturb each other', async () => {
  const all = await Promise.all(Array.from({ length: 4 }, () => softlens(['check', '--format', 'concise'], { cwd: folder })));
  expect(new Set(all.map(({ out }) => out)).size).toBe(1);
  expect((await check('none of theirs')).result.findings).toHaveLength(1);
  expect(readdirSync(join(folder, '.softlens_cache')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('the cache lies in the project, tagged and ignored, or where it is wanted; --no-cache leaves nothing', async () => {
  const own = join(folder, '.softlens_cache');
  const elsewhere = join(folder, 'elsewhere');
  await softlens(['check', '--no-cache'], { cwd: folder });
  expect(existsSync(own)).toBe(false);
  await softlens(['check'], { cwd: folder, cacheFolder: elsewhere });
  expect(existsSync(own)).toBe(false);
  expect(readFileSync(join(elsewhere, '.gitignore'), 'utf8')).toBe('*\n');
  expect(readFileSync(join(elsewhere, 'CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/);
  await softlens(['check', '-', '--stdin-filename', 'train.py'], { cwd: folder, input: train });
  expect(existsSync(own)).toBe(false);
});

test('--no-cache does not read what another check left', async () => {
  const elsewhere = join(folder, 'elsewhere');
  await softlens(['check'], { cwd: folder, cacheFolder: elsewhere });
  const before = readdirSync(elsewhere);
  for (const name of before) rmSync(join(elsewhere, name));
  mkdirSync(join(elsewhere, before.find((name) => name.endsWith('.results')) ?? ''));
  const { code, out } = await softlens(['check', '--no-cache', '--format', 'concise'], { cwd: folder, cacheFolder: elsewhere });
  expect(code).toBe(1);
  expect(out).toContain('train.py:4');
});
