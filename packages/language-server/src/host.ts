import type { SyntaxWasm } from '@softlens/syntax';
import type { Ask } from './files/remote.ts';
import type { ClientOptions } from './settings.ts';

/** What differs between a process and a browser's worker. */
export interface ServerHost {
  wasm(client: ClientOptions): Promise<SyntaxWasm>;
  /** `ask` sends a request to the client, which may read what the host cannot. */
  files(ask: Ask): WorkspaceFiles;
  /** Lets other messages in: a newer edit, a cancellation. */
  yield(): Promise<void>;
  now(): number;
  /** The folder of the rules' pages, as an address that people can open. */
  rulePages(client: ClientOptions): string | undefined;
  /** The name of a lock that the server holds as long as it lives, where the host has such. */
  lock?(): Promise<string | undefined>;
}

/** Files that are not open in the editor. URIs throughout. */
export interface WorkspaceFiles {
  /** Called once, after `initialized`, with the workspace folders. */
  start(folders: readonly string[]): Promise<void>;
  /** False while it is not known yet. */
  exists(uri: string): boolean;
  /** The text; undefined when there is none, `pending` while it is on its way (then `onArrival` is called). */
  read(uri: string): string | undefined | 'pending';
  /** The sources and notebooks of a folder, as far as they are known by now. */
  sources(folder: string): readonly string[];
  /** The text, once it is there; nobody else is told of it. */
  load(uri: string): Promise<string | undefined>;
  /** Forgets the text of a file until it is read again. */
  release(uri: string): void;
  changed(uri: string, kind: 'created' | 'changed' | 'deleted'): void;
  onArrival(listener: (uri: string) => void): void;
}
