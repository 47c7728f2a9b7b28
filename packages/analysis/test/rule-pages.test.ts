/** The pages in Simplified Chinese, and the lists of rules; `rules.test.ts` tests the English pages themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
// @ts-expect-error: a script of the build, which has no types
import * as generator from '../scripts/generate-rules.mjs';
import { reportedRules } from '../src/index.ts';

const folder = join(import.meta.dirname, '../src/rules');
const sections: ReadonlyMap<string, string> = new Map([
  ['What it does', '作用'],
  ['Why is this bad', '为什么不好'],
  ['Example', '示例'],
  ['Use instead', '改用'],
  ['Fix safety', '修复是否安全'],
  ['References', '参考'],
]);

const page = (id: string, extension: string): string => readFileSync(join(folder, generator.pagePath(id, extension)), 'utf8');
const headings = (text: string): readonly string[] => [...text.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);
const codeBlocks = (text: string): readonly string[] => text.match(/^```[\s\S]*?^```$/gm) ?? [];
const links = (text: string): readonly string[] => text.match(/https?:[^)\s]+/g) ?? [];

const figures = (text: string): ReadonlySet<string> => new Set(prose(text).match(/\d+\.\d+/g));
const codeSpans = (text: string): ReadonlySet<string> => new Set(prose(text).match(/`[^`]+`/g));
const prose = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '').replace(/^## (References|参考)[\s\S]*/m, '');

describe('the page in Simplified Chinese', () => {
  test.each(reportedRules.map(({ id }) => id))('of %s has the English page’s sections, code, figures and links', (id) => {
    const english = page(id, '.md');
    const chinese = page(id, '.zh-cn.md');
    expect(chinese.split('\n## ')[0]).toBe(english.split('\n## ')[0]);
    expect(headings(chinese)).toEqual(headings(english).map((title) => sections.get(title)));
    expect(codeBlocks(chinese)).toEqual(codeBlocks(english));
    expect(codeSpans(chinese)).toEqual(codeSpans(english));
    expect(figures(chinese)).toEqual(figures(english));
    expect(links(chinese)).toEqual(links(english));
    for (const section of prose(chinese)
      .split(/^## .+$/m)
      .slice(1, 3))
      expect(section).toMatch(/\p{Script=Han}{2}/u);
  });

  test('is there for no rule that is gone', () => {
    const files = [folder, join(folder, 'engine')].flatMap((path) => readdirSync(path));
    const pages = files.filter((name) => name.endsWith('.zh-cn.md')).map((name) => name.replace('.zh-cn.md', ''));
    expect(pages.toSorted()).toEqual(reportedRules.map(({ id }) => id).toSorted());
  });
});

describe('the lists of rules', () => {
  test('say of each rule what the rule says of itself', () => {
    const facts = reportedRules.map(({ id, severity, fix }) => ({ id, severity, ...(fix && { fix }) }));
    expect(generator.ruleFacts().toSorted(byId)).toEqual(facts.toSorted(byId));
  });

  const files: readonly (readonly [string, string])[] = [...generator.generated()];
  test.each(files.map(([path, text]) => [relative(folder, path), path, text] as const))(
    '%s is fresh: run `pnpm generate`',
    (_, path, text) => {
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );
});

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
