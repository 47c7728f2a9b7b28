/** `softlens/explore`: the logits behind an expression and the place where they are written. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeLens, Hover } from 'vscode-languageserver-protocol';
import type { ExploreAnswer } from '../src/explore.ts';
import { startClient, type TestClient } from './client.ts';

const uri = 'file:///project/a.py';
let client: TestClient;
beforeEach(async () => {
  client = await startClient();
});
afterEach(() => client.stop());

/** Asks at the `^` below the line that is asked about. */
async function explore(marked: string): Promise<ExploreAnswer | null> {
  const lines = marked.split('\n');
  const caret = lines.findIndex((line) => /^ *\^$/.test(line));
  const position = { line: caret - 1, character: lines[caret]?.indexOf('^') ?? 0 };
  await client.open(uri, lines.toSpliced(caret, 1).join('\n'));
  return client.connection.sendRequest('softlens/explore', { textDocument: { uri }, position });
}

test('a call gives its logits, what becomes of them, and the place of each number', async () => {
  const answer = await explore(`
import torch, torch.nn.functional as F
p = F.softmax(torch.tensor([2.0, -1.0, 0.1]), dim=0)
      ^`);
  expect(answer).toMatchObject({ title: 'softmax', activation: 'softmax', library: 'torch', axis: 0, chosen: 0 });
  const [vector] = answer?.vectors ?? [];
  expect(vector?.logits).toEqual([2, -1, Math.fround(0.1)]);
  expect(vector?.literal).toMatchObject({
    uri,
    text: '[2.0, -1.0, 0.1]',
    range: { start: { line: 2, character: 27 }, end: { line: 2, character: 43 } },
  });
  expect(vector?.literal?.elements.map(([start, end]) => vector.literal?.text.slice(start, end))).toEqual(['2.0', '-1.0', '0.1']);
});

test('a name leads to the numbers it was given', async () => {
  const answer = await explore(`
import numpy as np
from scipy.special import softmax
scores = np.array([2.0, 1.0])
probs = softmax(scores)
          ^`);
  expect(answer?.vectors[0]?.literal).toMatchObject({ text: '[2.0, 1.0]', range: { start: { line: 3 } } });
});

test('of a matrix, the row that the cursor is in is chosen', async () => {
  const answer = await explore(`
import torch
rows = torch.tensor([[2.0, 1.0], [0.5, 2.5]]).softmax(dim=1)
                                    ^`);
  expect(answer).toMatchObject({ axis: 1, chosen: 1 });
  expect(answer?.vectors.map(({ literal }) => literal?.text)).toEqual(['[2.0, 1.0]', '[0.5, 2.5]']);
});

test('a method is applied to the numbers of the name before it', async () => {
  const answer = await explore(`
import torch
scores = torch.tensor([2.0, 1.0])
probs = scores.softmax(0)
                ^`);
  expect(answer?.vectors[0]?.literal).toMatchObject({ range: { start: { line: 2 } } });
});

test('what is computed has no place to write to', async () => {
  const answer = await explore(`
import torch
p = torch.softmax(torch.tensor([2.0, 1.0]) / 2, 0)
             ^`);
  expect(answer?.vectors).toEqual([{ index: [], logits: [1, 0.5] }]);
});

test('a single sigmoid is one logit', async () => {
  const answer = await explore(`
import torch
p = torch.sigmoid(torch.tensor(1.2))
             ^`);
  expect(answer).toMatchObject({ activation: 'sigmoid', vectors: [{ logits: [Math.fround(1.2)], literal: { text: '1.2' } }] });
});

test('a loss is explored with its target', async () => {
  const answer = await explore(`
import torch, torch.nn.functional as F
loss = F.cross_entropy(torch.tensor([[2.0, 1.0, 0.1]]), torch.tensor([2]))
             ^`);
  expect(answer).toMatchObject({
    activation: 'cross-entropy',
    targets: [2],
    vectors: [{ literal: { text: '[2.0, 1.0, 0.1]' } }],
  });
});

test('where nothing can be told there is nothing to explore', async () => {
  expect(
    await explore(`
import torch
  ^`),
  ).toBeNull();
});

test('a masked class stays without probability', async () => {
  const answer = await explore(`
import torch
p = torch.softmax(torch.tensor([float('-inf'), 1.0, 0.5]), dim=0)
             ^`);
  expect(answer?.vectors).toEqual([{ index: [], logits: [-1e9, 1, 0.5], infinite: true }]);
});

test.each(["[float('nan'), 1.0]", "[float('inf'), 1.0]", "[float('-inf'), float('-inf')]"])('NaN comes of %s', async (logits) => {
  const answer = await explore(`
import torch
p = torch.softmax(torch.tensor(${logits}), dim=0)
             ^`);
  expect(answer).toBeNull();
});

test('single probabilities lead back to their log-odds, also where they are certain', async () => {
  const answer = await explore(`
import torch
labels = torch.sigmoid(torch.tensor([0.0, 200.0, -1000.0]))
again = labels.flip(0)
  ^`);
  expect(answer).toMatchObject({ activation: 'sigmoid', recovered: true, vectors: [{ logits: [-1e9, 1e9, 0], infinite: true }] });
});

describe('a client that has the command', () => {
  const text = 'import torch\np = torch.softmax(torch.tensor([2.0, 1.0]), 0)\n';
  const place = { uri, position: { line: 1, character: 10 } };
  const hover = async (): Promise<string> => {
    await client.open(uri, text);
    const answer = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: place.position,
    });
    return JSON.stringify(answer.contents);
  };

  test('is given a link to it in the hover, and it in the lens of a value', async () => {
    await client.stop();
    client = await startClient({ commands: ['softlens.openExplorer'] });
    expect(await hover()).toContain(`(command:softlens.openExplorer?${encodeURIComponent(JSON.stringify([place]))})`);
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    expect(lenses.map(({ command }) => command?.command)).toEqual(['softlens.openExplorer']);
  });

  test('others are not', async () => {
    expect(await hover()).not.toContain('command:');
  });
});
