/** Documents that people work on, as against views of something else: the old side of a comparison, a code block in a chat. */

interface Address {
  readonly scheme: string;
}

/** What the editor knows of an address. */
export interface Surroundings<A extends Address> {
  isWritableFileSystem(scheme: string): boolean | undefined;
  isInFolder(uri: A): boolean;
}

const own = new Set(['file', 'untitled', 'vscode-notebook-cell']);

/** Only their problems are listed: those of an older version would stand beside the same ones of today. */
export function isWorkedOn<A extends Address>(uri: A, { isWritableFileSystem, isInFolder }: Surroundings<A>): boolean {
  return own.has(uri.scheme) || isWritableFileSystem(uri.scheme) === true || isInFolder(uri);
}
