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
  return fill(catalogues[language][key], params);
}

/** A message of the analysis in words. A key that no catalogue has stands for itself, so that nothing is lost. */
export function translate(message: Message, language: DisplayLanguage): string {
  return isMessageKey(message.key) ? text(message.key, language, message.params) : fill(message.key, message.params);
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
