/** TensorFlow, Keras, JAX, Flax and Optax as documented (golden/corpus/documented.py): wrong on none, nearly all evaluated. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestParser } from '@softlens/mdtest';
import { expect, test } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { type Golden, judge, type Verdict } from './compare.ts';

const rows: readonly (Golden & { expression: string })[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../golden/corpus/documented.json'), 'utf8'),
);
const prelude = 'import jax\nimport jax.numpy as jnp\nimport optax\nimport tensorflow as tf\n';

test('the documented corpus: none is wrong, at least 95 % are evaluated', async () => {
  const parser = await createTestParser();
  const analyzer = createAnalyzer({ rethrow: true });
  const verdicts = rows.map((row): readonly [Verdict, string] => {
    const text = prelude + row.expression;
    const { facts } = analyzer.evaluateExpression(parser.parse(text, 'python'), text);
    const begin = text.length - (row.expression.split('\n').at(-1)?.length ?? 0);
    const fact = facts.find(({ kind, start, end }) => kind === 'expression' && start === begin && end === text.length);
    return [judge(fact?.value, row), row.expression];
  });
  const of = (verdict: Verdict): readonly string[] => verdicts.filter(([one]) => one === verdict).map(([, what]) => what);
  expect(of('wrong')).toEqual([]);
  expect(of('right').length / rows.length, of('unknown').join('\n')).toBeGreaterThanOrEqual(0.95);
});
