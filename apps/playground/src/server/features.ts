/** The editor's questions, asked of the server: convert, ask, convert. */
import { type CancellationToken, Emitter, editor, type IDisposable, languages, Uri } from 'monaco-editor/editor';
import {
  fromMarkerData,
  fromPosition,
  fromRange,
  toCodeAction,
  toCodeLens,
  toCommand,
  toHover,
  toInlayHint,
  toLocation,
  toPosition,
} from 'monaco-languageserver-types';
import {
  CancellationTokenSource,
  CodeAction,
  CodeActionRequest,
  type CodeLens,
  CodeLensRequest,
  ExecuteCommandRequest,
  HoverRequest,
  type InlayHint,
  InlayHintRequest,
  InlayHintResolveRequest,
  type Location,
  type Position,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/browser';
import { showPath } from './server.ts';

const selector = ['python', 'javascript', 'typescript', 'markdown'];
const explain = 'softlens.openRulePage';

export function registerFeatures(connection: ProtocolConnection): readonly IDisposable[] {
  const shown = new WeakMap<languages.InlayHint, InlayHint>();
  const hintsChanged = refreshes(connection, 'workspace/inlayHint/refresh');
  const lensesChanged = refreshes(connection, 'workspace/codeLens/refresh');

  return [
    languages.registerHoverProvider(selector, {
      async provideHover(model, position, token) {
        const found = await ask(token, (own) =>
          connection.sendRequest(HoverRequest.type, { ...document(model), position: fromPosition(position) }, own),
        );
        return found && toHover(found);
      },
    }),
    languages.registerInlayHintsProvider(selector, {
      onDidChangeInlayHints: hintsChanged,
      async provideInlayHints(model, range, token) {
        const found =
          (await ask(token, (own) =>
            connection.sendRequest(InlayHintRequest.type, { ...document(model), range: fromRange(range) }, own),
          )) ?? [];
        const hints = found.map(toInlayHint);
        for (const [i, hint] of hints.entries()) shown.set(hint, found[i] as InlayHint);
        return { hints, dispose() {} };
      },
      async resolveInlayHint(hint, token) {
        const sent = shown.get(hint);
        const full = sent && (await ask(token, (own) => connection.sendRequest(InlayHintResolveRequest.type, sent, own)));
        return full ? toInlayHint(full) : hint;
      },
    }),
    languages.registerCodeLensProvider(selector, {
      onDidChange: (listener) => lensesChanged(() => listener({ provideCodeLenses: () => null })),
      async provideCodeLenses(model, token) {
        const found = await ask(token, (own) => connection.sendRequest(CodeLensRequest.type, document(model), own));
        return { lenses: found?.map(toLens) ?? [], dispose() {} };
      },
    }),
    languages.registerCodeActionProvider(
      selector,
      {
        async provideCodeActions(model, range, { markers, only }, token) {
          const context = { diagnostics: markers.map(fromMarkerData), ...(only !== undefined && { only: [only] }) };
          const found = await ask(token, (own) =>
            connection.sendRequest(CodeActionRequest.type, { ...document(model), range: fromRange(range), context }, own),
          );
          const actions = found?.flatMap((one) => (CodeAction.is(one) ? [toAction(one)] : [])) ?? [];
          return { actions, dispose() {} };
        },
      },
      { providedCodeActionKinds: ['quickfix', 'source.fixAll.softlens'] },
    ),
    editor.registerCommand(explain, (_, rule: string) => {
      void connection.sendRequest(ExecuteCommandRequest.type, { command: explain, arguments: [rule] });
    }),
  ];
}

const document = (model: editor.ITextModel) => ({ textDocument: { uri: model.uri.toString() } });

/** Hands the editor's cancellation on. A newer edit overtakes a question: then there is no answer, and the editor asks again. */
function ask<R>(token: CancellationToken, send: (token: CancellationTokenSource['token']) => Promise<R>): Promise<R | null> {
  const source = new CancellationTokenSource();
  token.onCancellationRequested(() => source.cancel());
  return send(source.token).catch(() => null);
}

/** The server has learned something, and the editor had better ask again. */
function refreshes(connection: ProtocolConnection, method: string): (listener: () => void) => IDisposable {
  const emitter = new Emitter<void>();
  connection.onRequest(method, () => {
    emitter.fire();
    return null;
  });
  return emitter.event;
}

/** The path from a producer to its consumer is shown in the editor's own peek. */
function toLens(lens: CodeLens): languages.CodeLens {
  if (lens.command?.command !== showPath) return toCodeLens(lens);
  const [uri, at, places] = lens.command.arguments as [string, Position, Location[]];
  const command = {
    id: 'editor.action.showReferences',
    title: lens.command.title,
    arguments: [Uri.parse(uri), toPosition(at), places.map(toLocation)],
  };
  return { ...toCodeLens(lens), command };
}

/** With its command, which the library leaves out. */
function toAction(action: CodeAction): languages.CodeAction {
  return { ...toCodeAction(action), ...(action.command && { command: toCommand(action.command) }) };
}
