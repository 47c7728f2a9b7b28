import { chmodSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edit, Finding } from '@softlens/analysis';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { editNotebook } from '../src/check/notebook-source.ts';
import { chooseFixes } from '../src/fix/choose-fixes.ts';
import { loadParser } from '../src/parser.ts';
import { assets, softlens } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'softlens-fixes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const parser = await loadParser(assets, ['python']);

/** Lines with a mistake each, some of them sharing an activation. */
const mistakes = [
  'a = torch.log(torch.softmax(x, dim=1))',
  'a = torch.log(F.softmax(x, dim=1)) + 1',
  'a = torch.log(torch.sigmoid(x))',
  'loss = F.cross_entropy(torch.softmax(x, dim=1), y)',
  'loss = F.cross_entropy((F.softmax(x + 1, dim=1)), y)',
  'loss = F.cross_entropy(x.softmax(dim=1), y) + F.nll_loss(torch.softmax(x, dim=1), y)',
  'loss = F.nll_loss(p, y)',
  'loss = F.cross_entropy(p, y)',
  'loss = nn.BCEWithLogitsLoss()(torch.sigmoid(x), t)',
  'loss = F.binary_cross_entropy(torch.sigmoid(x), t)',
  'd = torch.distributions.Categorical(x)',
  'd = torch.distributions.Categorical(logits=p)',
  'if True: loss = F.cross_entropy(nn.Softmax(dim=1)(x), y)',
  'x  # softlens: ignore[log-of-softmax]',
];
const preamble = `import torch
import torch.nn as nn
import torch.nn.functional as F
x = nn.Linear(8, 3)(torch.randn(4, 8))
y = torch.zeros(4, dtype=torch.long)
t = torch.zeros(4, 3)
p = F.softmax(x, dim=1)
`;

describe('fixes of any programs', () => {
  test('never break what parsed, leave nothing to fix, and say no more than that', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...mistakes), { maxLength: 6 }),
        fc.constantFrom('--fix', '--unsafe-fixes'),
        fc.constantFrom('\n', '\r\n'),
        async (lines, option, end) => {
          const before = (preamble + lines.map((line) => `${line}\n`).join('')).replaceAll('\n', end);
          const after = (await softlens(['check', '-', option], { input: before })).out;
          expect(parser.parse(after, 'python').errors).toEqual([]);
          expect(after.split(end).length).toBe(after.split('\n').length);
          expect((await softlens(['check', '-', option], { input: after })).out).toBe(after);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('which fixes are made together', () => {
  const edit = (start: number, end: number, text = ''): Edit => ({ path: 'a.py', start, end, text });
  const finding = (safety: 'safe' | 'unsafe', ...edits: Edit[]): Finding => ({
    ...{ path: 'a.py', start: 0, end: 1, rule: 'r', severity: 'error', message: { key: '', params: {} }, related: [] },
    fixes: [{ title: { key: '', params: {} }, safety, edits }],
  });
  const chosen = (findings: readonly Finding[], unsafe = true) => chooseFixes(findings, unsafe).map(({ edits }) => edits);

  test('suggested ones only where they are wanted', () => {
    expect(chosen([finding('unsafe', edit(0, 2))], false)).toEqual([]);
    expect(chosen([finding('safe', edit(0, 2))], false)).toEqual([[edit(0, 2)]]);
  });

  test('those that touch another wait for the next round', () => {
    expect(chosen([finding('safe', edit(0, 4)), finding('safe', edit(3, 6)), finding('safe', edit(6, 8))])).toEqual([
      [edit(0, 4)],
      [edit(6, 8)],
    ]);
    expect(chosen([finding('safe', edit(4, 4, 'a')), finding('safe', edit(4, 4, 'b'))])).toEqual([[edit(4, 4, 'a')]]);
    expect(chosen([finding('safe', edit(0, 2), edit(9, 9, 'x')), finding('safe', edit(9, 10))])).toHaveLength(1);
  });

  test('two findings with the same remedy are mended by it once', () => {
    expect(chosen([finding('unsafe', edit(0, 4)), finding('unsafe', edit(0, 4))])).toEqual([[edit(0, 4)], []]);
  });
});

describe('writing a file', () => {
  const wrong = 's = torch.log(torch.softmax(x, dim=1))';
  const right = 's = torch.log_softmax(x, dim=1)';
  const program = (line: string) => `import torch\nx = torch.randn(4, 3)\n${line}\n`;

  test('keeps its line ends, its mark and its bytes', async () => {
    const path = join(folder, 'a.py');
    for (const [prefix, encoding] of [
      ['\ufeff# é\r\n', 'utf8'],
      ['# \u00e9\r\n', 'latin1'],
    ] as const) {
      const text = (line: string) => prefix + program(line).replaceAll('\n', '\r\n');
      writeFileSync(path, text(wrong), encoding);
      await softlens(['check', 'a.py', '--fix'], { cwd: folder });
      expect(readFileSync(path, encoding)).toBe(text(right));
    }
  });

  test('keeps its mode, and a link to it', async () => {
    const [path, link] = [join(folder, 'b.py'), join(folder, 'link.py')];
    writeFileSync(path, program(wrong));
    chmodSync(path, 0o755);
    symlinkSync(path, link);
    await softlens(['check', 'link.py', '--fix'], { cwd: folder });
    expect(readFileSync(path, 'utf8')).toBe(program(right));
    expect(statSync(path).mode & 0o777).toBe(0o755);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });
});

describe('editing a notebook', () => {
  const line = fc.string({ unit: fc.constantFrom('a', '"', '\\', 'é', '\t', '(') });
  const cell = fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 4 }), asList: fc.boolean() });

  test('changes the text of the cell and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.tuple(fc.nat(), fc.nat()),
        fc.string({ unit: fc.constantFrom('b', '\n', 'ü') }),
        fc.constantFrom(undefined, 1, 2),
        (cells, which, [a, b], text, indent) => {
          const sources = cells.map(({ lines }) => lines.join('\n'));
          const notebook = (texts: readonly string[]) => ({
            cells: texts.map((source, i) => ({
              source: cells[i]?.asList ? (source.match(/[^\n]*\n|[^\n]+$/g) ?? []) : source,
              outputs: [],
            })),
            nbformat: 4,
          });
          const index = which % sources.length;
          const source = sources[index] ?? '';
          const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y) as [number, number];
          const after = source.slice(0, start) + text + source.slice(end);
          const json = JSON.stringify(notebook(sources), null, indent);
          const edited = editNotebook(json, [{ cell: index + 1, start, end, text }]);
          expect(JSON.parse(edited ?? '')).toEqual(notebook(sources.with(index, after)));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('keeps each line as it is written, escapes and spaces included', () => {
    const json = '{"cells": [ {"source" : ["\\u0061 = 1\\n" ,\n\t"b = 2"]} ]}';
    expect(editNotebook(json, [{ cell: 1, start: 10, end: 11, text: '3' }])).toBe(json.replace('b = 2', 'b = 3'));
  });
});
