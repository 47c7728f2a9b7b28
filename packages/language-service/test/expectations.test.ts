import { describe, expect, test } from 'vitest';
import { createLanguageService } from '../src/index.ts';
import { at, program } from './programs.ts';

const service = createLanguageService();
const english = { language: 'en' } as const;
const hover = { ...english, pictures: false };

const python = program({
  'main.py': [
    'import torch',
    'probs = torch.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)  # => [0.66, 0.24, 0.10]',
    'loss = -torch.log(probs[1])  # => 0.417',
    'largest = probs.argmax()  # =>',
    'noise = torch.randn(3).sum()  # => 0.1',
    '',
  ].join('\n'),
});

describe('a value that a comment expects', () => {
  test('has a lens with both numbers, right or wrong', () => {
    const titles = service.codeLenses(python, { ...english, show: 'all' }).map(({ title }) => title);
    expect(titles).toEqual(['✓ [0.66, 0.24, 0.10] · [0.6590, 0.2424, 0.0986]', '✗ is 1.417, not 0.417']);
    expect(service.codeLenses(python, { ...english, show: 'problems' }).map(({ title }) => title)).toEqual([
      '✗ is 1.417, not 0.417',
    ]);
  });

  test('is judged in the hover of the comment, which then tells the value', () => {
    const right = service.hover(python, at(python, '# => [0.66'), hover);
    expect(right?.markdown).toMatch(
      /^✓ `\[0\.66, 0\.24, 0\.10\]` is right to the digits written: `\[0\.6590, 0\.2424, 0\.0986\]`/,
    );
    expect(right?.markdown).toContain('float32');
    const wrong = service.hover(python, at(python, '# => 0.4|17'), hover);
    expect(wrong?.markdown).toMatch(/^✗ expected `0\.417`, the value is `1\.417`/);
    expect(service.hover(python, at(python, '# => 0.1|\n'), hover)?.markdown).toMatch(/^Not compared/);
    expect(service.hover(python, at(python, '# =>|\n'), { ...hover, language: 'zh-cn' })?.markdown).toMatch(/^值是 `0`/);
  });

  test('is mended by a quick fix in as many digits', () => {
    const range = { start: at(python, 'loss ='), end: at(python, 'loss =') };
    expect(service.codeActions(python, range, english)).toEqual([]);
    const place = at(python, '0.4|17');
    const [fix] = service.codeActions(python, { start: place, end: place }, english);
    expect(fix).toMatchObject({ title: 'Write 1.417', kind: 'quickfix', preferred: true, edits: [{ text: '1.417' }] });
    expect(service.fixAll(python, 'Fix all')?.edits.map(({ text }) => text)).toEqual(['1.417']);
  });

  test('is filled in where it is empty, from anywhere on its line', () => {
    const place = at(python, 'lar|gest');
    expect(service.codeActions(python, { start: place, end: place }, english)).toEqual([
      {
        title: 'Write the value: 0',
        kind: 'quickfix',
        preferred: true,
        edits: [{ path: 'main.py', start: at(python, '# =>|\n') + 0, end: at(python, '# =>|\n'), text: ' 0' }],
      },
    ]);
  });

  test('in JavaScript, over several lines and within functions', () => {
    const page = program({
      'main.js': [
        'const sigmoid = (x) => {',
        '  const e = Math.exp(-x);',
        '  return 1 / (1 + e); // => 0.88',
        '};',
        'sigmoid(2);',
        '// => 0.8808',
        'const table = {',
        '  a: [1, 2.5],',
        '}; // => ',
        '',
      ].join('\n'),
    });
    expect(service.codeLenses(page, { ...english, show: 'all' }).map(({ title }) => title)).toEqual([
      '✓ 0.88 · 0.8808',
      '✓ 0.8808',
    ]);
    const place = at(page, '// => |\n');
    const [fill] = service.codeActions(page, { start: place, end: place }, english);
    expect(fill?.edits[0]?.text).toBe(' {a: [1, 2.5]}');
  });
});
