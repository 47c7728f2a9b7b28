/** The built page in a real Chromium: what a visitor sees and does. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../scripts/workbench/chromium.mjs';
import { hover, line, problems, ready, type Site, serve, shot, typeAt, type Visit, visit } from './harness.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('the playground', () => {
  let site: Site;
  const visits: Visit[] = [];
  const open = async (...args: [hash?: string, options?: Parameters<typeof visit>[2]]) => {
    const opened = await visit(site, ...args);
    visits.push(opened);
    return opened;
  };
  beforeAll(async () => {
    site = await serve(chromium ?? '');
  });
  afterEach(async ({ task }) => {
    for (const { page, close } of visits.splice(0)) {
      if (task.result?.state === 'fail') await shot(page, `failure-${task.name.replaceAll(/\W+/g, '-')}`);
      await close();
    }
  });
  afterAll(() => site?.close());

  test('a hover shows the numbers, a table and a picture; nothing is asked of another place', async () => {
    const { page, complaints } = await open();
    const box = await hover(page, 'one_of_three = ', 'softmax', 'softmax → [0.659, 0.242, 0.099]');
    expect(await box.locator('table').first().locator('tr').allInnerTexts()).toHaveLength(4);
    const picture = box.locator('img').first();
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(360);
    await line(page, '→ .659 .242 .099').waitFor();
    await page.locator('.codelens-decoration', { hasText: 'Σ = 1 ✓ · argmax 0 (0.659)' }).first().waitFor();
    await shot(page, 'hover');
    expect(complaints).toEqual([]);
  });

  test('its policy keeps out scripts and answers of other places', async () => {
    const { page } = await open();
    const outcome = await page.evaluate(async () => {
      const refused: string[] = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
      await fetch('http://127.0.0.1:9/').catch(() => {});
      const script = document.createElement('script');
      script.src = 'http://127.0.0.1:9/a.js';
      document.body.append(script);
      const image = new Image();
      image.src = 'http://127.0.0.1:9/a.png';
      await new Promise((resolve) => setTimeout(resolve, 200));
      return refused.sort();
    });
    expect(outcome).toEqual(['connect-src', 'img-src', 'script-src-elem']);
  });

  test('a finding spans two files: its places lead there, and the fix clears it', async () => {
    const { page, complaints } = await open('#sample=softmax-before-cross-entropy');
    expect(await problems(page)).toEqual(['train.py, line 14 softmax-before-cross-entropy']);
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
    expect(complaints).toEqual([]);
  });

  test('a click on the lens of a loss shows the way from the producer', async () => {
    const { page } = await open('#sample=softmax-before-cross-entropy');
    await page.locator('.codelens-decoration a', { hasText: 'probabilities → CrossEntropyLoss ✗' }).click();
    await page.locator('.peekview-title', { hasText: '(3)' }).waitFor();
    await page.locator('.ref-tree .monaco-list-row', { hasText: 'model.py' }).waitFor();
  });

  test('safe fixes are applied all at once', async () => {
    const { page } = await open('#sample=overflow');
    expect(await problems(page)).toEqual(['overflow.py, line 22 log-of-softmax', 'overflow.py, line 16 naive-softmax']);
    await page.locator('.actions button', { hasText: 'Apply safe fixes' }).click();
    await line(page, 'special.log_softmax(np.random.randn(4, 3), axis=-1)').waitFor();
    await expect.poll(() => problems(page)).toEqual(['overflow.py, line 16 naive-softmax']);
  });

  test('values follow the keyboard', async () => {
    const { page } = await open();
    await typeAt(page, 'scores = torch.tensor', '\nmine = F.softmax(torch.tensor([0.0, 0.0]), 0)');
    await line(page, '→ .5 .5').waitFor();
  });

  test('a link brings the same files to somebody else', async () => {
    const first = await open('#sample=two-classes');
    await typeAt(first.page, 'import torch.nn as nn', '\nmine = torch.sigmoid(torch.tensor(0.0))  # 概率 😀');
    await first.page.getByRole('button', { name: 'Add a file' }).click();
    await first.page.getByRole('textbox', { name: 'Name of the new file' }).fill('net/heads.py');
    await first.page.keyboard.press('Enter');
    await first.page.locator('[role=tab]', { hasText: 'net/heads.py' }).waitFor();
    await ready(first.page);
    await first.page.getByRole('button', { name: 'Copy link' }).click();
    await first.page.locator('.notice', { hasText: 'The link is copied' }).waitFor();
    const link = await first.page.evaluate(() => navigator.clipboard.readText());

    const second = await open(new URL(link).hash);
    expect(await second.page.locator('[role=tab]').allInnerTexts()).toEqual(['two_classes.py', 'net/heads.py']);
    await second.page.locator('[role=tab]', { hasText: 'two_classes.py' }).click();
    await line(second.page, '# 概率 😀').waitFor();
    await line(second.page, '→ .5').waitFor();
    expect(second.complaints).toEqual([]);
  });

  test('code that is too long for a link is not lost in a reload', async () => {
    const { page } = await open();
    await page.evaluate(async () => {
      const noise = Array.from({ length: 2000 }, (_, i) => `# ${Math.sin(i)}`).join('\n');
      await navigator.clipboard.writeText(`first = 1\n${noise}\n`);
    });
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.locator('.notice', { hasText: 'too much code for a link' }).waitFor();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#draft');
    await page.reload();
    await ready(page);
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('ControlOrMeta+Home');
    await line(page, 'first = 1').waitFor();

    const elsewhere = await open('#draft');
    await elsewhere.page.locator('.notice', { hasText: 'stayed in the browser it was written in' }).waitFor();
  });

  test('a broken link shows a sample and says so', async () => {
    const { page, complaints } = await open('#code=broken!');
    await page.locator('.notice', { hasText: 'This link is not complete' }).waitFor();
    await line(page, 'one_of_three').waitFor();
    expect(complaints).toEqual([]);
  });

  test('Chinese from the first word to the last, and back', async () => {
    const { page, complaints } = await open('#sample=softmax-before-cross-entropy', { locale: 'zh-CN' });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-cn');
    await page.locator('.message', { hasText: 'CrossEntropyLoss 需要 logits' }).waitFor();
    await hover(page, 'loss = criterion', 'criterion', '概率');
    await line(page, '# 模型在 model.py 里').click({ button: 'right' });
    await page.locator('.monaco-menu', { hasText: '命令面板' }).waitFor();
    await page.keyboard.press('Escape');
    await shot(page, 'chinese');
    await page.getByRole('combobox', { name: '语言' }).selectOption('en');
    await page.locator('.message', { hasText: 'CrossEntropyLoss expects logits' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test.each([
    ['#sample=temperature', ['temperature.py, line 18 temperature-zero']],
    ['#sample=two-classes', ['two_classes.py, line 12 two-class-softmax']],
    ['#sample=several-labels', ['tags.py, line 15 sigmoid-before-bce-with-logits', 'tags.py, line 12 softmax-with-binary-loss']],
    [
      '#sample=from-logits',
      ['keras_model.py, line 12 softmax-before-cross-entropy', 'keras_model.py, line 22 logits-before-probability-loss'],
    ],
    ['#sample=tensorflowjs', ['predict.js, line 10 softmax-before-cross-entropy']],
    ['#sample=notes', []],
  ])('%s shows what it is about', async (hash, expected) => {
    const { page, complaints } = await open(hash);
    await expect.poll(() => problems(page)).toEqual(expected);
    expect(complaints).toEqual([]);
  });

  test('a page of Markdown is computed with', async () => {
    const { page } = await open('#sample=notes');
    await hover(page, 'For three scores', 'softmax([2', 'softmax → [0.659, 0.242, 0.099]');
    await line(page, 'p = softmax(z)').waitFor();
    await line(page, '→ .659 .242 .099').waitFor();
  });

  test('the page of a rule opens its example in the playground', async () => {
    const { page, complaints } = await open('#sample=two-classes');
    const [rule] = await Promise.all([page.waitForEvent('popup'), page.locator('.places a').click()]);
    await rule.getByRole('heading', { name: 'two-class-softmax' }).waitFor();
    await rule.getByRole('link', { name: 'Try this example' }).click();
    await ready(rule);
    expect(await problems(rule)).toEqual(['example.py, line 6 two-class-softmax']);
    await rule.close();
    expect(complaints).toEqual([]);
  });

  test.each([
    ['light', {}, 'vs'],
    ['dark', { colorScheme: 'dark' }, 'vs-dark'],
    ['high-contrast', { contrast: 'more', colorScheme: 'dark' }, 'hc-black'],
    ['high-contrast-light', { forcedColors: 'active' }, 'hc-light'],
  ] as const)('the theme follows the system: %s', async (theme, options, base) => {
    const { page } = await open('', options);
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    await page.locator(`.monaco-editor.${base}`).first().waitFor();
    await hover(page, 'one_of_three = ', 'softmax', 'softmax → [0.659, 0.242, 0.099]');
    await shot(page, `theme-${theme}`);
  });

  test('a chosen theme comes before the system’s and is kept', async () => {
    const { page } = await open('', { colorScheme: 'dark' });
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('light');
    await page.locator('.monaco-editor.vs').first().waitFor();
    await page.reload();
    await page.locator('.monaco-editor.vs').first().waitFor();
  });

  test('on a telephone nothing sticks out, and values show at a touch', async () => {
    const { page } = await open('', { viewport: { width: 380, height: 740 }, hasTouch: true, isMobile: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
    await line(page, 'one_of_three = ').tap({ position: { x: 140, y: 8 } });
    await page.getByRole('button', { name: 'Values at the cursor' }).tap();
    await page.locator('.monaco-hover:visible', { hasText: '[0.659, 0.242, 0.099]' }).waitFor();
    await shot(page, 'narrow');
  });

  test('tabs are moved with arrows and removed with Delete', async () => {
    const { page } = await open('#sample=softmax-before-cross-entropy');
    await page.locator('[role=tab][aria-selected=true]').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[role=tab][aria-selected=true]:focus', { hasText: 'model.py' }).waitFor();
    await page.keyboard.press('Delete');
    expect(await page.locator('[role=tab]').allInnerTexts()).toEqual(['train.py']);
    await page.locator('.status', { hasText: 'Nothing to complain about here.' }).waitFor();
  });

  test('without its worker the page says so', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route(/browser\.js$/, (route) => route.abort());
    await page.goto(site.url);
    await page.locator('.status[data-status=failed]', { hasText: 'could not start' }).waitFor();
    await line(page, 'one_of_three').waitFor();
    await context.close();
  });
});
