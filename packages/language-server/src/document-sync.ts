/** Keeps the workspace's programs in step with the client's documents. Notebooks' cells are left to the notebooks. */
import type { Language, SyntaxParser } from '@softlens/syntax';
import type { Analyses } from './analyses.ts';
import { type DocumentLanguage, documentLanguageOf } from './documents.ts';
import type { Formulas } from './formulas.ts';
import type { ViewEvent, Views } from './views.ts';
import type { Workspace } from './workspace.ts';

export function listenToDocuments(
  views: Views,
  workspace: Workspace,
  analyses: Analyses,
  parser: SyntaxParser,
  formulas: Formulas,
  refresh: () => void,
): void {
  const loaded = new Set<Language>(['python']);

  /** A grammar is fetched when the first document of its language opens; the document is read once it is there. */
  const load = async (language: Language): Promise<void> => {
    loaded.add(language);
    await parser.load(language);
    readAgain((own) => own === language || own === 'markdown');
  };

  const loadFormulas = async (): Promise<void> => {
    await formulas.load();
    readAgain((own) => own === 'markdown');
  };

  const readAgain = (isMeant: (own: DocumentLanguage) => boolean): void => {
    for (const { text, notebook } of views.all()) {
      const own = documentLanguageOf(text.languageId);
      if (notebook === undefined && own !== undefined && isMeant(own)) workspace.open(text.uri, own, text.text);
    }
    analyses.changed();
    refresh();
  };

  views.onEvent((event: ViewEvent): void => {
    const { text, notebook } = event.view;
    const language = documentLanguageOf(text.languageId);
    if (language === undefined || notebook !== undefined) return;
    if (event.kind === 'opened') workspace.open(text.uri, language, text.text);
    else if (event.kind === 'edited') workspace.edit(text.uri, event.edits);
    else workspace.close(text.uri);
    analyses.changed();
    if (language === 'markdown' && !formulas.read() && text.text.includes('$')) loadFormulas().catch(() => {});
    // Without the grammar such documents stay unread; the next one that opens tries again.
    const needed = language === 'markdown' ? fencedLanguage(text.text) : language;
    if (needed && !loaded.has(needed)) load(needed).catch(() => loaded.delete(needed));
  });
}

/** The language beside Python that a page has blocks of, as far as its grammar matters: there is one for both. */
function fencedLanguage(text: string): Language | undefined {
  return /^\s*(?:```|~~~)\s*\{?\.?(?:js|jsx|mjs|javascript|ts|tsx|typescript)\b/im.test(text) ? 'javascript' : undefined;
}
