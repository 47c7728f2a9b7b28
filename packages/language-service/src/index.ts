export type { Exploration, ExploredActivation, ExploredVector } from './explore.ts';
export type { CodeAction } from './findings/code-actions.ts';
export type { Diagnostic } from './findings/diagnostics.ts';
export type { HintOptions, InlayHint } from './hints/hints.ts';
export type { Hover, HoverOptions } from './hover/hover.ts';
export type { Lens, LensOptions } from './lenses/lenses.ts';
export type { Theme } from './picture/theme.ts';
export { createLanguageService, type LanguageService } from './service.ts';
export type { DisplayOptions, Snapshot, TextRange } from './snapshot.ts';
