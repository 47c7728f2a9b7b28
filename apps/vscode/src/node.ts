/** Desktop and remote entry: the server is a Node process. */
import './started.ts';
import type { ExtensionContext } from 'vscode';
import { start, stop } from './extension.ts';

export function activate(context: ExtensionContext): void {
  start(context, async (options) => (await import('./nodeClient.ts')).createClient(context, options));
}

export const deactivate = stop;
