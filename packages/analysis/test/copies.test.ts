import { createTestParser } from '@softlens/mdtest';
import { expect, test } from 'vitest';
import { createAnalyzer, createChecker, type FileAnalysis, type ParsedDocument, type Project } from '../src/index.ts';

const parser = await createTestParser();

const train = `import torch
from model import Net
from lib.losses import criterion

net = Net()
loss = criterion(net(torch.randn(4, 8)), torch.tensor([0, 1, 2, 0]))
`;
const losses = `import torch.nn.functional as F

def criterion(output, target):
    return F.cross_entropy(output, target)
`;
const model = (end: string): string => `import torch

class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = torch.nn.Linear(8, 3)

    def forward(self, x):
        return self.fc(x)${end}
`;
/** Two copies that mean the same, one that finds a model of its own, and one whose model is its neighbour. */
const files: Readonly<Record<string, string>> = {
  'lib/losses.py': losses,
  'apps/model.py': model('.softmax(dim=1)'),
  'apps/one/train.py': train,
  'apps/two/train.py': train,
  'apps/other/train.py': train,
  'apps/other/model.py': model(''),
  'one/soft.py': 'import torch\n\nloss = torch.nn.CrossEntropyLoss()(torch.randn(4, 3).softmax(1), torch.tensor([0, 1, 2, 0]))\n',
  'two/soft.py': 'import torch\n\nloss = torch.nn.CrossEntropyLoss()(torch.randn(4, 3).softmax(1), torch.tensor([0, 1, 2, 0]))\n',
  'three/soft.py':
    'import torch\n\nloss = torch.nn.CrossEntropyLoss()(torch.randn(4, 3).softmax(1), torch.tensor([0, 1, 2, 0]))\n',
  'three/use.py': 'import soft\n\nprint(soft.loss)\n',
};

const documents = new Map(
  Object.entries(files).map(([path, text]): [string, ParsedDocument] => [
    path,
    { path, language: 'python', text, module: parser.parse(text, 'python'), version: '1' },
  ]),
);
const project = (): Project => ({
  immutable: true,
  module: (path) => documents.get(path),
  exists: (path) => documents.has(path),
  importRoots: [],
});
const told = ({ path, findings, elsewhere, dependencies }: FileAnalysis) => ({
  path,
  findings,
  elsewhere: elsewhere ?? [],
  dependencies: [...dependencies].sort(),
});

test('what a copy of a document finds is what an analysis of its own finds', () => {
  const [shared, checker] = [project(), createChecker({ facts: false, rethrow: true })];
  for (const path of documents.keys()) {
    const alone = createChecker({ facts: false, rethrow: true }).analyze(project(), path);
    expect(told(checker.analyze(shared, path))).toEqual(told(alone));
  }
});

test('where both import the same the copy is not run; what its own folder looked for is noted', () => {
  const [shared, runs] = [project(), [] as string[]];
  const listen = (_: Project, path: string) => {
    runs.push(path);
    return { findings: () => [] };
  };
  const analyzer = createAnalyzer({ facts: false, rethrow: true, listen });
  const analyses = ['apps/one/train.py', 'apps/two/train.py', 'apps/other/train.py'].map((path) =>
    analyzer.analyze(shared, path),
  );
  expect(runs).toEqual(['apps/one/train.py', 'apps/other/train.py']);
  const sought = analyses[1]?.sought?.get('apps/two/train.py');
  expect(sought?.get('apps/two/model.py')).toBe(false);
  expect(sought?.get('apps/model.py')).toBe(true);
});
