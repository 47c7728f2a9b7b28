/** Markdown pages: code spans in the scope where they stand, and formulas. */
import { createTestParser } from '@softlens/mdtest';
import { readFormula } from '@softlens/syntax/formula';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatValue } from '../src/format/index.ts';
import { createAnalyzer, type ParsedDocument, type Project, readPage } from '../src/index.ts';

const parser = await createTestParser();
const reader = { parse: parser.parse, formula: readFormula };
const analyzer = createAnalyzer({ rethrow: true, parseExpression: parser.parse });

/** What the page's spans and formulas are, by their text. */
function valuesOf(text: string): Readonly<Record<string, string | undefined>> {
  const { programs, formulas } = readPage({ path: 'page.md', text, version: '1' }, reader);
  const values: Record<string, string | undefined> = {};
  for (const document of [...programs, ...(formulas ? [formulas] : [])]) {
    const { facts } = analyzer.analyze(projectOf(document), document.path);
    const wanted = [...(document.asides ?? []), ...(document === formulas ? document.module.body : [])];
    for (const { start, end } of wanted) {
      const fact = facts.find((one) => one.kind === 'expression' && one.start === start && one.end === end);
      values[text.slice(start, end)] = fact && formatValue(fact.value);
    }
  }
  return values;
}

const projectOf = (document: ParsedDocument): Project => ({
  module: (path) => (path === document.path ? document : undefined),
  exists: (path) => path === document.path,
  importRoots: [],
});

const valueOfFormula = (formula: string): string | undefined => Object.values(valuesOf(`$${formula}$`))[0];

describe('a code span', () => {
  test('is evaluated with the program before it, and has no part in it', () => {
    const page = [
      'At first `softmax([2, 1, 0.1])`, and `T * 2` when nothing has a name.',
      '',
      '```python',
      'T = 2.0',
      'z = [2, 1, 0.1]',
      'def scale(x):',
      '    return x / T',
      '```',
      '',
      'Now `scale(4)` and `z.append(3)`; `len(z)` is still three, `T` is only a name, `z =` no expression.',
      '',
      '```python',
      'T = 4.0',
      '```',
      '',
      'Then `scale(4)  `.',
    ].join('\n');
    expect(valuesOf(page)).toEqual({
      'softmax([2, 1, 0.1])': '[0.659, 0.242, 0.099]',
      'T * 2': '8.0',
      'scale(4)': '1.0',
      'z.append(3)': 'None',
      'len(z)': '3',
    });
  });

  test('is JavaScript on a page of JavaScript', () => {
    expect(valuesOf('```js\nconst a = 2;\n```\n\n`Math.max(a, 1) + 1`')).toEqual({ 'Math.max(a, 1) + 1': '3' });
  });
});

describe('a formula', () => {
  test.each([
    ['\\sigma(2)', '0.881'],
    ['\\sigma\\left(-2\\right)', '0.119'],
    ['\\text{sigmoid}(0.5)', '0.622'],
    ['\\sigma(2.5 - 0.5)', '0.881'],
    ['\\mathrm{softmax}([2, 1, 0.1])', '[0.659, 0.242, 0.099]'],
    ['\\operatorname{softmax}(2, 1, 0.1)', '[0.659, 0.242, 0.099]'],
    ['\\operatorname*{softmax}\\left(\\left[2,\\; 1,\\; 0.1\\right]\\right)', '[0.659, 0.242, 0.099]'],
    ['softmax([2, 1, 0.1]^\\top)', '[0.659, 0.242, 0.099]'],
    ['\\text{softmax}\\left(\\begin{bmatrix} 2 \\\\ 1 \\\\ 0.1 \\end{bmatrix}\\right)', '[0.659, 0.242, 0.099]'],
    ['\\mathrm{softmax}([2, 1, 0.1] / 2)', '[0.502, 0.304, 0.194]'],
    ['\\frac{1}{1+e^{-2}}', '0.881'],
    ['\\frac{1}{1 + \\exp(-2)}', '0.881'],
    ['\\frac{e^{2}}{e^{2}+e^{1}+e^{0.1}}', '0.659'],
    ['\\frac{e^2}{e^2+e^1}', '0.73106'],
    ['e^2 / (e^2 + e^1)', '0.73106'],
    ['-\\log 0.5', '0.69315'],
    ['-\\log(\\sigma(2))', '0.12693'],
    ['\\log_{2} 8', '3.0'],
    ['2\\sigma(2) - 1', '0.76159'],
    ['\\tfrac12 \\ln\\frac{0.8}{0.2}', '0.69315'],
    ['\\log\\frac{0.8}{1-0.8}', '1.3863'],
  ])('%s = %s', (formula, value) => {
    expect(valueOfFormula(formula)?.slice(0, value.length - 1)).toBe(value.slice(0, -1));
  });

  test('with both sides of an equation, in the text and on its own', () => {
    const page = 'So $\\sigma(2) \\approx 0.88$, and\n\n$$\n\\sigma(2) = \\frac{1}{1+e^{-2}}\n$$\n';
    expect(valuesOf(page)).toEqual({ '\\sigma(2)': '0.881', '\\frac{1}{1+e^{-2}}': '0.881' });
  });

  test.each([
    '\\sigma(z)',
    '\\sigma^2(2)',
    'p = 0.5',
    '1 + 1',
    '\\frac{e^{z_i}}{\\sum_j e^{z_j}}',
    '\\mathrm{relu}(2)',
    '\\sigma(2',
    '\\frac{1}',
    'e^{',
    'O(2)',
    '\\sigma(1.2.3)',
    '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}',
    '\\log_{3} 9',
    '2 3',
  ])('that is no function of numbers is left alone: %s', (formula) => {
    expect(valuesOf(`$${formula}$`)).toEqual({});
  });

  test('of any kind is read without a fault, within its place', () => {
    const piece = fc.constantFrom(
      ...'\\frac \\sigma \\mathrm{softmax} \\begin{pmatrix} \\end{pmatrix} \\left( \\right) \\exp e ^ _ { } ( ) [ ] , & \\\\ 1 2 0.5 + - / \\cdot % \\text ~ $ x'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const { start, end } of readFormula({ text, start: 7 })) {
            expect(start).toBeGreaterThanOrEqual(7);
            expect(end).toBeLessThanOrEqual(7 + text.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(() => readFormula({ text: `1${'('.repeat(1900)}`, start: 0 })).not.toThrow();
    expect(() => readFormula({ text: '1{'.repeat(900), start: 0 })).not.toThrow();
  });
});
