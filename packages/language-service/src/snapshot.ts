import type { FileAnalysis, ParsedDocument, Project } from '@softlens/analysis';
import type { DisplayLanguage } from '@softlens/analysis/messages';

/** An immutable state of one document: its text, what the analysis found in it, and the documents beside it. */
export interface Snapshot {
  readonly document: ParsedDocument;
  readonly analysis: FileAnalysis;
  /** For naming places in other documents by their line. */
  readonly project: Pick<Project, 'module'>;
}

/** What the reader's editor can show. */
export interface DisplayOptions {
  readonly language: DisplayLanguage;
}

export interface TextRange {
  readonly start: number;
  readonly end: number;
}
