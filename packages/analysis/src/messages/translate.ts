import type { Message } from '../api.ts';
import type { Reason } from '../values/value.ts';
import { type Catalogue, en, type MessageKey } from './en.ts';
import { zhCn } from './zh-cn.ts';

export type DisplayLanguage = 'en' | 'zh-cn';

const catalogues: Readonly<Record<DisplayLanguage, Catalogue>> = { en, 'zh-cn': zhCn };

export type Params = Readonly<Record<string, string | number>>;

/** The language of the words for a locale such as `zh-CN`, `zh_CN.UTF-8`, `zh-Hans` or `en`: English where there is no better one. */
export function displayLanguage(locale: string | undefined): DisplayLanguage {
  return /^zh(?![a-z])(?!.*(?:hant|tw|hk|mo))/i.test(locale ?? '') ? 'zh-cn' : 'en';
}

export function text(key: MessageKey, language: DisplayLanguage, params: Params = {}): string {
  const words = fill(catalogues[language][key], params);
  // Full-width signs bring their own space.
  return language === 'zh-cn' ? words.replace(/([）。，、：；]) (?=\S)/g, '$1') : words;
}

/** A message of the analysis in words. A key that no catalogue has stands for itself, so that nothing is lost. */
export function translate({ key, params }: Message, language: DisplayLanguage): string {
  return isMessageKey(key) ? text(key, language, translateParams(params, language)) : fill(key, params);
}

/** A finding of a rule in a few words, with what its message tells; undefined where there are none. */
export function shortText(rule: string, { params }: Message, language: DisplayLanguage): string | undefined {
  const key = `lens.${rule}`;
  const words = isMessageKey(key) ? text(key, language, translateParams(params, language)) : undefined;
  return words?.includes('{') ? undefined : words;
}

/** `@space.logits` stands for words of the catalogue. */
function translateParams(params: Message['params'], language: DisplayLanguage): Params {
  const translated = Object.entries(params).map(([name, value]) => {
    const key = typeof value === 'string' && value.startsWith('@') ? value.slice(1) : '';
    return [name, isMessageKey(key) ? text(key, language) : value] as const;
  });
  return Object.fromEntries(translated);
}

/** Why something is unknown, in one line. */
export function reasonText(reason: Reason, language: DisplayLanguage): string {
  return reason.name === undefined
    ? text(`reason.${reason.key}`, language)
    : text(`reason.${reason.key}-of`, language, { name: reason.name });
}

function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
