import { expect, test } from 'vitest';
import { createTestParser } from '../src/parser.ts';

test('the test parser reads Python', async () => {
  const parser = await createTestParser();
  const module = parser.parse('probs = softmax([2, 1])  # logits', 'python');
  expect(module.body.map((statement) => statement.kind)).toEqual(['assign']);
  expect(module.comments.map((comment) => comment.text)).toEqual(['logits']);
  expect(module.errors).toEqual([]);
});
