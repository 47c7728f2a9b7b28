/** The documents that are open in the client, as text with its line index; replaced, never changed, by an edit. */
import type { Language } from '@softlens/syntax';
import { type IndexedText, indexText, type LineRange, offsetAt, type PositionEncoding } from './positions.ts';

export interface OpenText extends IndexedText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
}

export type ContentChange = { readonly text: string; readonly range?: LineRange };

/** A replaced range in offsets of the text before it. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function openText(uri: string, languageId: string, version: number, text: string): OpenText {
  return { uri, languageId, version, ...indexText(text) };
}

/** The document after the changes, which apply one after the other, each to the text the last one left. */
export function changeText(
  document: OpenText,
  changes: readonly ContentChange[],
  version: number,
  encoding: PositionEncoding,
): { document: OpenText; edits: readonly TextEdit[] } {
  let indexed: IndexedText = document;
  const edits: TextEdit[] = [];
  for (const change of changes) {
    const edit = editOf(indexed, change, encoding);
    edits.push(edit);
    indexed = indexText(indexed.text.slice(0, edit.start) + edit.text + indexed.text.slice(edit.end));
  }
  return { document: { ...document, ...indexed, version }, edits };
}

function editOf(indexed: IndexedText, change: ContentChange, encoding: PositionEncoding): TextEdit {
  if (!change.range) return { start: 0, end: indexed.text.length, text: change.text };
  const a = offsetAt(indexed, change.range.start, encoding);
  const b = offsetAt(indexed, change.range.end, encoding);
  return { start: Math.min(a, b), end: Math.max(a, b), text: change.text };
}

const languages: Readonly<Record<string, Language>> = {
  python: 'python',
  javascript: 'javascript',
  javascriptreact: 'javascript',
  typescript: 'typescript',
  typescriptreact: 'typescript',
};

export function languageOf(languageId: string): Language | undefined {
  return languages[languageId];
}

/** Markdown holds programs of several languages. */
export type DocumentLanguage = Language | 'markdown';

export function documentLanguageOf(languageId: string): DocumentLanguage | undefined {
  return languageId === 'markdown' ? 'markdown' : languageOf(languageId);
}
