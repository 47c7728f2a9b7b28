import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type ExplorerState, emptyState } from '../state.ts';
import { type View, view } from './model.ts';
import { type PageLanguage, type Say, speaker } from './words.ts';

/** What every part of the page reads, and the one way to change it. */
export interface Explorer {
  readonly state: ExplorerState;
  readonly view: View;
  readonly say: Say;
  readonly language: PageLanguage;
  change(update: (state: ExplorerState) => ExplorerState): void;
}

export const ExplorerContext = createContext<Explorer>({
  state: emptyState,
  view: view(emptyState),
  say: speaker('en'),
  language: 'en',
  change: () => {},
});

export const useExplorer = (): Explorer => useContext(ExplorerContext);
