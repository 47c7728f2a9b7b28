import type { SyntaxWasm } from '@softlens/syntax';
import type { ClientOptions } from './settings.ts';

/** What differs between a process and a browser's worker. */
export interface ServerHost {
  wasm(client: ClientOptions): Promise<SyntaxWasm>;
  files(): WorkspaceFiles;
  /** Lets other messages in: a newer edit, a cancellation. */
  yield(): Promise<void>;
  now(): number;
  /** The folder of the rules' pages, as an address that people can open. */
  rulePages(client: ClientOptions): string | undefined;
}

/** In folders of more sources than this, only open documents are looked into for what imports a document. */
export const maxSources = 400;

/** Files that are not open in the editor. URIs throughout. */
export interface WorkspaceFiles {
  /** Called once, after `initialized`, with the workspace folders. */
  start(folders: readonly string[]): Promise<void>;
  /** False while it is not known yet. */
  exists(uri: string): boolean;
  /** The text; undefined when there is none, `pending` while it is on its way (then `onArrival` is called). */
  read(uri: string): string | undefined | 'pending';
  /** The sources of a folder, as far as they are known by now: few enough to look into all of them, else none. */
  sources(folder: string): readonly string[];
  changed(uri: string, kind: 'created' | 'changed' | 'deleted'): void;
  onArrival(listener: (uri: string) => void): void;
}
