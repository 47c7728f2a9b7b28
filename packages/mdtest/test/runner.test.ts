import { describe, expect, test } from 'vitest';
import { checkTest, type Observation, readExpectations, readTests, type TestFile, updateMarkdown } from '../src/index.ts';

const fence = '```';
const markdown = `# Losses

## A probability meets cross-entropy

Why it matters.

\`model.py\`:

${fence}python
p = softmax(x)  # reveal: probabilities[axis=1]
${fence}

${fence}python
loss(p)  # error[softmax-before-cross-entropy]
#    ^^ error[other]
q = 1 / 3  # => 0.333
${fence}
`;

const [only] = readTests(markdown);
const nothing: Observation = { findings: [], valueIn: () => undefined };

/** Observes the given findings by text, and values by line. */
const observing =
  (findings: readonly [string, string][], values: Readonly<Record<string, { reveal: string; value?: string }>>) =>
  (files: readonly TestFile[]): Observation => ({
    findings: findings.flatMap(([code, rule]) =>
      files.flatMap(({ path, text }) =>
        text.includes(code)
          ? [{ path, start: text.indexOf(code), end: text.indexOf(code) + code.length, level: 'error' as const, rule }]
          : [],
      ),
    ),
    valueIn(path, start) {
      const observed = values[files.find((file) => file.path === path)?.text.slice(start, start + 1) ?? ''];
      return observed && { ...observed, agrees: (written) => observed.value?.startsWith(written) === true };
    },
  });

const all = { p: { reveal: 'probabilities[axis=1]' }, q: { reveal: 'float', value: '0.3333' } };
const messages = (observe: (files: readonly TestFile[]) => Observation): readonly string[] =>
  only ? checkTest(only, observe).map(({ message }) => message) : [];

describe('a Markdown file', () => {
  test('is a test per heading with a program, its files named by the line above', () => {
    expect(only?.name).toBe('A probability meets cross-entropy');
    expect(only?.files.map(({ path }) => path)).toEqual(['model.py', 'file1.py']);
  });

  test('expects what its comments say, of the code before them', () => {
    expect(readExpectations(only?.files[1]?.text ?? '')).toMatchObject([
      { rule: 'softmax-before-cross-entropy', line: 0, todo: false },
      { rule: 'other', line: 0, columns: { start: 5, end: 7 } },
      { kind: 'value', line: 2, text: '0.333' },
    ]);
  });
});

describe('a test', () => {
  test('passes when all is as expected', () => {
    expect(
      messages(
        observing(
          [
            ['loss(p)', 'softmax-before-cross-entropy'],
            ['p)  # error', 'other'],
          ],
          all,
        ),
      ),
    ).toEqual(['unexpected error[other] at columns 5–16', 'missing error[other]']);
    expect(messages(observing([['loss(p)', 'softmax-before-cross-entropy']], all))).toEqual(['missing error[other]']);
    const exact = (files: readonly TestFile[]): Observation => {
      const seen = observing([['loss(p)', 'softmax-before-cross-entropy']], all)(files);
      return { ...seen, findings: [...seen.findings, { path: 'file1.py', start: 5, end: 7, level: 'error', rule: 'other' }] };
    };
    expect(messages(exact)).toEqual([]);
  });

  test('fails for what is missing, different or not expected', () => {
    expect(messages(() => nothing)).toHaveLength(4);
    expect(messages(observing([['q = 1', 'surprise']], { ...all, q: { reveal: 'float', value: '0.4' } }))).toEqual([
      'unexpected error[surprise] at columns 0–5',
      'missing error[softmax-before-cross-entropy]',
      'missing error[other]',
      'expected => 0.333, got 0.4',
    ]);
  });

  test('a todo fails once it is mended', () => {
    const [todo] = readTests(`# T\n\n${fence}python\nf(x)  # todo-error[late]\n${fence}\n`);
    if (!todo) throw new Error('no test');
    expect(checkTest(todo, () => nothing)).toEqual([]);
    expect(checkTest(todo, observing([['f(x)', 'late']], {})).map(({ message }) => message)).toEqual([
      'error[late] is found now: drop "todo-"',
    ]);
  });

  test('an update writes what was observed', () => {
    const problems = only
      ? checkTest(only, observing([], { p: { reveal: 'logits' }, q: { reveal: 'float', value: '0.25' } }))
      : [];
    const updated = updateMarkdown(markdown, problems);
    expect(updated).toContain('p = softmax(x)  # reveal: logits\n');
    expect(updated).toContain('q = 1 / 3  # => 0.25\n');
  });
});
