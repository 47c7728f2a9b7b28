/** The language server that the extension starts too, in a worker of its own. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createProtocolConnection,
  type InitializeParams,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/browser';
import type { Language } from '../words/words.ts';

/** The folder of a project that is nowhere but here. */
export const folder = 'file:///playground';

/** The command of a lens that shows the path from producer to consumer. */
export const showPath = 'softlens.showPath';

export interface ServerOptions {
  readonly language: Language;
  readonly theme: string;
  /** Something kept it from starting, or took it down. */
  onFailure(reason: string): void;
}

export async function startServer({ language, theme, onFailure }: ServerOptions): Promise<ProtocolConnection> {
  const worker = new Worker(address(`${__SERVER_FOLDER__}/browser.js`), { name: 'Softlens' });
  worker.addEventListener('error', ({ message }) => onFailure(message || 'The worker could not be loaded.'));
  const connection = createProtocolConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === errorMessage) onFailure(message);
  });
  connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
    open(uri, '_blank', 'noopener');
    return { success: true };
  });
  connection.listen();
  await connection.sendRequest('initialize', initialization(language, theme));
  await connection.sendNotification('initialized', {});
  return connection;
}

const errorMessage = 1;

const address = (path: string) => new URL(path, document.baseURI).href;

function initialization(language: Language, theme: string): InitializeParams {
  return {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: 'playground' }],
    locale: language,
    initializationOptions: {
      pictures: true,
      theme,
      assets: address(__SERVER_FOLDER__),
      rulePage: `${address('rules/')}{rule}{.language}.html`,
      commands: [showPath],
    },
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      workspace: { inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } },
      window: { showDocument: { support: true } },
      textDocument: {
        hover: { contentFormat: ['markdown', 'plaintext'] },
        inlayHint: { resolveSupport: { properties: ['tooltip'] } },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
        // Without pull diagnostics the server sends them, for every file, a moment after the last key.
        publishDiagnostics: {
          relatedInformation: true,
          codeDescriptionSupport: true,
          tagSupport: { valueSet: [1, 2] },
          versionSupport: true,
        },
      },
    },
  };
}
