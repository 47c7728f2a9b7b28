import { describe, expect, test } from 'vitest';
import { reportedRules } from '../../src/check.ts';
import { en } from '../../src/messages/en.ts';
import { displayLanguage, reasonText, shortText, text, translate } from '../../src/messages/index.ts';
import { zhCn } from '../../src/messages/zh-cn.ts';

const parameters = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the catalogues', () => {
  test('every message has the same parameters in both languages', () => {
    const keys = Object.keys(en).filter((key): key is keyof typeof en => key in en);
    expect(keys.map((key) => [key, parameters(zhCn[key])])).toEqual(keys.map((key) => [key, parameters(en[key])]));
  });

  test('every message is translated, except for words that Chinese readers use as they are', () => {
    const same = Object.keys(en)
      .filter((key): key is keyof typeof en => key in en)
      .filter((key) => zhCn[key] === en[key]);
    expect(same.filter((key) => /[a-z]{3,} [a-z]{3,}/i.test(en[key].replace(/\{\w+\}/g, '')))).toEqual([]);
  });

  test('words are filled in', () => {
    expect(text('fact.argmax', 'en', { index: 0, probability: '0.659' })).toBe('argmax 0 (0.659)');
    expect(reasonText({ key: 'unread-call', name: 'load' }, 'zh-cn')).toBe('函数 `load` 未知');
  });

  test('a parameter may be a word of the catalogue', () => {
    const params = { consumer: 'kl_div', space: '@space.logits', origin: 'fc, model.py:7' };
    expect(translate({ key: 'rule.kl-div-without-log', params }, 'en')).toMatch(/gets logits \(fc, model\.py:7\)/);
    expect(translate({ key: 'rule.kl-div-without-log', params }, 'zh-cn')).toContain('传入的是对数几率（logits）（fc');
  });

  test('every rule that warns has a few words for the line above', () => {
    const silent = new Set(['hint', 'info']);
    const without = reportedRules.filter(({ id, severity }) => !silent.has(severity) && !(`lens.${id}` in en));
    expect(without.map(({ id }) => id)).toEqual([]);
    const message = { key: '', params: { function: 'softmax', axis: 0, classes: 1 } };
    expect(shortText('softmax-over-wrong-axis', message, 'en')).toBe('✗ softmax over axis 0, the classes are on axis 1');
    expect(shortText('softmax-over-wrong-axis', { key: '', params: {} }, 'en')).toBeUndefined();
  });

  test('a message of unknown key is not lost', () => {
    expect(translate({ key: 'softmax over {n} classes', params: { n: 3 } }, 'en')).toBe('softmax over 3 classes');
  });
});

test('locales', () => {
  expect(['zh-CN', 'zh_CN.UTF-8', 'zh', 'zh-hans', 'zh-TW', 'en-US', 'de', undefined].map(displayLanguage)).toEqual([
    'zh-cn',
    'zh-cn',
    'zh-cn',
    'zh-cn',
    'en',
    'en',
    'en',
    'en',
  ]);
});
