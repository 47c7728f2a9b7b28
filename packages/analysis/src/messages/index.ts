export type { MessageKey } from './en.ts';
export { type DisplayLanguage, displayLanguage, type Params, reasonText, text, translate } from './translate.ts';
