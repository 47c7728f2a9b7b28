import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { quiet } from './errorHandler.ts';

/** Runs the server with the editor's own Node over its IPC channel. */
export function createClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'server', 'node.cjs').fsPath;
  return quiet(new LanguageClient('softlens', 'Softlens', { module, transport: TransportKind.ipc }, options));
}
