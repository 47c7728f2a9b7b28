import { createTestParser } from '@softlens/mdtest';
import { expect, test } from 'vitest';
import { createChecker, type Project } from '../src/index.ts';

const parser = await createTestParser();

const variants = Array.from(
  { length: 8 },
  (_, i) => `
def net_${i}(pretrained=False):
    return build('net_${i}', width=${i + 1})
`,
);
const text = `import torch
import torch.nn.functional as F

def build(name, width=1, activation=None):
    x = torch.randn(4, width)
    return F.cross_entropy(F.softmax(x, dim=1), torch.tensor([0])) if activation is None else x
${variants.join('')}
def other(batch):
    return F.nll_loss(F.softmax(batch, dim=1), torch.tensor([0]))
`;

/** Factories that call the same and differ in a name: only the last model has a softmax where the loss wants none. */
const factories = (loss: string, models: readonly string[]): string => `import torch
import torch.nn.functional as F

class Plain(torch.nn.Module):
    def forward(self, x):
        return torch.nn.functional.linear(x, torch.randn(3, 8))

class Soft(torch.nn.Module):
    def forward(self, x):
        return torch.nn.functional.linear(x, torch.randn(3, 8)).softmax(dim=1)

def run(model):
    return ${loss}

class Hard(torch.nn.Module):
    def forward(self, x):
        return torch.nn.functional.linear(x, torch.randn(3, 8)).argmax(dim=1)

${models.map((model, i) => `def main_${i}(first=${model}):\n    return run(first())\n`).join('\n')}
`;

const projectOf = (source: string): Project => {
  const document = {
    path: 'a.py',
    language: 'python',
    text: source,
    module: parser.parse(source, 'python'),
    version: '1',
  } as const;
  return {
    module: (path) => (path === 'a.py' ? document : undefined),
    exists: (path) => path === 'a.py',
    importRoots: [],
  };
};
const found = (facts: boolean, project = projectOf(text)) => {
  const analysis = createChecker({ facts, rethrow: true }).analyze(project, 'a.py');
  return { facts: analysis.facts.length, findings: analysis.findings.map(({ rule, start }) => `${rule} ${start}`) };
};

test('without facts the findings are the same, though what is alike is not run again and again', () => {
  const [all, few] = [found(true), found(false)];
  expect(all.facts).toBeGreaterThan(50);
  expect(few.facts).toBe(0);
  expect(few.findings).toEqual(all.findings);
  expect(few.findings.map((one) => one.split(' ')[0])).toEqual(['softmax-before-cross-entropy', 'probabilities-before-nll-loss']);
});

test('functions that call the same are all run when the first of them met a loss', () => {
  for (const [model, rule] of [
    ['Soft', 'softmax-before-cross-entropy'],
    ['Hard', 'argmax-before-loss'],
  ] as const) {
    const loss = 'F.cross_entropy(model(torch.randn(4, 8)), torch.tensor([0]))';
    const project = projectOf(factories(loss, ['Plain', 'Plain', 'Plain', model]));
    const few = found(false, project).findings;
    expect(few).toEqual(found(true, project).findings);
    expect(few.map((one) => one.split(' ')[0])).toEqual([rule]);
  }
});
