/** The built page in a real Chromium: what a visitor sees and does. */
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inaccessible } from '../../../../scripts/workbench/accessibility.mjs';
import { findChromium } from '../../../../scripts/workbench/chromium.mjs';
import { follow, hover, line, problems, ready, type Site, serve, shot, typeAt, type Visit, visit } from './harness.ts';

const chromium = findChromium();
/** On a busy machine. */
const soon = { timeout: 60_000 };

describe.skipIf(chromium === undefined)('the playground', () => {
  let site: Site;
  /** Stays open: most tests follow a link in it. */
  let first: Visit;
  const others: Visit[] = [];
  const open = async (...args: [hash?: string, options?: Parameters<typeof visit>[2]]) => {
    const opened = await visit(site, ...args);
    others.push(opened);
    return opened;
  };
  /** The open page with a sample as it was written. */
  const show = async (hash: string) => {
    await follow(first.page, hash);
    return first;
  };
  beforeAll(async () => {
    site = await serve(chromium ?? '');
    first = await visit(site);
  });
  afterEach(async ({ task }) => {
    for (const { page, close } of others.length > 0 ? others.splice(0) : [{ ...first, close: async () => {} }]) {
      if (task.result?.state === 'fail') await shot(page, `failure-${task.name.replaceAll(/\W+/g, '-')}`);
      await close();
    }
  });
  afterAll(() => site?.close());

  test('a hover shows the numbers, a table and a picture', async () => {
    const { page, complaints } = first;
    const box = await hover(page, 'one_of_three = ', 'softmax', 'softmax → [0.659, 0.242, 0.099]');
    expect(await box.locator('table').first().locator('tr').allInnerTexts()).toHaveLength(4);
    const picture = box.locator('img').first();
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(360);
    await line(page, '→ .659 .242 .099').waitFor();
    await page.locator('.codelens-decoration', { hasText: 'Σ = 1 ✓ · argmax 0 (0.659)' }).first().waitFor();
    await shot(page, 'hover');
    expect(complaints).toEqual([]);
  });

  test('a finding spans two files: its places lead there, and the fix clears it', async () => {
    const { page } = await show('#sample=softmax-before-cross-entropy');
    await expect.poll(() => problems(page), soon).toEqual(['train.py, line 14 softmax-before-cross-entropy']);
    await page.locator('.related button', { hasText: 'model.py, line 13' }).click();
    await page.locator('[role=tab][aria-selected=true]', { hasText: 'model.py' }).waitFor();
    await page.locator('.places button', { hasText: 'Quick fix' }).click();
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Remove softmax (changes training)' });
    await fix.waitFor();
    await shot(page, 'two-files');
    await fix.click();
    await page.locator('.status', { hasText: 'Nothing to complain about here.' }).waitFor();
    await page.locator('[role=tab]', { hasText: 'model.py' }).click();
    await line(page, 'return scores').waitFor();
  });

  test('a click on the lens of a loss shows the way from the producer', async () => {
    const { page } = await show('#sample=softmax-before-cross-entropy');
    await page.locator('.codelens-decoration a', { hasText: 'probabilities → CrossEntropyLoss ✗' }).click();
    await page.locator('.peekview-title', { hasText: '(3)' }).waitFor();
    await page.locator('.ref-tree .monaco-list-row', { hasText: 'model.py' }).waitFor();
  });

  test('safe fixes are applied all at once', async () => {
    const { page } = await show('#sample=overflow');
    await expect
      .poll(() => problems(page), soon)
      .toEqual(['overflow.py, line 22 log-of-softmax', 'overflow.py, line 16 naive-softmax']);
    await page.locator('.actions button', { hasText: 'Apply safe fixes' }).click();
    await line(page, 'special.log_softmax(np.random.randn(4, 3), axis=-1)').waitFor();
    await expect.poll(() => problems(page), soon).not.toContain('overflow.py, line 22 log-of-softmax');
  });

  test('values follow the keyboard', async () => {
    const { page } = await show('#sample=softmax-and-sigmoid');
    await typeAt(page, 'scores = torch.tensor', '\nmine = F.softmax(torch.tensor([0.0, 0.0]), 0)');
    await line(page, '→ .5 .5').waitFor();
  });

  test.each([
    ['temperature', ['temperature.py, line 18 temperature-zero']],
    ['two-classes', ['two_classes.py, line 12 two-class-softmax']],
    ['several-labels', ['tags.py, line 15 sigmoid-before-bce-with-logits', 'tags.py, line 12 softmax-with-binary-loss']],
    [
      'from-logits',
      ['keras_model.py, line 12 softmax-before-cross-entropy', 'keras_model.py, line 22 logits-before-probability-loss'],
    ],
    ['tensorflowjs', ['predict.js, line 10 softmax-before-cross-entropy']],
  ])('the sample %s shows what it is about', async (name, expected) => {
    const { page, complaints } = await show(`#sample=${name}`);
    await expect.poll(() => problems(page), soon).toEqual(expected);
    expect(complaints).toEqual([]);
  });

  test('a page of Markdown is computed with', async () => {
    const { page } = await show('#sample=notes');
    await hover(page, 'For three scores', 'softmax([2', 'softmax → [0.659, 0.242, 0.099]');
    await page.locator('.status', { hasText: 'Nothing to complain about here.' }).waitFor();
  });

  test('tabs are moved with arrows and removed with Delete', async () => {
    const { page } = await show('#sample=softmax-before-cross-entropy');
    await expect.poll(() => problems(page), soon).toHaveLength(1);
    await page.locator('[role=tab][aria-selected=true]').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[role=tab][aria-selected=true]:focus', { hasText: 'model.py' }).waitFor();
    await page.keyboard.press('Delete');
    expect(await page.locator('[role=tab]').allInnerTexts()).toEqual(['train.py']);
    await page.locator('.status', { hasText: 'Nothing to complain about here.' }).waitFor();
  });

  test('a broken link shows a sample and says so', async () => {
    const { page, complaints } = await show('#code=broken!');
    await page.locator('.notice', { hasText: 'This link is not complete' }).waitFor();
    await line(page, 'one_of_three').waitFor();
    expect(complaints).toEqual([]);
  });

  test('the theme follows the system, and axe finds nothing in any', async () => {
    const { page } = await show('#sample=softmax-and-sigmoid');
    for (const [theme, media, base] of [
      ['dark', { colorScheme: 'dark' }, 'vs-dark'],
      ['high-contrast', { colorScheme: 'dark', forcedColors: 'active' }, 'hc-black'],
      ['high-contrast-light', { colorScheme: 'light', forcedColors: 'active' }, 'hc-light'],
      ['light', { colorScheme: 'light', forcedColors: 'none' }, 'vs'],
    ] as const) {
      await page.emulateMedia(media);
      await page.locator(`html[data-theme=${theme}] .monaco-editor.${base}`).first().waitFor();
      await page.mouse.move(2, 2);
      expect(await inaccessible(page, axe.source)).toEqual([]);
      await hover(page, 'one_of_three = ', 'softmax', 'softmax → [0.659, 0.242, 0.099]');
      await shot(page, `theme-${theme}`);
    }
  });

  test('a link brings the same files to somebody else; a chosen theme stays at home', async () => {
    const { page } = await show('#sample=two-classes');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    await page.locator('.monaco-editor.vs-dark').first().waitFor();
    await typeAt(page, 'import torch.nn as nn', '\nmine = torch.sigmoid(torch.tensor(0.0))  # 概率 😀');
    await page.getByRole('button', { name: 'Add a file' }).click();
    await page.getByRole('textbox', { name: 'Name of the new file' }).fill('net/heads.py');
    await page.keyboard.press('Enter');
    await page.locator('[role=tab]', { hasText: 'net/heads.py' }).waitFor();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.locator('.notice', { hasText: 'The link is copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());

    const elsewhere = await open(new URL(link).hash);
    expect(await elsewhere.page.locator('[role=tab]').allInnerTexts()).toEqual(['two_classes.py', 'net/heads.py']);
    await elsewhere.page.locator('[role=tab]', { hasText: 'two_classes.py' }).click();
    await line(elsewhere.page, '# 概率 😀').waitFor();
    await line(elsewhere.page, '→ .5').waitFor();
    await elsewhere.page.locator('.monaco-editor.vs').first().waitFor();
    expect(elsewhere.complaints).toEqual([]);
  });

  test('code that is too long for a link is not lost in a reload', async () => {
    const { page } = first;
    await page.evaluate(async () => {
      const noise = Array.from({ length: 2000 }, (_, i) => `# ${Math.sin(i)}`).join('\n');
      await navigator.clipboard.writeText(`first = 1\n${noise}\n`);
    });
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.locator('.notice', { hasText: 'too much code for a link' }).waitFor();
    await expect.poll(() => page.evaluate(() => location.hash), soon).toBe('#draft');
    await page.reload();
    await ready(page);
    await page.locator('.monaco-editor.vs-dark .view-line').first().click();
    await page.keyboard.press('ControlOrMeta+Home');
    await line(page, 'first = 1').waitFor();
  });

  test('Chinese from the first word to the last, and back', async () => {
    const { page, complaints } = await open('#sample=softmax-before-cross-entropy', { locale: 'zh-CN' });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-cn');
    await page.locator('.message', { hasText: 'CrossEntropyLoss 需要 logits' }).waitFor();
    await hover(page, 'loss = criterion', 'criterion', '概率');
    await shot(page, 'chinese');
    await line(page, '# 模型在 model.py 里').click({ button: 'right' });
    await page.locator('.monaco-menu', { hasText: '命令面板' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: '语言' }).selectOption('en');
    await page.locator('.message', { hasText: 'CrossEntropyLoss expects logits' }).waitFor();
    await line(page, '# The model is in model.py').waitFor();
    expect(complaints).toEqual([]);
  });

  test('another language comes without a reload: code, undo and cursor stay', async () => {
    const { page, complaints } = await open('#sample=softmax-before-cross-entropy');
    await page.locator('.message', { hasText: 'CrossEntropyLoss expects logits' }).waitFor();
    await typeAt(page, 'import torch.nn as nn', '\nmine = torch.sigmoid(torch.tensor(0.0))');
    await line(page, '→ .5').waitFor();
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-cn');
    await page.locator('.message', { hasText: 'CrossEntropyLoss 需要 logits' }).waitFor();
    await page.locator('.codelens-decoration', { hasText: '✗ 需要对数几率' }).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-cn');
    await expect.poll(() => page.locator('.places a').first().getAttribute('href')).toMatch(/\.zh-cn\.html$/);
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
    await line(page, 'mine = torch.sigmoid').click();
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => page.locator('.view-line', { hasText: 'torch.sigmoid' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('the page of a rule opens its example in the playground', async () => {
    const { page, complaints } = await open('#sample=two-classes');
    const [rule] = await Promise.all([page.waitForEvent('popup'), page.locator('.places a').click()]);
    await rule.getByRole('heading', { name: 'two-class-softmax' }).waitFor();
    await rule.getByRole('link', { name: 'Try this example' }).click();
    await ready(rule);
    expect(await problems(rule)).toEqual(['example.py, line 6 two-class-softmax']);
    expect(complaints).toEqual([]);
  });

  test('on a telephone nothing sticks out, and values show at a touch', async () => {
    const { page } = await open('', { viewport: { width: 380, height: 740 }, hasTouch: true, isMobile: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
    await line(page, 'one_of_three = ').tap({ position: { x: 140, y: 8 } });
    await page.getByRole('button', { name: 'Values at the cursor' }).tap();
    await page.locator('.monaco-hover:visible', { hasText: '[0.659, 0.242, 0.099]' }).waitFor();
    await shot(page, 'narrow');
  });

  test('its policy keeps out scripts, pictures and answers of other places', async () => {
    const { page } = first;
    const refused = await page.evaluate(async () => {
      const directives: string[] = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => directives.push(effectiveDirective));
      await fetch('http://127.0.0.1:9/').catch(() => {});
      const script = document.createElement('script');
      script.src = 'http://127.0.0.1:9/a.js';
      document.body.append(script);
      const image = new Image();
      image.src = 'http://127.0.0.1:9/a.png';
      while (directives.length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
      return directives.sort();
    });
    expect(refused).toEqual(['connect-src', 'img-src', 'script-src-elem']);
  });

  test('without its worker the page says so, and is an editor still', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route(/browser\.js$/, (route) => route.abort());
    await page.goto(site.url);
    await page.locator('.status[data-status=failed]', { hasText: 'could not start' }).waitFor();
    await line(page, 'one_of_three').waitFor();
    await context.close();
  });
});
