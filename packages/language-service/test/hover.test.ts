import { displayWidth } from '@softlens/analysis/format';
import { describe, expect, test } from 'vitest';
import { createLanguageService, type HoverOptions } from '../src/index.ts';
import { array, at, call, fact, snapshot, softmaxSnapshot, space } from './facts.ts';

const { hover } = createLanguageService();
const english: HoverOptions = { language: 'en', pictures: false };

describe('hover of a softmax', () => {
  const three = softmaxSnapshot([2, 1, 0.1]);

  test('the first line says it all; table, sums and context follow', () => {
    expect(hover(three, at(three, 'softmax'), english)?.markdown).toBe(
      [
        '**softmax** → `[0.659, 0.242, 0.099]`',
        '',
        'Σ = 1 ✓ · argmax 0 (0.659) · entropy 0.847 nats = 1.22 bits',
        '',
        '| i | logit | probability |          | hardmax |',
        '|--:|------:|------------:|:---------|--------:|',
        '| 0 |   2.0 |       0.659 | ███████▉ |   **1** |',
        '| 1 |   1.0 |       0.242 | ██▉      |       0 |',
        '| 2 |   0.1 |       0.099 | █▏       |       0 |',
        '',
        'odds p₀ : p₁ = e¹ = 2.718',
        '',
        '`float64 [3]` · probabilities · sums to 1 along dim 0 (3 classes)',
        '',
        '*exact: follows from the literals in the code*',
        '',
        '---',
        '',
        'softmax(z)ᵢ = e^zᵢ / Σⱼ e^zⱼ (j = 1…K): for multi-class problems, one distribution over K classes. The exponential widens the distances; hardmax just takes the maximum. [Read more](http://neuralnetworksanddeeplearning.com/chap3.html#softmax)',
      ].join('\n'),
    );
  });

  test('it covers the whole call', () => {
    const found = hover(three, at(three, 'softmax'), english);
    expect(three.document.text.slice(found?.start, found?.end)).toBe('F.softmax(torch.tensor([2, 1, 0.1]), dim=0)');
  });

  test('pointing at the numbers inside shows what becomes of them', () => {
    expect(hover(three, at(three, '0.1'), english)?.markdown).toMatch(/^\*\*softmax\*\* → /);
    expect(hover(three, at(three, 'tensor'), english)?.markdown).toMatch(/^\*\*tensor\*\* → `\[2\.0, 1\.0, 0\.1\]`/);
  });

  test('a name shows the logits that went in, and where they did', () => {
    const shown = hover(three, three.document.text.lastIndexOf('probs'), english)?.markdown;
    expect(shown).toMatch(/^\*\*probs\*\* = `\[0\.659, 0\.242, 0\.099\]`/);
    expect(shown).toContain('| 0 |   2.0 |       0.659 |');
    expect(shown).toContain('from `softmax` `train.py:1`');
  });

  test('two classes show the sigmoid that they are', () => {
    const two = softmaxSnapshot([2, 1]);
    expect(hover(two, at(two, 'softmax'), english)?.markdown).toContain('p₁ = σ(z₁ − z₀) = σ(−1.0) = 0.269');
  });

  test('columns stand below each other where Markdown is shown as it is written, in Chinese too', () => {
    const shown = hover(three, at(three, 'softmax'), { language: 'zh-cn', pictures: false })?.markdown ?? '';
    const widths = shown
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map(displayWidth);
    expect(widths).toHaveLength(5);
    expect(new Set(widths).size).toBe(1);
    expect(shown).toContain('概率');
  });

  test('many classes are cut, but never the largest', () => {
    const many = softmaxSnapshot(Array.from({ length: 40 }, (_, i) => (i === 33 ? 5 : 0)));
    const shown = hover(many, at(many, 'softmax'), english)?.markdown ?? '';
    expect(shown).toMatch(/^\| 33 \| +5\.0 \|/m);
    expect(shown).toContain('… 20 more');
  });

  test('in Chinese', () => {
    const shown = hover(three, at(three, 'softmax'), { ...english, language: 'zh-cn' })?.markdown ?? '';
    expect(shown).toContain('概率 · 沿 dim 0 总和为 1（3 类）');
    expect(shown).toContain('用于多分类');
  });

  test('nothing outside our expressions', () => {
    expect(hover(three, at(three, 'print'), english)).toBeNull();
  });
});

describe('hover of a sigmoid', () => {
  const made = space('probabilities', 'bernoulli');
  const sigmoid = (shape: readonly number[], x: readonly number[]) => {
    const text = 'p = torch.sigmoid(x)\n';
    const value = array(
      shape,
      x.map((z) => 1 / (1 + Math.exp(-z))),
      { space: made },
    );
    return snapshot(text, [
      fact(text, 'torch.sigmoid(x)', value, {
        call: call({ name: 'torch.sigmoid', op: 'sigmoid', input: array(shape, x), gives: 'probabilities' }),
      }),
    ]);
  };

  test('one value: its two-class softmax, its odds, its other name', () => {
    const one = sigmoid([], [2]);
    const shown = hover(one, at(one, 'sigmoid'), english)?.markdown ?? '';
    expect(shown).toMatch(/^\*\*sigmoid\*\* → `0\.881`/);
    expect(shown).toContain('= softmax([2, 0])₀ = e² / (e² + 1) · odds p : (1 − p) = e² = 7.389');
    expect(shown).toContain('the logistic function (expit): for binary and multi-label problems');
  });

  test('several values stand on their own', () => {
    const several = sigmoid([3], [1.5, -0.3, 0.8]);
    const shown = hover(several, at(several, 'sigmoid'), english)?.markdown ?? '';
    expect(shown).toContain('| 1 |  −0.3 |       0.426 | █████▏     |     0 |');
    expect(shown).toContain('they need not add to 1 (Σ = 1.933)');
  });
});

describe('hover of what has no data', () => {
  test('shape, space and where it comes from, in another file', () => {
    const text = 'probs = model(x)\n';
    const origin = [{ what: 'torch.nn.functional.softmax', place: { path: 'net/model.py', start: 20, end: 30 } }];
    const value = {
      kind: 'array' as const,
      library: 'torch',
      dtype: 'float32' as const,
      shape: ['N', 10],
      space: space('probabilities', 'categorical', 1, origin),
      reason: { key: 'unread-call' as const, name: 'load' },
    };
    const shot = snapshot(text, [fact(text, 'probs', value, { kind: 'binding', name: 'probs', certainty: 'unknown' })], {
      'net/model.py': 'one\ntwo\nthree\n'.repeat(5),
    });
    expect(hover(shot, 0, english)?.markdown).toBe(
      [
        '**probs**: `float32 [N, 10]`',
        'probabilities · sums to 1 along dim 1',
        'from `softmax` `model.py:5`',
        '*values unknown: the function `load` is not known*',
      ].join('\n\n'),
    );
  });

  test('a value of which nothing is known is left to others', () => {
    const text = 'x = load()\n';
    const shot = snapshot(text, [
      fact(text, 'x', { kind: 'unknown', reason: { key: 'input' } }, { kind: 'binding', name: 'x', certainty: 'unknown' }),
    ]);
    expect(hover(shot, 0, english)).toBeNull();
  });

  test('what depends on a branch shows each possibility', () => {
    const text = 'y = f()\n';
    const value = {
      kind: 'alternatives' as const,
      of: [
        {
          value: array([2], [0.5, 0.5], { space: space('probabilities', 'categorical', 0) }),
          when: [{ subject: 'param:main.args.loss', test: 'equals' as const, to: 's:bce', holds: true }],
        },
        { value: array([2], [0, 0], { space: space('logits') }), when: [] },
      ],
    };
    const shot = snapshot(text, [fact(text, 'y', value, { kind: 'binding', name: 'y' })]);
    expect(hover(shot, 0, english)?.markdown).toContain('- `[0.5, 0.5]` when `main.args.loss == bce`\n- `[0.0, 0.0]`');
  });
});

test('a matrix shows each row', () => {
  const text = 'p = softmax(m)\n';
  const value = array([2, 2], [0.75, 0.25, 0.5, 0.5], { space: space('probabilities', 'categorical', -1) });
  const shot = snapshot(text, [fact(text, 'p', value, { kind: 'binding', name: 'p' })]);
  const shown = hover(shot, 0, english)?.markdown ?? '';
  expect(shown).toContain('|    row | probabilities  | Σ |   argmax | entropy |');
  expect(shown).toContain('| [0, :] | `[0.75, 0.25]` | 1 | 0 (0.75) |   0.562 |');
  expect(shown).toContain('Σ = 1 along dim 1 ✓');
});
