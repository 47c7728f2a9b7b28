import { type InlayHint, inlayHints } from './hints/hints.ts';
import { type Hover, type HoverOptions, hover } from './hover/hover.ts';
import { codeLenses, type Lens, type LensOptions } from './lenses/lenses.ts';
import type { DisplayOptions, Snapshot, TextRange } from './snapshot.ts';

/** Everything an editor asks, as pure functions of a snapshot, in offsets. */
export interface LanguageService {
  /** Null outside the expressions that Softlens has something to say about. */
  hover(snapshot: Snapshot, offset: number, options: HoverOptions): Hover | null;
  inlayHints(snapshot: Snapshot, range: TextRange, options: DisplayOptions): InlayHint[];
  codeLenses(snapshot: Snapshot, options: LensOptions): Lens[];
}

export function createLanguageService(): LanguageService {
  return { hover, inlayHints, codeLenses };
}
