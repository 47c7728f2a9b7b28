/**
 * Notebooks: all code cells are one program, in their order. Cells are what the client shows and asks about; the
 * analysis sees the joined text under the notebook's own address.
 */
import { programOfCells } from '@softlens/syntax';
import type { Connection } from 'vscode-languageserver';
import type { Analyses } from './analyses.ts';
import { languageOf } from './documents.ts';
import type { ViewEvent, Views } from './views.ts';
import type { Workspace } from './workspace.ts';

export interface Notebooks {
  /** Where a cell's text begins in its notebook's program; undefined where the cell is none of it. */
  startOf(cellUri: string): number | undefined;
  /** The cell of an open notebook in which an offset of its program lies, with its number from 1 among those of code. */
  cellAt(
    notebookUri: string,
    offset: number,
  ): { readonly uri: string; readonly start: number; readonly index: number } | undefined;
  /** Puts the programs of the open notebooks into the workspace, and keeps them in step from now on. */
  attach(workspace: Workspace, analyses: Analyses): void;
}

interface Notebook {
  readonly uri: string;
  cells: string[];
  /** The program as the workspace has it. */
  text: string | undefined;
  starts: ReadonlyMap<string, number>;
}

export function createNotebooks(connection: Connection, views: Views): Notebooks {
  const notebooks = new Map<string, Notebook>();
  let attached: { workspace: Workspace; analyses: Analyses } | undefined;

  const rebuild = (notebook: Notebook): void => {
    if (!attached) return;
    const { text, starts } = joinCells(notebook, views);
    notebook.starts = starts;
    if (notebook.text === undefined) attached.workspace.open(notebook.uri, 'python', text);
    else attached.workspace.edit(notebook.uri, difference(notebook.text, text));
    notebook.text = text;
    attached.analyses.changed();
  };

  const { synchronization } = connection.notebooks;
  synchronization.onDidOpenNotebookDocument(({ notebookDocument, cellTextDocuments }) => {
    const { uri } = notebookDocument;
    for (const cell of cellTextDocuments) views.open(cell.uri, cell.languageId, cell.version, cell.text, uri);
    const notebook = { uri, cells: notebookDocument.cells.map((cell) => cell.document), text: undefined, starts: new Map() };
    notebooks.set(uri, notebook);
    rebuild(notebook);
  });
  synchronization.onDidChangeNotebookDocument(({ notebookDocument, change }) => {
    const notebook = notebooks.get(notebookDocument.uri);
    if (!notebook) return;
    const structure = change.cells?.structure;
    for (const cell of structure?.didOpen ?? []) views.open(cell.uri, cell.languageId, cell.version, cell.text, notebook.uri);
    if (structure) {
      const added = structure.array.cells?.map((cell) => cell.document) ?? [];
      notebook.cells.splice(structure.array.start, structure.array.deleteCount, ...added);
    }
    for (const { document, changes } of change.cells?.textContent ?? []) views.change(document.uri, changes, document.version);
    for (const cell of structure?.didClose ?? []) views.close(cell.uri);
    rebuild(notebook);
  });
  synchronization.onDidCloseNotebookDocument(({ notebookDocument, cellTextDocuments }) => {
    for (const cell of cellTextDocuments) views.close(cell.uri);
    notebooks.delete(notebookDocument.uri);
    attached?.workspace.close(notebookDocument.uri);
  });

  return {
    startOf(cellUri) {
      const owner = views.get(cellUri)?.notebook;
      return owner === undefined ? undefined : notebooks.get(owner)?.starts.get(cellUri);
    },
    cellAt(notebookUri, offset) {
      const starts = [...(notebooks.get(notebookUri)?.starts ?? [])].filter(([, start]) => start <= offset);
      const last = starts.at(-1);
      return last && { uri: last[0], start: last[1], index: starts.length };
    },
    attach(workspace, analyses) {
      attached = { workspace, analyses };
      for (const notebook of notebooks.values()) rebuild(notebook);
      views.onEvent((event: ViewEvent) => {
        // Some clients send a cell's edits as those of a text document.
        const notebook = event.kind === 'edited' && event.view.notebook !== undefined && notebooks.get(event.view.notebook);
        if (notebook) rebuild(notebook);
      });
    },
  };
}

/** Cells of Python in their order; others leave no trace. */
function joinCells(notebook: Notebook, views: Views): { text: string; starts: ReadonlyMap<string, number> } {
  const code = notebook.cells.flatMap((uri) => {
    const view = views.get(uri);
    return view && languageOf(view.text.languageId) === 'python' ? [{ uri, text: view.text.text }] : [];
  });
  const program = programOfCells(code.map(({ text }) => ({ kind: 'code', text })));
  const starts = new Map(program.cells.map(({ start }, i) => [code[i]?.uri ?? '', start]));
  return { text: program.text, starts };
}

/** One edit from the first to the last character that differs. */
function difference(before: string, after: string): { start: number; end: number; text: string }[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail++;
  return [{ start, end: before.length - tail, text: after.slice(start, after.length - tail) }];
}
