import { expect, test } from 'vitest';
import { ruleHtml } from '../build/rule-page.ts';
import { readLink } from '../src/state/link.ts';

const page =
  '# naive-softmax\n\nSee [the other](log-of-softmax.md) and [torch](https://docs.pytorch.org/a.md).\n\n```python\nz = 1 < 2\n```\n';

test('its links lead to pages, its code stays text, and its example opens in the playground', async () => {
  const html = await ruleHtml('naive-softmax.md', page);
  expect(html).toContain('<a href="log-of-softmax.html">');
  expect(html).toContain('<a href="https://docs.pytorch.org/a.md">');
  expect(html).toContain('z = 1 &lt; 2');
  const [, hash = ''] = /index\.html(#[^"]+)/.exec(html) ?? [];
  expect(await readLink(hash)).toMatchObject({ files: { files: [{ name: 'example.py', text: 'z = 1 < 2\n' }] } });
});

test('each leads to the same page in the other language', async () => {
  expect(await ruleHtml('naive-softmax.md', page)).toContain('href="naive-softmax.zh-cn.html"');
  const chinese = await ruleHtml('naive-softmax.zh-cn.md', page);
  expect(chinese).toContain('href="naive-softmax.html"');
  expect(chinese).toContain('<html lang="zh-cn">');
});
