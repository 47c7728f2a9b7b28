import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';
import { quiet } from './errorHandler.ts';
import { createLifeline } from './lifeline.ts';

/** Runs the server in a worker of the page. */
export function createClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'server', 'browser.js');
  const worker = new Worker(script.toString(true), { name: 'Softlens' });
  const reader = new WorkerReader(worker);
  const transports = { reader, writer: new BrowserMessageWriter(worker) };
  const client = new LanguageClient('softlens', 'Softlens', async () => transports, options);
  const { start, dispose } = client;
  const watch = createLifeline(worker, navigator.locks, () => reader.close());
  client.start = async () => {
    await start.call(client);
    watch(client.initializeResult?.capabilities.experimental?.lock);
  };
  // The library leaves the worker behind, also one that does not answer any more.
  client.dispose = (timeout) => dispose.call(client, timeout).finally(() => worker.terminate());
  return quiet(client);
}

/** A worker does not close its channel when it ends. */
class WorkerReader extends BrowserMessageReader {
  close(): void {
    this.fireClose();
  }
}
