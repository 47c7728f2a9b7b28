/** Every word of the explorer in both languages. */
import { describe, expect, test } from 'vitest';
import { en } from '../../src/explorer/view/words.en.ts';
import { zhCn } from '../../src/explorer/view/words.zh-cn.ts';

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe.each(Object.entries(en))('%s', (word, english) => {
  const chinese = Object.entries(zhCn).find(([key]) => key === word)?.[1] ?? '';

  test('fills the same gaps in both', () => {
    expect(placeholders(chinese)).toEqual(placeholders(english));
  });
});

test('what is the same in both is a name or a formula', () => {
  const same = Object.entries(en).filter(([word, english]) =>
    Object.entries(zhCn).some(([key, text]) => key === word && text === english),
  );
  for (const [, text] of same) expect(text).not.toMatch(/ (?:the|of|a|in|is) /);
  expect(same.length).toBeLessThan(30);
});
