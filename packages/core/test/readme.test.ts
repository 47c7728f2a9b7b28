import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as core from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/^```js\n(.*?)^```/gms)].map(([, code = '']) => code);

describe('the README', () => {
  test.each(examples.map((code, i) => ({ name: `example ${i + 1}`, code })))('$name gives what its comments say', ({ code }) => {
    const { said, given } = run(code);
    expect(said.length).toBeGreaterThan(0);
    expect(given).toEqual(said);
  });

  test('lists every export, and nothing else', () => {
    const table = readme.slice(readme.indexOf('## All exports'));
    const listed = [...table.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    expect(listed.toSorted()).toEqual(Object.keys(core).toSorted());
  });
});

/** Runs an example whose import is replaced by the sources, and collects the value of every line that ends in a comment. */
function run(code: string): { said: unknown[]; given: unknown[] } {
  const said: unknown[] = [];
  const body = code
    .replace(/^import (\{[^}]*\}) from '@softlens\/core';$/m, 'const $1 = core;')
    .replace(/^(.*); \/\/ (.*)$/gm, (_, expression: string, comment: string) => {
      said.push(JSON.parse(comment));
      return `given.push(plain(${expression}));`;
    });
  const given: unknown[] = [];
  const plain = (value: unknown): unknown => (value instanceof Float64Array ? Array.from(value) : value);
  new Function('core', 'given', 'plain', body)(core, given, plain);
  return { said, given };
}
