/// <reference lib="webworker" />
/** The server in a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { grammarFile, runtimeFile } from './assets.ts';
import { remoteFiles } from './files/remote.ts';
import { startServer } from './server.ts';

// The type of `self` in a library for all kinds of workers is not that of the dedicated worker this always is.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

startServer(connection, {
  async wasm({ assets }) {
    const base = assets ?? scope.location.href.replace(/\/[^/]*$/, '');
    const load = async (name: string) => new Uint8Array(await (await fetch(`${base}/${name}`)).arrayBuffer());
    return { runtime: await load(runtimeFile), grammar: (name) => load(grammarFile(name)) };
  },
  files: remoteFiles,
  yield: nextMessage,
  now: () => performance.now(),
  rulePages: ({ assets }) => (assets === undefined ? undefined : `${assets}/rules`),
  lock,
});

/**
 * A worker that ends tells nobody. It holds a lock as long as it lives, and who asks for the same gets it when the worker is gone:
 * https://www.w3.org/TR/web-locks/#agent-integration. Pages that are not secure have no locks.
 */
function lock(): Promise<string | undefined> {
  const { locks } = scope.navigator;
  if (locks === undefined) return Promise.resolve(undefined);
  const name = `softlens-${scope.crypto.randomUUID()}`;
  return new Promise((resolve) => {
    const hold = () => {
      resolve(name);
      return new Promise(() => {});
    };
    locks.request(name, hold).catch(() => resolve(undefined));
  });
}

/** Timers are held back to 4 ms when nested; a message to oneself is not. */
function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
