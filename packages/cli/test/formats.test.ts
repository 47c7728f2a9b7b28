/** The formats for other programs, over findings in two files and a notebook. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { softlens } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'softlens-formats-'));
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
loss = criterion(net(torch.randn(32, 128)), torch.zeros(32, dtype=torch.long))
a = torch.log(torch.softmax(loss, dim=0))
a = torch.log(torch.softmax(loss, dim=0))
`;
const notebook = {
  cells: [
    { cell_type: 'markdown', metadata: {}, source: '# Title' },
    {
      cell_type: 'code',
      metadata: {},
      outputs: [],
      source: ['import torch\n', 'torch.log(torch.softmax(torch.randn(4, 3), dim=1))'],
    },
  ],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
};

beforeAll(() => {
  writeFileSync(join(folder, 'model.py'), model);
  writeFileSync(join(folder, 'train & <test>.py'), train);
  writeFileSync(join(folder, 'n.ipynb'), JSON.stringify(notebook, null, 1));
  writeFileSync(join(folder, 'broken.ipynb'), '{');
});

const written = async (format: string): Promise<string> => (await softlens(['check', '--format', format], { cwd: folder })).out;

describe('json', () => {
  test('is the contract, and nothing else', async () => {
    const report = JSON.parse(await written('json'));
    expect(Object.keys(report)).toEqual(['version', 'diagnostics', 'summary']);
    expect(report.version).toBe(1);
    expect(report.summary).toEqual({ files: 3, skipped: 1, milliseconds: expect.any(Number) });
    const error = report.diagnostics.find((one: { severity: string }) => one.severity === 'error');
    expect(error).toEqual({
      path: 'train & <test>.py',
      cell: null,
      line: 7,
      column: 18,
      endLine: 7,
      endColumn: 43,
      rule: 'softmax-before-cross-entropy',
      severity: 'error',
      message: expect.stringContaining('With 10 classes the loss cannot fall below 1.461'),
      related: [
        { path: 'model.py', cell: null, line: 10, column: 26, endLine: 10, endColumn: 36, message: 'Linear here' },
        { path: 'model.py', cell: null, line: 10, column: 16, endLine: 10, endColumn: 44, message: 'softmax here' },
      ],
      fix: {
        title: 'Remove softmax (changes training)',
        safety: 'unsafe',
        edits: [{ path: 'model.py', cell: null, line: 10, column: 16, endLine: 10, endColumn: 44, text: 'self.fc(x)' }],
      },
    });
  });

  test('counts the cells of a notebook from 1, and lines inside them', async () => {
    const { diagnostics } = JSON.parse(await written('json'));
    expect(diagnostics[0]).toMatchObject({ path: 'n.ipynb', cell: 2, line: 2, column: 1, endLine: 2, endColumn: 51 });
    expect(diagnostics[0].fix.edits[0]).toMatchObject({ path: 'n.ipynb', cell: 2, line: 2 });
  });

  test('names a place of a notebook in the words by its cell, too', async () => {
    const cells = [
      '# A title',
      'import torch',
      'from torch.nn import functional as F\np = F.softmax(torch.randn(4, 3), dim=1)',
      'F.cross_entropy(p, torch.zeros(4, 3))',
    ];
    const text = {
      ...notebook,
      cells: cells.map((source, i) => ({ cell_type: i ? 'code' : 'markdown', metadata: {}, outputs: [], source })),
    };
    const elsewhere = mkdtempSync(join(tmpdir(), 'softlens-cells-'));
    writeFileSync(join(elsewhere, 'far.ipynb'), JSON.stringify(text));
    const { out } = await softlens(['check', '--format', 'json'], { cwd: elsewhere });
    rmSync(elsewhere, { recursive: true });
    const [finding] = JSON.parse(out).diagnostics;
    expect(finding).toMatchObject({ cell: 4, line: 1, related: [{ cell: 3, line: 2 }] });
    expect(finding.message).toContain('(softmax, far.ipynb:cell 3:2)');
  });
});

describe('sarif', () => {
  test('is valid by the schema of SARIF 2.1.0', async () => {
    const require = createRequire(import.meta.url);
    const schema = JSON.parse(
      readFileSync(join(require.resolve('@microsoft/jest-sarif'), '../schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
    );
    const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    validate(JSON.parse(await written('sarif')));
    expect(validate.errors).toBeNull();
  });

  test('tells rules, places, the way of the value, fixes, and what could not be read', async () => {
    const [run] = JSON.parse(await written('sarif')).runs;
    const result = run.results.find((one: { level: string }) => one.level === 'error');
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('softmax-before-cross-entropy');
    expect(run.tool.driver.rules[result.ruleIndex].shortDescription.text).toMatch(/^Finds probabilities/);
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'train%20%26%20%3Ctest%3E.py' },
      region: { startLine: 7, startColumn: 18, endLine: 7, endColumn: 43 },
    });
    const steps = result.codeFlows[0].threadFlows[0].locations;
    expect(steps.map(({ location }: { location: { message: { text: string } } }) => location.message.text.split(' ')[0])).toEqual(
      ['Linear', 'softmax', 'CrossEntropyLoss'],
    );
    expect(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('self.fc(x)');
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain('broken.ipynb');
  });

  test('places of a notebook are lines of the file, and the cell is named', async () => {
    const [run] = JSON.parse(await written('sarif')).runs;
    const [{ physicalLocation, logicalLocations }] = run.results[0].locations;
    const line =
      JSON.stringify(notebook, null, 1)
        .split('\n')
        .findIndex((text) => text.includes('torch.log')) + 1;
    expect(physicalLocation.region).toEqual({ startLine: line, endLine: line });
    expect(logicalLocations[0].fullyQualifiedName).toBe('n.ipynb:cell 2:2:1');
  });
});

test('github: what would end a property or the line is escaped', async () => {
  const [first, second] = (await written('github')).split('\n');
  expect(first).toMatch(/^::warning title=softlens \(log-of-softmax\),file=n\.ipynb,line=\d+,endLine=\d+::n\.ipynb:cell 2:2:1: /);
  expect(second).toMatch(
    /^::error title=softlens \(softmax-before-cross-entropy\),file=train & <test>\.py,line=7,endLine=7,col=18,endColumn=43::/,
  );
  expect(second).toMatch(/%0Amodel\.py:10:26: Linear here%0Amodel\.py:10:16: softmax here$/);
});

test('gitlab: fingerprints differ, and stay when lines move', async () => {
  const before: { fingerprint: string; location: { path: string } }[] = JSON.parse(await written('gitlab'));
  expect(new Set(before.map(({ fingerprint }) => fingerprint)).size).toBe(before.length);
  expect(before[1]).toMatchObject({
    check_name: 'softmax-before-cross-entropy',
    severity: 'major',
    location: { lines: { begin: 7 } },
  });
  writeFileSync(join(folder, 'train & <test>.py'), `# moved\n${train}`);
  const after: typeof before = JSON.parse(await written('gitlab'));
  writeFileSync(join(folder, 'train & <test>.py'), train);
  expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint));
});

test('junit: a failure for each error and warning, an error for what could not be read, and a case that passes for the rest', async () => {
  const xml = await written('junit');
  const problem = /<testsuites name="softlens" tests="6" failures="4" errors="1" time="[\d.]+">/;
  expect(xml).toMatch(problem);
  expect(xml).toContain('<testcase name="softlens" classname="model.py"/>');
  expect(xml).toContain('<testsuite name="train &amp; &lt;test&gt;.py" tests="3" failures="3" errors="0">');
  expect(xml).toMatch(/<testcase name="softlens" classname="broken.ipynb"><error message="not JSON: /);
});
