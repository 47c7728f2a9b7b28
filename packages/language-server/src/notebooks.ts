/** Notebooks: cells open, change and close as views that know their notebook. */
import type { Connection } from 'vscode-languageserver';
import type { Views } from './views.ts';

export function notebookSync(connection: Connection, views: Views): void {
  const { synchronization } = connection.notebooks;
  synchronization.onDidOpenNotebookDocument(({ notebookDocument, cellTextDocuments }) => {
    for (const cell of cellTextDocuments) views.open(cell.uri, cell.languageId, cell.version, cell.text, notebookDocument.uri);
  });
  synchronization.onDidChangeNotebookDocument(({ notebookDocument, change }) => {
    for (const cell of change.cells?.structure?.didOpen ?? [])
      views.open(cell.uri, cell.languageId, cell.version, cell.text, notebookDocument.uri);
    for (const { document, changes } of change.cells?.textContent ?? []) views.change(document.uri, changes, document.version);
    for (const cell of change.cells?.structure?.didClose ?? []) views.close(cell.uri);
  });
  synchronization.onDidCloseNotebookDocument(({ cellTextDocuments }) => {
    for (const cell of cellTextDocuments) views.close(cell.uri);
  });
}
