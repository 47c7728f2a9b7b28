/** Configurations that are open in the client count as they stand there, before they are saved. */
import { canonicalUri } from '../files/remote.ts';
import type { ViewEvent, Views } from '../views.ts';
import { configurationFiles, readConfiguration } from './read.ts';

export interface UnsavedConfigurations {
  /** The text of an open configuration when it last made sense. */
  text(uri: string): string | undefined;
  onChange(listener: () => void): void;
}

export function createUnsavedConfigurations(views: Views): UnsavedConfigurations {
  const texts = new Map<string, string>();
  const listeners: (() => void)[] = [];
  views.onEvent(({ kind, view }: ViewEvent) => {
    const { uri, text } = view.text;
    const name = configurationFiles.find((one) => uri.endsWith(`/${one}`));
    if (name === undefined) return;
    const key = canonicalUri(uri);
    if (kind === 'closed') texts.delete(key);
    // Half a word is no reason to complain: what stood there before it goes on to count.
    else if (isSound(name, text)) texts.set(key, text);
    else return;
    for (const listener of listeners) listener();
  });
  return {
    text: (uri) => texts.get(canonicalUri(uri)),
    onChange: (listener) => void listeners.push(listener),
  };
}

function isSound(name: (typeof configurationFiles)[number], text: string): boolean {
  const read = readConfiguration(name, text);
  return read === undefined || (read.unreadable === undefined && read.problems.length === 0);
}
