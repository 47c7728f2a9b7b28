/** The server: which messages it answers, and in which order things start. The answers are made elsewhere. */

import { settleFindings } from '@softlens/analysis';
import { createLanguageService, type Theme } from '@softlens/language-service';
import { createParser, languageOfPath } from '@softlens/syntax';
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { createAnalyses, type Settle } from './analyses.ts';
import { createAnalyze } from './analyze.ts';
import { type Profile, readProfile, themeOf } from './client.ts';
import { explainCommand } from './code-actions.ts';
import { createConfigurations } from './configuration/configurations.ts';
import { reportProblems } from './configuration/report-problems.ts';
import { createUnsavedConfigurations } from './configuration/unsaved.ts';
import { pushDiagnostics } from './diagnostics.ts';
import { listenToDocuments } from './document-sync.ts';
import { createFormulas } from './formulas.ts';
import { guarded } from './guard.ts';
import type { ServerHost } from './host.ts';
import { createNotebooks } from './notebooks.ts';
import { createPlaceNames } from './place-names.ts';
import { createPlaces } from './places.ts';
import { createRelated } from './related.ts';
import { createRequests, type Requests } from './requests.ts';
import { opensPages, rulePageOf } from './rule-page.ts';
import { createSettingsStore, displayLanguageOf } from './settings-store.ts';
import { createToldDiagnostics } from './told-diagnostics.ts';
import { createViews, type Views } from './views.ts';
import { watchFiles } from './watching.ts';
import { createWorkspace } from './workspace.ts';
import { createScan } from './workspace-diagnostics.ts';
import { type ScanSetup, scanWorkspace } from './workspace-scan.ts';

export function startServer(connection: Connection, host: ServerHost): void {
  const views: Views = createViews();
  const told = createToldDiagnostics(views);
  const notebooks = createNotebooks(connection, views);
  const settings = createSettingsStore(connection);
  let profile: Profile | undefined;
  let theme: Theme | undefined;
  let running: Promise<Requests> | undefined;
  let scan: ScanSetup | undefined;
  let nowInitialized = () => {};
  const initialized = new Promise<void>((resolve) => {
    nowInitialized = resolve;
  });

  const begin = async (client: Profile): Promise<Requests> => {
    const parser = await createParser(await host.wasm(client.options));
    await parser.load('python');
    const files = host.files((method, params) => connection.sendRequest(method, params));
    const unsaved = createUnsavedConfigurations(views);
    const configurations = createConfigurations({ read: (uri) => unsaved.text(uri) ?? files.read(uri) });
    const workspace = createWorkspace(parser, files, configurations.reading, {
      pause: host.yield,
      done() {
        analyses.changed();
        requests.refresh();
      },
    });
    const settle: Settle = (uri, project, path, findings) =>
      configurations.apply(uri, workspace.folderOf(uri), settleFindings(project, path, findings));
    const formulas = createFormulas();
    const tellsLater = !client.pullsDiagnostics || client.refresh.diagnostics;
    const news = tellsLater ? () => requests.refresh() : undefined;
    const analyses = createAnalyses(workspace, createAnalyze(parser, formulas, connection.console), settle, host, news);
    const languageFor = async (uri: string) => displayLanguageOf(await settings.of(uri), client);
    reportProblems(connection, configurations, languageFor, initialized, client.options.offers && client.showsDocuments);
    const own = createRequests({
      connection,
      client,
      settings,
      views,
      notebooks,
      analyses,
      service: createLanguageService(),
      placeNames: createPlaceNames(workspace, notebooks),
      places: createPlaces(workspace, views, notebooks, { encoding: client.encoding, addresses: client.options.cellAddresses }),
      theme: () => theme,
      versionsOf: workspace.versionsOf,
      textOf: workspace.textOf,
      pageOf: rulePageOf(client, host),
      related: createRelated(workspace, analyses),
    });
    const [first = ''] = client.folders;
    scan = {
      connection,
      progress: client.progress,
      language: () => languageFor(first),
      now: host.now,
      scan: createScan({
        workspace,
        analyses,
        load: files.load,
        release: files.release,
        prepare: (uri) => parser.load(languageOfPath(uri) ?? 'python'),
        pause: host.yield,
        check: own.fileDiagnostics,
        isWanted: async (uri) => {
          const folder = workspace.folderOf(uri) ?? '';
          const { diagnostics } = await settings.of(folder);
          return diagnostics.enabled && diagnostics.mode === 'workspace' && !configurations.isExcluded(uri, folder);
        },
        style: async (uri) => [configurations.of(uri, workspace.folderOf(uri)), await languageFor(uri)],
      }),
    };
    const pushed = client.pullsDiagnostics
      ? undefined
      : pushDiagnostics(connection, views, async (uri) => (await own.diagnostics(uri, never)) ?? []);
    const requests = {
      ...own,
      refresh: inOne(() => {
        scan?.scan.wake();
        own.refresh();
        pushed?.all();
      }),
    };
    listenToDocuments(views, workspace, analyses, parser, formulas, requests.refresh);
    notebooks.attach(workspace, analyses);
    unsaved.onChange(() => {
      analyses.changed();
      requests.refresh();
    });
    watchFiles({ connection, client, files, workspace, analyses, refresh: requests.refresh, initialized });
    return requests;
  };

  connection.onInitialize(async (params: InitializeParams): Promise<InitializeResult> => {
    profile = readProfile(params);
    settings.start(profile);
    theme = themeOf(profile.options.theme);
    views.setEncoding(profile.encoding);
    running = begin(profile);
    running.catch((error: unknown) => connection.console.error(`Softlens could not start: ${String(error)}`));
    const lock = await host.lock?.();
    const experimental = lock === undefined ? {} : { experimental: { lock } };
    return { capabilities: { ...capabilities(profile), ...experimental }, serverInfo: { name: 'softlens' } };
  });

  connection.onInitialized(() => {
    nowInitialized();
    settings.initialized();
    if (profile?.configuration && profile.registersConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'softlens' });
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
  connection.onRequest('softlens/explore', (params: TextDocumentPositionParams, token) =>
    answer('explore', null, token, (requests) => requests.explore(params, token)),
  );
  connection.onCodeAction((params, token) =>
    answer('codeAction', null, token, (requests) => requests.codeActions(params, token)),
  );
  connection.languages.diagnostics.on((params, token) =>
    answer<DocumentDiagnosticReport>('diagnostic', emptyReport, token, async (requests) => {
      const { uri } = params.textDocument;
      return told.report(uri, (await requests.diagnostics(uri, token)) ?? [], params.previousResultId);
    }),
  );
  connection.languages.diagnostics.onWorkspace((params, token, _, partial) =>
    answer<WorkspaceDiagnosticReport>('workspaceDiagnostic', { items: [] }, token, async () => {
      await initialized;
      return scan ? scanWorkspace(scan, params, token, partial) : { items: [] };
    }),
  );
  connection.onExecuteCommand(({ command, arguments: [rule] = [] }, token) =>
    answer('executeCommand', null, token, async (requests) => {
      if (command === explainCommand && typeof rule === 'string') await requests.openPage(rule);
      return null;
    }),
  );
  connection.onCodeLens((params, token) => answer('codeLens', null, token, (requests) => requests.codeLenses(params, token)));
  connection.languages.inlayHint.on((params, token) =>
    answer('inlayHint', null, token, (requests) => requests.inlayHints(params, token)),
  );
  connection.languages.inlayHint.resolve((hint, token) =>
    answer('inlayHint/resolve', hint, token, (requests) => requests.resolveHint(hint, token)),
  );
  connection.listen();
}

/** Many files may arrive at once: the client is told of them together. */
function inOne(tell: () => void): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      tell();
    }, refreshMilliseconds);
  };
}

const refreshMilliseconds = 100;

const emptyReport: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** For what nobody waits for. */
const never: CancellationToken = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };

function capabilities(profile: Profile): InitializeResult['capabilities'] {
  return {
    positionEncoding: profile.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    notebookDocumentSync: { notebookSelector: [{ notebook: '*', cells: [{ language: 'python' }] }] },
    hoverProvider: true,
    inlayHintProvider: profile.resolvesTooltips ? { resolveProvider: true } : true,
    codeLensProvider: {},
    ...(profile.codeActions && {
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.softlens', 'notebook.source.fixAll.softlens'],
      },
    }),
    ...(opensPages(profile) && { executeCommandProvider: { commands: [explainCommand] } }),
    ...(profile.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'softlens', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
