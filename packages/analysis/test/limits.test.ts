import { createTestParser } from '@softlens/mdtest';
import type { Language } from '@softlens/syntax';
import { describe, expect, test } from 'vitest';
import { createChecker, type FileAnalysis, type Project } from '../src/index.ts';

const parser = await createTestParser();

function analyse(program: string | Readonly<Record<string, string>>): FileAnalysis {
  const texts = typeof program === 'string' ? { 'main.py': program } : program;
  const documents = new Map(
    Object.entries(texts).map(([path, text]) => {
      const document = { path, language: 'python', text, module: parser.parse(text, 'python'), version: '1' } as const;
      return [path, document] as const;
    }),
  );
  const project: Project = { module: (path) => documents.get(path), exists: (path) => documents.has(path), importRoots: [] };
  const parseExpression = (text: string, language: Language) => parser.parse(text, language);
  return createChecker({ rethrow: true, parseExpression }).analyze(project, 'main.py');
}

const last = (analysis: FileAnalysis, name: string) =>
  analysis.facts.findLast((fact) => fact.kind === 'binding' && fact.name === name);

const times = (count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join('');
const deep = 10_000;

/** What a test waits for at most: the budgets count steps, so that a slow machine reads the same, later. */
const patience = 60_000;

/** Programs, the budget whose name stands in the trace, if any does, and whether what follows is reached at all. */
const programs: readonly (readonly [name: string, program: string, budget?: string])[] = [
  ['an endless loop', 'x = 0\nwhile True:\n    x = x + 1\n    if x < 0:\n        break\n', 'turns'],
  ['an endless loop that grows a list', 'x = []\nwhile True:\n    x.append(x)\n    if len(x) > 10**9:\n        break\n', 'turns'],
  ['an endless loop that grows a text', "x = ''\nwhile len(x) < 10**15:\n    x += 'ab' + x\n", 'text'],
  ['an endless loop that grows a dict', 'x = {}\ni = 0\nwhile i >= 0:\n    x[i] = dict(x)\n    i += 1\n', 'turns'],
  ['mutual recursion', 'def f(n):\n    return g(n + 1) + g(n)\ndef g(n):\n    return f(n) + f(n)\nx = f(0)\n', 'depth'],
  [
    'mutual recursion over anything',
    'def f(*a):\n    return [g(*a, 1), g(a)]\ndef g(*a):\n    return [f(*a, 2), f(a)]\nx = f(q)\n',
    'depth',
  ],
  ['a lambda that calls itself', 'x = (lambda f: [f(f), f(f)])(lambda f: [f(f), f(f)])\n', 'depth'],
  ['a huge repetition', 'x = [[1, 2]] * 10**9\ny = (1,) * 10**12\n', 'collection'],
  ['a huge power', 'x = 10 ** 10 ** 10\ny = 1 << 10**12\nimport math\nz = math.factorial(10**9)\n'],
  ['a number that is squared again and again', 'x = 3\nfor i in range(1000):\n    x = x * x\n'],
  [
    'a huge text',
    "x = 'a' * 10**12\ny = 'a'.center(10**9)\nz = f'{1:1000000000}'\nw = 'ab'.replace('', 'x' * 19_000).replace('x', 'y' * 19_000)\n",
    'text',
  ],
  ['a text that doubles', `x = 'a'\n${"x = f'{x}{x}'\n".repeat(200)}`, 'text'],
  ['a list that doubles', `x = [1]\n${'x = [x, x]\n'.repeat(200)}y = str(x)\nz = x == [x]\nimport torch\nt = torch.tensor(x)\n`],
  [
    'a tuple that doubles',
    `x = (1,)\n${'x = (x, x)\n'.repeat(200)}y = str(x)\nz = x == (x, 1)\nd = {x: 1}\nimport numpy as np\nt = np.array(x)\n`,
  ],
  ['a huge range', 'x = range(10**18)\nfor i in x:\n    y = i\nz = list(x)\ns = sum(x)\nt = list(zip(x, x))\n'],
  [
    'arrays that are broadcast to a huge one',
    `import numpy as np
import torch
a = np.arange(4000).reshape(4000, 1, 1)
b = np.arange(4000).reshape(1, 4000, 1)
c = np.arange(4000)
r = torch.arange(4000.).reshape(4000, 1)
w = np.where(a > b, b, c)
v = c[a * 0, b * 0, None] if c.ndim > 1 else np.zeros((2, 2, 2))[a * 0, b * 0, c * 0]
x = np.broadcast_arrays(a, b, c)
y = torch.tensor(1.0).expand(4000, 4000, 4000)
z = np.broadcast_to(b, (4000, 4000, 4000))
d = torch.cdist(r, r)
p = torch.tensor(0.5, requires_grad=True)
(torch.rand(4000, 4000, 4000) * p).sum().backward()
`,
  ],
  [
    'a huge array',
    'import numpy as np\nx = np.zeros((10**6, 10**6))\ny = (x + 1).sum(axis=1)\nz = x @ x\nw = np.tile([1, 2], 10**10)\n',
  ],
  [
    'a matrix gone through item by item',
    'import torch\nx = torch.zeros(10**6, 10**6)\nfor a in x:\n    for b in a:\n        c = b + 1\n',
  ],
  [
    'a generator without end',
    'def g():\n    n = 0\n    while True:\n        yield n\n        n += 1\nfor i in g():\n    x = i\ny = list(g())\n',
  ],
  [
    'too many combinations',
    'from itertools import *\nx = list(combinations_with_replacement("AA", 2**30))\ny = list(combinations(range(40), 41))\nz = list(permutations(range(40), 41))\n',
    'combinations',
  ],
  [
    'nested loops',
    'x = 0\nfor a in range(1000):\n    for b in range(1000):\n        for c in range(1000):\n            x += 1\n',
    'turns',
  ],
  ['nested comprehensions', 'x = [a + b + c for a in range(99) for b in range(99) for c in range(99) for d in range(99)]\n'],
  [
    'loops of unknown length within each other',
    `${times(40, (i) => `${' '.repeat(i)}for a${i} in q${i}:\n`)}${' '.repeat(40)}x = a0\n`,
  ],
  ['deep lists', `x = ${'['.repeat(deep)}${']'.repeat(deep)}\n`, 'nesting'],
  ['deep parentheses', `x = ${'('.repeat(deep)}1${')'.repeat(deep)}\n`],
  ['deep calls', `x = ${'f('.repeat(deep)}1${')'.repeat(deep)}\n`],
  ['deep operators', `x = ${'(1 + '.repeat(deep)}1${')'.repeat(deep)}\n`],
  ['a long sum', `x = ${'1 + '.repeat(20_000)}1\n`, 'nesting'],
  ['a long comparison', `x = ${'a < '.repeat(deep)}b\n`],
  ['a long conjunction', `x = ${'a and '.repeat(deep)}b\n`, 'nesting'],
  ['a long chain of attributes', `x = a${'.b'.repeat(deep)}\n`, 'nesting'],
  ['deep conditions', `x = ${'1 if a else '.repeat(deep)}2\n`],
  ['deep lambdas', `x = ${'lambda a: '.repeat(deep)}1\n`],
  ['deep comprehensions', `x = ${'['.repeat(1000)}1${' for i in range(3)]'.repeat(1000)}\n`, 'nesting'],
  ['deep f-strings', `x = ${'f"{'.repeat(150)}1${'}"'.repeat(150)}\n`],
  ['deep ifs', `${times(2000, (i) => `${' '.repeat(i)}if a:\n`)}${' '.repeat(2000)}x = 1\n`],
  ['thousands of elifs', `if a:\n    x = 0\n${times(3000, (i) => `elif a == ${i}:\n    x = ${i}\n`)}`],
  ['50 ifs in a row', `x = 0\n${times(50, (i) => `if q${i}:\n    x = x + ${i}\nelse:\n    x = x * ${i}\n`)}`, 'alternatives'],
  [
    '50 ifs in a row over a model',
    `import torch.nn as nn\nm = nn.Linear(2, 2)\n${times(50, (i) => `if q.r${i}:\n    m = nn.Sequential(m, nn.ReLU())\nelse:\n    m = nn.Sequential(m, nn.Softmax(1))\n`)}y = nn.CrossEntropyLoss()(m(q), w)\n`,
  ],
  [
    'a match of 2,000 cases',
    `match q:\n${times(2000, (i) => `    case ${i}:\n        x = ${i}\n`)}    case _:\n        x = 0\n`,
    'cases',
  ],
  [
    'a list in itself',
    "x = []\nx.append(x)\ny = str(x)\nz = [x] == x\nv = []\nv.append(v)\nu = x == v\nt = x < v\ns = sorted([x, v])\nprint(x, f'{x}')\nimport numpy as np\na = np.array(x)\n",
    'nesting',
  ],
  ['a dict in itself', "x = {}\nx['a'] = x\ny = str(x)\nv = {}\nv['a'] = v\nu = x == v\nfor k in x:\n    x = x[k]\n", 'nesting'],
  ['lists in each other', 'x = []\ny = []\nfor i in range(100):\n    x.append(y)\n    y.append(x)\nz = x == y\nw = str(x)\n'],
  [
    'a model of models',
    'import torch.nn as nn\nm = nn.Linear(2, 2)\nfor i in range(1000):\n    m = nn.Sequential(m, m)\ny = m(x)\n',
    'nesting',
  ],
  ['a class that makes itself', 'class A:\n    def __init__(self):\n        self.a = A()\nx = A()\n'],
  [
    'classes that inherit from themselves',
    'class A(A):\n    pass\nclass B(C):\n    pass\nclass C(B):\n    pass\nclass B(C):\n    pass\nx = A().f(B().g)\n',
  ],
  [
    'a decorator that returns itself',
    'def d(f):\n    return d\n@d\n@d\ndef g():\n    pass\nx = g()()()()\n@x\nclass B:\n    pass\n',
  ],
  [
    'a decorator that decorates',
    'def d(f):\n    @d\n    def g():\n        return f()\n    return g\n@d\ndef h():\n    return 1\nx = h()\n',
    'depth',
  ],
  [
    'attributes that read each other',
    'class A:\n    @property\n    def a(self):\n        return self.b + self.b\n    @property\n    def b(self):\n        return self.a + self.a\nx = A().a\n',
    'recursion',
  ],
  ['thousands of expressions in comments', `x = 1\n${times(5000, (i) => `# softlens: x + ${i}\n`)}`],
  ['thousands of expected values', times(3000, (i) => `x = ${i}  # => ${i}\n`)],
];

/** Steps of a loop that take thousands of elements each. */
const largeSteps: readonly (readonly [name: string, start: string, step: string])[] = [
  ['an operator', 'x = np.zeros((N, N))', 'x = x + 1'],
  ['a function', 'x = torch.zeros(N, N)', 'x = F.softmax(x, dim=1)'],
  ['a method', 'x = np.ones((N, N))', 'x = x.cumsum(axis=1)'],
  ['a part of an array', 'x = np.zeros((N, N))', 'x = x[::-1]'],
  ['lists', 'x = np.zeros((N, N))', 'y = x.tolist()'],
  ['text', 'x = np.zeros((N // 2, N // 2))', 'y = str(x)'],
  ['gradients', 'x = torch.zeros(N, N, requires_grad=True)', 'x.sum().backward()'],
];

describe('the elements of large arrays count as steps', () => {
  const looping = (start: string, step: string, size: number): FileAnalysis =>
    analyse(
      `import numpy as np\nimport torch\nimport torch.nn.functional as F\n${start.replaceAll('N', String(size))}\nn = 0\nfor i in range(500):\n    ${step}\n    n += 1\nturns, end = n, x\nafter = 1 + 1\n`,
    );

  test.each(largeSteps)('%s', (_name, start, step) => {
    const [small, large] = [looping(start, step, 4), looping(start, step, 60)];
    expect(last(small, 'turns')?.value).toEqual({ kind: 'int', value: 500 });
    expect(small.trace).not.toContain('budget: turns in main.py');
    expect(large.trace).toContain('budget: turns in main.py');
    expect(last(large, 'after')?.value).toEqual({ kind: 'int', value: 2 });
  });

  test('a table that is filled element by element is filled', () => {
    const analysis = analyse(
      'import numpy as np\nx = np.zeros((28, 28))\nfor i in range(28):\n    for j in range(28):\n        x[i, j] = i * j\nlast = x[27, 27]\n',
    );
    expect(last(analysis, 'last')?.value).toMatchObject({ data: { data: new Float64Array([729]) } });
  });

  test('a training loop over a batch of a tutorial comes to its end', () => {
    const analysis = analyse(
      `import torch
import torch.nn.functional as F
x = torch.arange(320.).reshape(32, 10) / 320
y = torch.arange(32) % 3
w = torch.zeros(10, 3, requires_grad=True)
for epoch in range(100):
    loss = F.cross_entropy(x @ w, y)
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
        w.grad.zero_()
end = loss.item()
`,
    );
    expect(last(analysis, 'end')?.value).toMatchObject({ kind: 'float' });
    expect(analysis.trace).toEqual([]);
  });

  test('the chain of places that gave a value its meaning does not grow with the turns of a loop', () => {
    const analysis = looping('x = torch.zeros(N, N)', 'x = F.softmax(F.softmax(x, dim=1), dim=1)', 2);
    const value = last(analysis, 'end')?.value;
    expect(value?.kind === 'array' && value.space?.origin.length).toBe(3);
  });
});

describe('programs that could grow without end are cut off, and what follows is still read', () => {
  test.each(programs)('%s', (_name, program, budget) => {
    const before = performance.now();
    const analysis = analyse(`${program}after = 1 + 1\n`);
    expect(performance.now() - before).toBeLessThan(patience);
    expect(last(analysis, 'after')?.value).toEqual({ kind: 'int', value: 2 });
    expect(analysis.trace.filter((line) => line.startsWith('fault'))).toEqual([]);
    if (budget !== undefined) expect(analysis.trace.join('\n')).toContain(`budget: ${budget}`);
  });

  test('modules that import each other', () => {
    const text = (other: string) =>
      `import ${other}\nfrom ${other} import *\nx = ${other}.x\ny = ${other}.${other}\nafter = 1 + 1\n`;
    const analysis = analyse({ 'main.py': text('a'), 'a.py': text('b'), 'b.py': text('main') });
    expect(last(analysis, 'after')?.value).toEqual({ kind: 'int', value: 2 });
  });

  test('a literal of a million numbers', () => {
    const analysis = analyse(`import numpy as np\nx = np.array([${'0.5, '.repeat(1_000_000)}])\nafter = 1 + 1\n`);
    expect(last(analysis, 'x')?.certainty).toBe('unknown');
    expect(analysis.trace.join()).toContain('budget: size');
    expect(last(analysis, 'after')?.value).toEqual({ kind: 'int', value: 2 });
  }, 300_000);

  test('a program of 10 MB is read until the steps are spent, and its definitions to the end', () => {
    const analysis = analyse(
      `def f():\n    return 1\n${'x = softmax([2, 1, 0.1])\n'.repeat(400_000)}def after():\n    return f() + 1\n`,
    );
    expect(analysis.trace.join()).toContain('budget: steps');
    expect(analysis.facts.length).toBeLessThan(1_000_000);
    expect(analysis.facts.slice(-10).map(({ value }) => value)).toContainEqual({ kind: 'int', value: 2 });
  }, 300_000);
});
