/** Tells the server of the editor's documents, and puts into the editor what the server says of them. */
import { editor, Uri } from 'monaco-editor/editor';
import { fromRange, toMarkerData } from 'monaco-languageserver-types';
import type { ProtocolConnection, PublishDiagnosticsParams } from 'vscode-languageserver-protocol/browser';
import { folder } from './server.ts';

/** Whose markers they are. */
export const owner = 'softlens';

/** `onBusy` hears whether the server still has to speak of a change. */
export function synchronize(connection: ProtocolConnection, onBusy: (busy: boolean) => void): void {
  const unchecked = new Set<editor.ITextModel>();
  const send = (method: string, params: object) => void connection.sendNotification(method, params);
  const expectNews = () => {
    // A change in one file may be news in any of them.
    for (const model of editor.getModels()) if (isServed(model)) unchecked.add(model);
    onBusy(unchecked.size > 0);
  };

  const open = (model: editor.ITextModel): void => {
    if (!isServed(model)) return;
    const uri = model.uri.toString();
    send('textDocument/didOpen', {
      textDocument: { uri, languageId: model.getLanguageId(), version: model.getVersionId(), text: model.getValue() },
    });
    model.onDidChangeContent(({ changes, versionId, isFlush }) => {
      // Ranges are in the text before all changes and come last place first: in this order each also holds after the one before it.
      const contentChanges = isFlush
        ? [{ text: model.getValue() }]
        : changes.map(({ range, text }) => ({ range: fromRange(range), text }));
      send('textDocument/didChange', { textDocument: { uri, version: versionId }, contentChanges });
      expectNews();
    });
    model.onWillDispose(() => {
      // The editor keeps markers of models that are gone.
      editor.setModelMarkers(model, owner, []);
      send('textDocument/didClose', { textDocument: { uri } });
      expectNews();
      unchecked.delete(model);
      onBusy(unchecked.size > 0);
    });
    expectNews();
  };

  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }: PublishDiagnosticsParams) => {
    const model = editor.getModel(Uri.parse(uri));
    if (!model || version !== model.getVersionId()) return;
    editor.setModelMarkers(model, owner, diagnostics.map(toMarkerData));
    unchecked.delete(model);
    onBusy(unchecked.size > 0);
  });
  for (const model of editor.getModels()) open(model);
  editor.onDidCreateModel(open);
}

function isServed({ uri }: editor.ITextModel): boolean {
  return uri.toString().startsWith(`${folder}/`);
}
