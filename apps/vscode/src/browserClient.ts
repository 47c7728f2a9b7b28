import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { quiet } from './errorHandler.ts';

/** Runs the server in a worker of the page. */
export function createClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'server', 'browser.js');
  const worker = new Worker(script.toString(true), { name: 'Softlens' });
  return quiet(new LanguageClient('softlens', 'Softlens', worker, options));
}
