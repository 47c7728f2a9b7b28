/** Keeps the workspace's programs in step with the client's documents. */
import type { Analyses } from './analyses.ts';
import { languageOf } from './documents.ts';
import type { ViewEvent, Views } from './views.ts';
import type { Workspace } from './workspace.ts';

export function listenToDocuments(views: Views, workspace: Workspace, analyses: Analyses): void {
  const apply = (event: ViewEvent): void => {
    const { text, notebook } = event.view;
    const language = languageOf(text.languageId);
    if (language === undefined || notebook !== undefined) return;
    if (event.kind === 'opened') workspace.open(text.uri, language, text.text);
    else if (event.kind === 'edited') workspace.edit(text.uri, event.edits);
    else workspace.close(text.uri);
    analyses.changed();
  };
  views.onEvent(apply);
}
