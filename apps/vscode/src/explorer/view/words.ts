import { en, type Word } from './words.en.ts';
import { zhCn } from './words.zh-cn.ts';

export type PageLanguage = 'en' | 'zh-cn';
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

export function speaker(language: PageLanguage): Say {
  const catalogue = language === 'zh-cn' ? zhCn : en;
  return (word, values = {}) => catalogue[word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
