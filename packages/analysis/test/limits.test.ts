import { createTestParser } from '@softlens/mdtest';
import { describe, expect, test } from 'vitest';
import { createAnalyzer, type FileAnalysis, type Project } from '../src/index.ts';

const parser = await createTestParser();

function analyse(text: string): FileAnalysis {
  const document = { path: 'main.py', language: 'python', text, module: parser.parse(text, 'python'), version: '1' } as const;
  const project: Project = {
    module: (path) => (path === 'main.py' ? document : undefined),
    exists: (path) => path === 'main.py',
    importRoots: [],
  };
  return createAnalyzer({ rethrow: true }).analyze(project, 'main.py');
}

const last = (analysis: FileAnalysis, name: string) =>
  analysis.facts.findLast((fact) => fact.kind === 'binding' && fact.name === name);

describe('programs that could grow without end are cut off, and what follows is still read', () => {
  test.each([
    ['an endless loop', 'x = 0\nwhile True:\n    x = x + 1\n    if x < 0:\n        break\n'],
    ['mutual recursion', 'def f(n):\n    return g(n + 1)\ndef g(n):\n    return f(n) + f(n)\nx = f(0)\n'],
    ['a huge repetition', 'x = [[0] * 10**6] * 10**9\n'],
    ['a huge power', 'x = 10 ** 10 ** 10\n'],
    ['a huge shift', 'x = 1 << 10 ** 12\n'],
    ['a huge text', 'x = "a" * 10**12\n'],
    ['growing text', 'x = "a"\nfor i in range(100):\n    x = x + x\n'],
    ['a growing list', 'x = [1]\nfor i in range(100):\n    x = x + x\n'],
    ['a huge range', 'x = list(range(10**12))\n'],
    [
      'nested loops',
      'x = 0\nfor a in range(1000):\n    for b in range(1000):\n        for c in range(1000):\n            x += 1\n',
    ],
    [
      'nested comprehensions',
      'x = [a + b + c + d for a in range(99) for b in range(99) for c in range(99) for d in range(99)]\n',
    ],
    ['deep brackets', `x = ${'['.repeat(2000)}${']'.repeat(2000)}\n`],
    ['a long sum', `x = ${'1 + '.repeat(20_000)}1\n`],
    ['a list in itself', 'x = []\nx.append(x)\nfor i in range(9):\n    x.append([x, x])\ny = str(x)\n'],
    [
      'exponential branches',
      `def f(a):\n${Array.from({ length: 40 }, (_, i) => `    if a.p${i}:\n        b${i} = 1\n    else:\n        b${i} = 2\n`).join('')}    return [${Array.from({ length: 40 }, (_, i) => `b${i}`).join(', ')}]\nx = f(z)\n`,
    ],
    ['a class that makes itself', 'class A:\n    def __init__(self):\n        self.a = A()\nx = A()\n'],
    [
      'exponential alternatives',
      `import torch\nx = torch.ones(3)\n${Array.from({ length: 30 }, (_, i) => `x = x * 2 if q${i} else x + ${i}\n`).join('')}`,
    ],
  ])('%s', (_name, program) => {
    const before = performance.now();
    const analysis = analyse(`${program}after = 1 + 1\n`);
    expect(performance.now() - before).toBeLessThan(15_000);
    expect(last(analysis, 'after')?.value).toEqual({ kind: 'int', value: 2 });
  });

  test('a literal of 100,000 numbers', () => {
    const analysis = analyse(`import numpy as np\nx = np.array([${'0.5, '.repeat(100_000)}])\nafter = 1\n`);
    expect(last(analysis, 'after')?.value).toEqual({ kind: 'int', value: 1 });
  });
});
