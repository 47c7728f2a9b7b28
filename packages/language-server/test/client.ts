/** A client for tests: a real connection to the server, in memory, under a profile of capabilities. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { filesByScheme } from '../src/files/by-scheme.ts';
import { diskFiles } from '../src/files/disk.ts';
import { remoteFiles } from '../src/files/remote.ts';
import type { ServerHost } from '../src/host.ts';
import { startServer } from '../src/server.ts';

const require = createRequire(import.meta.url);
const grammars = join(dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');

export const testHost: ServerHost = {
  wasm: async () => ({
    runtime: await readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: (name) => readFile(join(grammars, `tree-sitter-${name}.wasm`)),
  }),
  files: (ask) => filesByScheme(diskFiles(), remoteFiles(ask)),
  yield: () => setImmediate(),
  now: () => performance.now(),
  rulePages: () => 'file:///rules',
};

export interface ClientProfile {
  readonly encodings?: readonly ('utf-8' | 'utf-16' | 'utf-32')[];
  readonly pictures?: boolean;
  readonly markdown?: boolean;
  readonly folder?: string;
  readonly locale?: string;
  readonly settings?: unknown;
  readonly commands?: readonly string[];
  readonly cellAddresses?: boolean;
  readonly offers?: boolean;
  readonly capabilities?: ClientCapabilities;
  /** What the client sends to begin with, in the place of all of the above. */
  readonly initialize?: Partial<InitializeParams>;
  readonly host?: ServerHost;
  /** Called before the first message is sent. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startClient(profile: ClientProfile = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), profile.host ?? testHost);
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  profile.prepare?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>(
    'initialize',
    profile.initialize
      ? exactly(profile)
      : {
          processId: null,
          rootUri: null,
          capabilities: {
            ...profile.capabilities,
            general: { positionEncodings: profile.encodings ?? ['utf-16'] },
            textDocument: {
              ...profile.capabilities?.textDocument,
              hover: { contentFormat: profile.markdown === false ? ['plaintext'] : ['markdown', 'plaintext'] },
            },
          },
          locale: profile.locale ?? 'en',
          initializationOptions: {
            pictures: profile.pictures ?? false,
            settings: profile.settings,
            commands: profile.commands,
            cellAddresses: profile.cellAddresses,
            offers: profile.offers,
          },
          workspaceFolders: profile.folder === undefined ? null : [{ uri: profile.folder, name: 'test' }],
        },
  );
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    open: (uri, text, languageId = 'python') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    async stop() {
      await connection.sendRequest('shutdown');
      connection.dispose();
    },
  };
}

function exactly({ initialize, folder }: ClientProfile): InitializeParams {
  const folders = folder === undefined ? null : [{ uri: folder, name: 'test' }];
  return { processId: null, rootUri: folder ?? null, workspaceFolders: folders, capabilities: {}, ...initialize };
}
