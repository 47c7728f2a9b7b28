import { describe, expect, test } from 'vitest';
import { createLanguageService } from '../src/index.ts';
import { array, call, fact, snapshot, softmaxSnapshot, space } from './facts.ts';

const { inlayHints, codeLenses } = createLanguageService();
const english = { language: 'en', tooltips: true } as const;
const everywhere = { start: 0, end: 1e9 };

describe('inlay hints', () => {
  test('one per computed value, at the end of the expression', () => {
    const shot = softmaxSnapshot([2, 1, 0.1]);
    const hints = inlayHints(shot, everywhere, english);
    expect(hints.map(({ offset, label }) => [offset, label])).toEqual([[shot.document.text.indexOf('\n'), '→ .659 .242 .099']]);
    expect(hints[0]?.tooltip).toContain('| 0 |   2.0 |       0.659 |');
  });

  test('a tooltip has room between columns where the client sets tables without any', () => {
    const [hint] = inlayHints(softmaxSnapshot([2, 1, 0.1]), everywhere, { ...english, pictures: true });
    expect(hint?.tooltip).toContain('| 0 | &emsp;2.0 | &emsp;0.659 |');
  });

  test('many classes are summed up by the largest', () => {
    const hints = inlayHints(softmaxSnapshot(Array.from({ length: 10 }, (_, i) => (i === 7 ? 3 : 0))), everywhere, english);
    expect(hints.map(({ label }) => label)).toEqual(['→ argmax 7 (.691)']);
  });

  test('what an assigned name means, and its shape', () => {
    const text = 'logits = model(x)\n';
    const value = { kind: 'array' as const, library: 'torch', shape: ['N', 10], space: space('logits') };
    const shot = snapshot(text, [
      fact(text, 'logits', value, { kind: 'binding', name: 'logits', certainty: 'unknown', valueRange: { start: 9, end: 17 } }),
    ]);
    expect(inlayHints(shot, everywhere, english).map(({ offset, label, kind }) => [offset, label, kind])).toEqual([
      [6, ': logits [N, 10]', 'type'],
    ]);
  });

  test('literals, and calls around nothing but a literal, need none', () => {
    const text = 'z = torch.tensor([2.0, 1.0])\nw = [1.0, 2.0]\n';
    const range = (source: string) => ({ start: text.indexOf(source), end: text.indexOf(source) + source.length });
    const made = array([2], [2, 1]);
    const shot = snapshot(text, [
      fact(text, 'z', made, { kind: 'binding', valueRange: range('torch.tensor([2.0, 1.0])') }),
      fact(text, 'torch.tensor([2.0, 1.0])', made, {
        call: call({ name: 'torch.tensor', op: 'array', input: made, gives: 'logits' }),
      }),
      fact(text, 'w', array([2], [1, 2]), { kind: 'binding', valueRange: range('[1.0, 2.0]') }),
    ]);
    expect(inlayHints(shot, everywhere, english)).toEqual([]);
  });

  test('of a batch the largest class of each row', () => {
    const text = 'p = softmax(m)\n';
    const value = array([2, 2], [0.75, 0.25, 0.4, 0.6], { space: space('probabilities', 'categorical', -1) });
    const shot = snapshot(text, [fact(text, 'p', value, { kind: 'binding', valueRange: { start: 4, end: 14 } })]);
    expect(inlayHints(shot, everywhere, english).map(({ label }) => label)).toEqual(['→ argmax 0 1']);
  });

  test('never longer than 25 characters', () => {
    for (const logits of [[1], [1, 2, 3, 4, 5], [30, 0, -30], [-0.001, 0.0002, 1e-9, 4]]) {
      for (const { label } of inlayHints(softmaxSnapshot(logits), everywhere, english))
        expect(label.length).toBeLessThanOrEqual(25);
    }
  });

  test('only in the range that is asked for', () => {
    expect(inlayHints(softmaxSnapshot([2, 1, 0.1]), { start: 60, end: 70 }, english)).toEqual([]);
  });
});

describe('lenses', () => {
  test('one per statement, with the sum and the largest class', () => {
    const lenses = codeLenses(softmaxSnapshot([2, 1, 0.1]), { ...english, show: 'all' });
    expect(lenses.map(({ title }) => title)).toEqual(['Σ = 1 ✓ · argmax 0 (0.659)']);
  });

  test('none of these when only problems are wanted', () => {
    expect(codeLenses(softmaxSnapshot([2, 1, 0.1]), { ...english, show: 'problems' })).toEqual([]);
  });
});
