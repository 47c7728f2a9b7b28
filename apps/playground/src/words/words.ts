/** The page's words, in the reader's language. */
import { keep, kept } from '../state/kept.ts';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

export type Language = 'en' | 'zh-cn';
export type Words = typeof en;

export const words: Readonly<Record<Language, Words>> = { en, 'zh-cn': zhCn };

/** What the visitor chose here before, else the first of the browser's languages that is spoken here. */
export function chosenLanguage(): Language {
  const choice = kept('language');
  if (choice === 'en' || choice === 'zh-cn') return choice;
  const wanted = navigator.languages.find((one) => /^(?:en|zh)\b/i.test(one)) ?? 'en';
  return /^zh\b/i.test(wanted) ? 'zh-cn' : 'en';
}

export function keepLanguage(language: Language): void {
  keep('language', language);
}

/** Puts values in the places of `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
