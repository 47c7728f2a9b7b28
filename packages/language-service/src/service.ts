import { type Exploration, explore } from './explore.ts';
import { type CodeAction, codeActions, fixAll } from './findings/code-actions.ts';
import { type Diagnostic, diagnostics } from './findings/diagnostics.ts';
import { type IgnoreOptions, ignoreActions } from './findings/ignore.ts';
import { mayRefactor, refactorings } from './findings/refactorings.ts';
import { type HintOptions, type InlayHint, inlayHints } from './hints/hints.ts';
import { type Hover, type HoverOptions, hover } from './hover/hover.ts';
import { codeLenses, type Lens, type LensOptions } from './lenses/lenses.ts';
import type { DisplayOptions, Snapshot, TextRange } from './snapshot.ts';

/** Everything an editor asks, as pure functions of a snapshot, in offsets. */
export interface LanguageService {
  /** Null outside the expressions that Softlens has something to say about. */
  hover(snapshot: Snapshot, offset: number, options: HoverOptions): Hover | null;
  /** The logits behind an expression. Null where there are none. */
  explore(snapshot: Snapshot, offset: number): Exploration | null;
  inlayHints(snapshot: Snapshot, range: TextRange, options: HintOptions): InlayHint[];
  codeLenses(snapshot: Snapshot, options: LensOptions): Lens[];
  diagnostics(snapshot: Snapshot, options: DisplayOptions): Diagnostic[];
  /** The fixes of the findings in the range, and what fills in an expected value that is still empty. */
  codeActions(snapshot: Snapshot, range: TextRange, options: DisplayOptions): CodeAction[];
  /** Comments that suppress the findings in the range. */
  ignoreActions(snapshot: Snapshot, range: TextRange, options: IgnoreOptions): CodeAction[];
  /** Cheap: false where there is no head to rewrite. */
  mayRefactor(snapshot: Snapshot): boolean;
  /** Rewrites of heads that touch the range of the document `path`, which is among the snapshots of all that it meets. */
  refactorings(related: readonly Snapshot[], path: string, range: TextRange, options: DisplayOptions): CodeAction[];
  /** All safe fixes of the document as one action. */
  fixAll(snapshot: Snapshot, title: string): CodeAction | undefined;
}

export function createLanguageService(): LanguageService {
  return {
    hover,
    explore,
    inlayHints,
    codeLenses,
    diagnostics,
    codeActions,
    ignoreActions,
    mayRefactor,
    refactorings,
    fixAll,
  };
}
