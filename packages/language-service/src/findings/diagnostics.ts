/** Findings in the reader's words. */
import type { Finding, Place, Severity } from '@softlens/analysis';
import { translate } from '@softlens/analysis/messages';
import type { DisplayOptions, Snapshot, TextRange } from '../snapshot.ts';

export interface Diagnostic extends TextRange {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where the value got its meaning, newest last; in this document or another. */
  readonly related: readonly (Place & { readonly message: string })[];
}

export function diagnostics(snapshot: Snapshot, options: DisplayOptions): Diagnostic[] {
  return ownFindings(snapshot).map((finding) => diagnosticOf(finding, options));
}

export function diagnosticOf(finding: Finding, { language }: DisplayOptions): Diagnostic {
  return {
    start: finding.start,
    end: finding.end,
    rule: finding.rule,
    severity: finding.severity,
    message: translate(finding.message, language),
    related: finding.related.map(({ path, start, end, message }) => ({
      path,
      start,
      end,
      message: translate(message, language),
    })),
  };
}

/** An analysis may find something in a document that this one only calls; it is shown there. */
export function ownFindings(snapshot: Snapshot): Finding[] {
  return snapshot.analysis.findings.filter((finding) => finding.path === snapshot.document.path);
}
