import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/api.ts';
import { applyConfiguration, nearest, validateConfiguration } from '../../src/configuration/index.ts';

const rules = ['softmax-before-cross-entropy', 'log-of-softmax', 'softmax-without-axis'];
const problems = (value: unknown) => validateConfiguration(value, rules).problems;
const finding = (rule: string, path = 'src/train.py'): Finding => ({
  path,
  start: 0,
  end: 1,
  rule,
  severity: 'warning',
  message: { key: '', params: {} },
  related: [],
  fixes: [],
});

describe('a configuration', () => {
  test('may be empty, or use every key', () => {
    expect(problems({})).toEqual([]);
    expect(
      problems({
        $schema: 'x',
        select: ['all'],
        ignore: ['log-of-softmax'],
        severity: { 'log-of-softmax': 'hint' },
        exclude: ['third_party/**'],
        src: ['src'],
        overrides: [{ files: ['tests/**'], ignore: ['all'] }],
        functions: [],
      }),
    ).toEqual([]);
  });

  test('with a wrong key names the nearest right one', () => {
    expect(problems({ ingore: [] })).toEqual([{ at: '', problem: 'unknown-key', name: 'ingore', suggestion: 'ignore' }]);
    expect(problems({ overrides: [{ file: ['a'] }] })).toEqual([
      { at: 'overrides[0]', problem: 'missing-key', name: 'files' },
      { at: 'overrides[0]', problem: 'unknown-key', name: 'file', suggestion: 'files' },
    ]);
  });

  test('with a wrong rule or severity names the nearest right one', () => {
    expect(problems({ select: ['log-of-sofmax'] })).toEqual([
      { at: 'select[0]', problem: 'unknown-rule', name: 'log-of-sofmax', suggestion: 'log-of-softmax' },
    ]);
    expect(problems({ severity: { 'log-of-softmax': 'warn' } })).toMatchObject([
      { at: 'severity.log-of-softmax', problem: 'wrong-value', suggestion: 'warning' },
    ]);
  });

  test('of the wrong type says what was expected', () => {
    expect(problems([])).toMatchObject([{ problem: 'wrong-type', expected: 'object' }]);
    expect(problems({ exclude: 'build' })).toMatchObject([{ at: 'exclude', problem: 'wrong-type', expected: 'array' }]);
  });

  test('selects, ignores and changes severities; an override has the last word', () => {
    const { configuration } = validateConfiguration(
      {
        ignore: ['softmax-without-axis'],
        severity: { 'log-of-softmax': 'error', 'softmax-before-cross-entropy': 'off' },
        overrides: [{ files: ['tests'], select: ['softmax-without-axis'] }],
      },
      rules,
    );
    const apply = (one: Finding) =>
      applyConfiguration([one], configuration, (glob, path) => path.startsWith(glob)).map(({ severity }) => severity);
    expect(apply(finding('log-of-softmax'))).toEqual(['error']);
    expect(apply(finding('softmax-before-cross-entropy'))).toEqual([]);
    expect(apply(finding('softmax-without-axis'))).toEqual([]);
    expect(apply(finding('softmax-without-axis', 'tests/a.py'))).toEqual(['warning']);
  });

  test('nearest finds a misspelling, and nothing in a different word', () => {
    expect(nearest('softmax-befor-cross-entropy', rules)).toBe('softmax-before-cross-entropy');
    expect(nearest('banana', rules)).toBeUndefined();
  });
});
