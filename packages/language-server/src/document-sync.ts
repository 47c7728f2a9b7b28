/** Keeps the workspace's programs in step with the client's documents. Notebooks' cells are left to the notebooks. */
import type { Language, SyntaxParser } from '@softlens/syntax';
import type { Analyses } from './analyses.ts';
import { languageOf } from './documents.ts';
import type { ViewEvent, Views } from './views.ts';
import type { Workspace } from './workspace.ts';

export function listenToDocuments(
  views: Views,
  workspace: Workspace,
  analyses: Analyses,
  parser: SyntaxParser,
  refresh: () => void,
): void {
  const loaded = new Set<Language>(['python']);

  /** A grammar is fetched when the first document of its language opens; the document is read once it is there. */
  const load = async (language: Language): Promise<void> => {
    loaded.add(language);
    await parser.load(language);
    for (const { text, notebook } of views.all()) {
      if (notebook === undefined && languageOf(text.languageId) === language) workspace.open(text.uri, language, text.text);
    }
    analyses.changed();
    refresh();
  };

  views.onEvent((event: ViewEvent): void => {
    const { text, notebook } = event.view;
    const language = languageOf(text.languageId);
    if (language === undefined || notebook !== undefined) return;
    if (event.kind === 'opened') workspace.open(text.uri, language, text.text);
    else if (event.kind === 'edited') workspace.edit(text.uri, event.edits);
    else workspace.close(text.uri);
    analyses.changed();
    // Without the grammar such documents stay unread; the next one that opens tries again.
    if (!loaded.has(language)) load(language).catch(() => loaded.delete(language));
  });
}
