/** The server: which messages it answers, and in which order things start. The answers are made elsewhere. */

import { createLanguageService, type Theme } from '@softlens/language-service';
import { createParser } from '@softlens/syntax';
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { createAnalyses } from './analyses.ts';
import { analyze } from './analyze.ts';
import { type Profile, readProfile, themeOf } from './client.ts';
import { listenToDocuments } from './document-sync.ts';
import { guarded } from './guard.ts';
import type { ServerHost } from './host.ts';
import { createNotebooks } from './notebooks.ts';
import { createRequests, type Requests } from './requests.ts';
import { createSettingsStore } from './settings-store.ts';
import { createViews, type Views } from './views.ts';
import { watchFiles } from './watching.ts';
import { createWorkspace } from './workspace.ts';

export function startServer(connection: Connection, host: ServerHost): void {
  const views: Views = createViews();
  const notebooks = createNotebooks(connection, views);
  const settings = createSettingsStore(connection);
  let profile: Profile | undefined;
  let theme: Theme | undefined;
  let running: Promise<Requests> | undefined;
  let nowInitialized = () => {};
  const initialized = new Promise<void>((resolve) => {
    nowInitialized = resolve;
  });

  const begin = async (client: Profile): Promise<Requests> => {
    const parser = await createParser(await host.wasm(client.options));
    await parser.load('python');
    const files = host.files();
    const workspace = createWorkspace(parser, files);
    const analyses = createAnalyses(workspace, analyze, host);
    const requests = createRequests({
      connection,
      client,
      settings,
      views,
      notebooks,
      analyses,
      service: createLanguageService(),
      theme: () => theme,
    });
    listenToDocuments(views, workspace, analyses, parser, requests.refresh);
    notebooks.attach(workspace, analyses);
    watchFiles({ connection, client, files, workspace, analyses, refresh: requests.refresh, initialized });
    return requests;
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    profile = readProfile(params);
    settings.start(profile);
    theme = themeOf(profile.options.theme);
    views.setEncoding(profile.encoding);
    running = begin(profile);
    running.catch((error: unknown) => connection.console.error(`Softlens could not start: ${String(error)}`));
    return { capabilities: capabilities(profile), serverInfo: { name: 'softlens' } };
  });

  connection.onInitialized(() => {
    nowInitialized();
    if (profile?.configuration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'softlens' });
  });
  connection.onDidChangeConfiguration(async ({ settings: sent }) => {
    settings.changed(sent);
    (await running)?.refresh();
  });
  connection.onNotification('softlens/themeChanged', (params: { theme?: string }) => {
    theme = themeOf(params.theme);
  });

  connection.onDidOpenTextDocument(({ textDocument: d }) => views.open(d.uri, d.languageId, d.version, d.text));
  connection.onDidChangeTextDocument(({ textDocument: d, contentChanges }) => views.change(d.uri, contentChanges, d.version));
  connection.onDidCloseTextDocument(({ textDocument: d }) => views.close(d.uri));

  const answer = <T>(
    name: string,
    fallback: T,
    token: CancellationToken,
    handle: (requests: Requests) => Promise<T>,
  ): Promise<T> =>
    guarded(name, connection.console, fallback, async () => {
      const ready = await running;
      return ready && !token.isCancellationRequested ? handle(ready) : fallback;
    });
  connection.onHover((params, token) => answer('hover', null, token, (requests) => requests.hover(params, token)));
  connection.onCodeLens((params, token) => answer('codeLens', null, token, (requests) => requests.codeLenses(params, token)));
  connection.languages.inlayHint.on((params, token) =>
    answer('inlayHint', null, token, (requests) => requests.inlayHints(params, token)),
  );
  connection.listen();
}

function capabilities(profile: Profile): InitializeResult['capabilities'] {
  return {
    positionEncoding: profile.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    notebookDocumentSync: { notebookSelector: [{ notebook: '*', cells: [{ language: 'python' }] }] },
    hoverProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    workspace: { workspaceFolders: { supported: true } },
  };
}
