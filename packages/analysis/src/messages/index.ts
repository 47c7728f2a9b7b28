export type { MessageKey } from './en.ts';
export { type DisplayLanguage, displayLanguage, type Params, reasonText, shortText, text, translate } from './translate.ts';
