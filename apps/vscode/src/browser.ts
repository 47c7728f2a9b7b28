/** Web entry: the server is a web worker. */
import './started.ts';
import type { ExtensionContext } from 'vscode';
import { start, stop } from './extension.ts';

export function activate(context: ExtensionContext): void {
  start(context, async (options) => (await import('./browserClient.ts')).createClient(context, options));
}

export const deactivate = stop;
