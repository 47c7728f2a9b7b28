/** What the page and the extension tell each other. */
import type { ExplorerState, Origin } from './state.ts';

export type ToPage =
  /** Show this instead. */
  | { readonly type: 'open'; readonly state: ExplorerState }
  /** The place in the source has moved, or its numbers have changed. */
  | { readonly type: 'origin'; readonly origin: Origin }
  | { readonly type: 'outcome'; readonly outcome: Outcome };

/** What became of a wish, for the page to say in its own words. */
export type Outcome = 'copied' | 'written' | 'changed' | 'closed' | 'read-only' | 'count' | 'nothing' | 'away' | 'failed';

export type ToExtension =
  /** The page has loaded; `origin` is where its restored state came from. */
  | { readonly type: 'ready'; readonly origin: Origin | null }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'writeBack'; readonly logits: readonly number[]; readonly chosen: number }
  /** Go to the place in the source. */
  | { readonly type: 'reveal'; readonly chosen: number }
  /** Read the numbers at the place again. */
  | { readonly type: 'reread' };
