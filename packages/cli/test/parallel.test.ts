import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { type FileResult, fileAnalyser } from '../src/check/analyse-file.ts';
import { createParallel } from '../src/check/parallel.ts';
import { loadParser } from '../src/parser.ts';
import { openSources } from '../src/sources.ts';
import { assets } from './terminal.ts';

const model = 'import torch\n\ndef predict(x):\n    return torch.softmax(x, dim=1)\n';
const train = (units: number): string => `import torch
from model import predict
x = torch.nn.Linear(8, ${units})(torch.randn(4, 8))
loss = torch.nn.functional.cross_entropy(predict(x), torch.zeros(4, dtype=torch.long))
`;

test('threads share the files, and find what one alone finds', async () => {
  await build({
    entryPoints: [join(import.meta.dirname, '../src/bin.ts')],
    outfile: join(assets, 'softlens.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    conditions: ['@softlens/source'],
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'moduleUrl', softlensVersion: '"1.2.3"' },
    logLevel: 'silent',
  });
  const root = mkdtempSync(join(tmpdir(), 'softlens-parallel-'));
  writeFileSync(join(root, 'model.py'), model);
  const files = Array.from({ length: 24 }, (_, i) => `train${i}.py`);
  for (const [i, file] of files.entries()) writeFileSync(join(root, file), train(i + 2));
  const parser = await loadParser(assets, ['python']);
  const sources = openSources(root, parser);
  const alone = fileAnalyser(parser);
  const expected = new Map(files.map((file) => [file, alone(sources, file)]));

  const found = new Map<string, FileResult>();
  const own: string[] = [];
  const analyse = fileAnalyser(parser);
  await createParallel({ root, assets, importRoots: ['src'], functions: undefined, threads: 2 })(sources, files, {
    analyse(now, file) {
      own.push(file);
      // Slow enough for the other thread to begin.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      return analyse(now, file);
    },
    onResult: (file, result) => void found.set(file, result),
    onFile: () => undefined,
  });
  rmSync(root, { recursive: true });
  expect(own.length).toBeLessThan(files.length);
  expect([...found.keys()].sort()).toEqual([...files].sort());
  for (const [file, { findings, dependencies, failure }] of expected)
    expect(found.get(file)).toMatchObject({ findings, dependencies, ...(failure !== undefined && { failure }) });
});
