/** What the README and docs/cli.md show is what happens. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportedRules } from '@softlens/analysis';
import { validateConfiguration } from '@softlens/analysis/configuration';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { softlens } from './terminal.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'softlens-documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

const model = `import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(128, 10)

    def forward(self, x):
        return F.softmax(self.fc(x), dim=1)
`;
const train = `import torch
import torch.nn as nn
from model import Net

net = Net()
criterion = nn.CrossEntropyLoss()
x = torch.randn(32, 128)
y = torch.zeros(32, dtype=torch.long)
loss = criterion(net(x), y)
`;

beforeAll(() => {
  writeFileSync(join(folder, 'model.py'), model);
  writeFileSync(join(folder, 'train.py'), train);
});

test.each(['README.md', 'docs/cli.md'])('the finding that %s shows', async (document) => {
  const [finding] = (await softlens(['check'], { cwd: folder })).out.split('\n\n');
  expect(readFileSync(join(root, document), 'utf8')).toContain(`\n${finding}\n`);
});

test('the configuration that docs/cli.md shows', () => {
  const blocks = readFileSync(join(root, 'docs/cli.md'), 'utf8').matchAll(/```json\n([\s\S]*?)```/g);
  const example = [...blocks].map(([, text]) => text ?? '').find((text) => text.includes('overrides'));
  const rules = reportedRules.map(({ id }) => id);
  expect(validateConfiguration(JSON.parse(example ?? ''), rules).problems).toEqual([]);
});
