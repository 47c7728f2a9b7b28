import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { softlens } from './terminal.ts';

const wrong = 'import torch\ns = torch.log(torch.softmax(torch.randn(4, 3), dim=1))\n';

const train = `import torch
from model import predict
x = torch.nn.Linear(8, 3)(torch.randn(4, 8))
loss = torch.nn.functional.cross_entropy(predict(x), torch.zeros(4, dtype=torch.long))
`;

test('a change is checked again, in the file itself and in what imports it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'softlens-watch-'));
  writeFileSync(join(folder, 'model.py'), 'import torch\n\ndef predict(x):\n    return x\n');
  writeFileSync(join(folder, 'train.py'), train);
  const controller = new AbortController();
  const seen: string[] = [];
  const ended = softlens(['check', '--watch', '--format', 'concise'], {
    cwd: folder,
    signal: controller.signal,
    onText: (text) => seen.push(text),
  });
  const waiting = (times: number) => expect(seen.filter((text) => text.includes('watching')).length).toBe(times);
  await vi.waitFor(() => waiting(1), 20_000);
  expect(seen.join('')).toContain('No findings in 2 files.');
  writeFileSync(join(folder, 'model.py'), 'import torch\n\ndef predict(x):\n    return torch.softmax(x, dim=1)\n');
  await vi.waitFor(() => waiting(2), 20_000);
  expect(seen.join('')).toContain('train.py:4:42: error[softmax-before-cross-entropy]');
  writeFileSync(join(folder, 'new.py'), wrong);
  await vi.waitFor(() => waiting(3), 20_000);
  expect(seen.join('')).toContain('new.py:2:5: warning[log-of-softmax]');
  controller.abort();
  expect((await ended).code).toBe(0);
  rmSync(folder, { recursive: true });
});
