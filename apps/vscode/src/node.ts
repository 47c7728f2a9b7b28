/** Desktop and remote entry: the server is a Node process. */
import './loading.ts'; // first: it notes when loading began

import type { ExtensionContext } from 'vscode';
import { start, stop } from './extension.ts';
import { loadedIn } from './loading.ts';

const loading = loadedIn();

export function activate(context: ExtensionContext): void {
  start(context, loading, async (options) => (await import('./nodeClient.ts')).createClient(context, options));
}

export const deactivate = stop;
