import { describe, expect, test } from 'vitest';
import { sample, sampleNames, sampleOf } from '../src/state/samples.ts';
import { words } from '../src/words/words.ts';

describe.each(sampleNames)('%s', (name) => {
  test('is there in both languages', () => {
    for (const language of ['en', 'zh-cn'] as const) {
      for (const { text } of sample(name, language).files) expect(text.length).toBeGreaterThan(50);
      expect(words[language].samples[name]).toBeDefined();
    }
  });

  test('differs in its prose only', () => {
    const code = (language: 'en' | 'zh-cn') =>
      sample(name, language).files.map(({ name, text }) => [name, withoutProse(name, text)]);
    expect(code('zh-cn')).toEqual(code('en'));
  });

  test('is recognised until it is edited', () => {
    const files = sample(name, 'zh-cn');
    expect(sampleOf(files)).toBe(name);
    const [first, ...others] = files.files;
    expect(sampleOf({ files: [{ name: first?.name ?? '', text: `${first?.text} ` }, ...others], active: 0 })).toBeUndefined();
  });
});

test('the two languages say the same things with the same gaps', () => {
  const gaps = (language: 'en' | 'zh-cn') =>
    Object.fromEntries(
      Object.entries(words[language]).map(([key, text]) => [
        key,
        JSON.stringify(text)
          .match(/\{\w+\}/g)
          ?.sort(),
      ]),
    );
  expect(gaps('zh-cn')).toEqual(gaps('en'));
});

/** Comments, and of Markdown all but its blocks, spans and formulas. */
function withoutProse(name: string, text: string): string {
  if (name.endsWith('.md')) return (text.match(/```[\s\S]*?```|`[^`\n]+`|\$\$?[^$]+\$\$?/g) ?? []).join('\n');
  return text.replace(/(?:#|\/\/).*/g, '').replace(/ +$/gm, '');
}
