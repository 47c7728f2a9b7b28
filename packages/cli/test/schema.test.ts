import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportedRules } from '@softlens/analysis';
import { validateConfiguration } from '@softlens/analysis/configuration';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { schemaText } from '../src/schema-text.ts';

const published = readFileSync(join(import.meta.dirname, '../softlens.schema.json'), 'utf8');

test('softlens.schema.json is fresh: run "pnpm --filter softlens generate"', () => {
  expect(published).toBe(schemaText());
});

describe('the schema and the check agree', () => {
  const validate = new Ajv.default({ strict: false }).compile(JSON.parse(published));
  const rules = reportedRules.map(({ id }) => id);
  const row = { name: 'my.loss', signature: '(input: input, target: target)' };

  test.each([
    {},
    { select: ['all'], ignore: ['log-of-softmax'], severity: { 'log-of-softmax': 'off' }, exclude: ['a'], src: ['lib'] },
    { overrides: [{ files: ['tests/**'], severity: { 'naive-softmax': 'hint' } }] },
    { functions: [row, { ...row, accepts: [{ role: 'input', space: 'logits' }] }] },
  ])('on what is right: %j', (configuration) => {
    expect(validateConfiguration(configuration, rules).problems).toEqual([]);
    expect(validate(configuration)).toBe(true);
  });

  test.each([
    [],
    { ingore: [] },
    { select: 'all' },
    { select: ['log-of-sofmax'] },
    { severity: { 'log-of-softmax': 'warn' } },
    { severity: { all: 'hint' } },
    { overrides: [{}] },
    { functions: [{ name: 'f' }] },
    { functions: [{ ...row, accepts: [{ role: 'input', space: 'logit' }] }] },
  ])('on what is wrong: %j', (configuration) => {
    expect(validateConfiguration(configuration, rules).problems).not.toEqual([]);
    expect(validate(configuration)).toBe(false);
  });
});
