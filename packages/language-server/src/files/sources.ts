/** Which files of a folder are looked into. */
import { languageOfPath } from '@softlens/syntax';

export const extensions = ['py', 'pyi', 'js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'ipynb'];

/** More are not listed. */
export const maxListed = 20_000;

export const isNotebookFile = (name: string): boolean => name.toLowerCase().endsWith('.ipynb');

/** Sources that people write, and notebooks: no declarations, nothing minified. */
export function isSourceFile(name: string): boolean {
  return isNotebookFile(name) || (languageOfPath(name) !== undefined && !/\.(?:pyi|d\.[cm]?ts|min\.[cm]?js)$/i.test(name));
}
