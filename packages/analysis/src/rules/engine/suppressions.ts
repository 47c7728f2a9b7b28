/**
 * `softlens: ignore[rule] -- reason` in a comment: for its line, for the next line when it stands alone, for the file as
 * `softlens: ignore-file[rule]`. Without brackets every rule is meant. What suppresses nothing is itself reported.
 */
import type { Edit, Finding, ParsedDocument } from '../../api.ts';
import { message } from './rule.ts';

export interface Suppression {
  readonly start: number;
  readonly end: number;
  /** Absent: all rules. */
  readonly rules?: readonly string[];
  readonly reason?: string;
  /** The range of the document it speaks of. */
  readonly from: number;
  readonly to: number;
}

const pattern = /softlens:\s*(ignore-file|ignore)(?:\s*\[([^\]]*)\])?(?:\s*--\s*(.*?))?\s*$/;

export function suppressionsOf(document: ParsedDocument): readonly Suppression[] {
  return document.module.comments.flatMap((comment) => {
    const match = pattern.exec(comment.text);
    if (!match) return [];
    const [, scope, rules, reason] = match;
    const { from, to } =
      scope === 'ignore-file' ? { from: 0, to: document.text.length } : lineSpan(document.text, comment.start, comment.ownLine);
    return [
      {
        start: comment.start,
        end: comment.end,
        from,
        to,
        ...(rules === undefined
          ? {}
          : {
              rules: rules
                .split(',')
                .map((rule) => rule.trim())
                .filter(Boolean),
            }),
        ...(reason ? { reason } : {}),
      },
    ];
  });
}

/** What remains of a document's findings, and a finding for each suppression that had nothing to do. */
export function applySuppressions(document: ParsedDocument, findings: readonly Finding[]): readonly Finding[] {
  const suppressions = suppressionsOf(document);
  if (suppressions.length === 0) return findings;
  const used = new Set<string>();
  const kept = findings.filter((finding) => {
    const hits = suppressions.filter((one) => covers(one, finding));
    for (const one of hits) for (const rule of one.rules ? [finding.rule] : ['*']) used.add(`${one.start} ${rule}`);
    return hits.length === 0;
  });
  return [...kept, ...suppressions.flatMap((one) => unused(document, one, used))];
}

function covers({ rules, from, to }: Suppression, finding: Finding): boolean {
  return finding.start >= from && finding.start < to && (rules === undefined || rules.includes(finding.rule));
}

function unused(document: ParsedDocument, { start, end, rules }: Suppression, used: ReadonlySet<string>): readonly Finding[] {
  const idle = (rules ?? ['*']).filter((rule) => !used.has(`${start} ${rule}`));
  if (idle.length === 0) return [];
  const key = rules === undefined ? 'rule.unused-suppression.all' : 'rule.unused-suppression';
  return [
    {
      path: document.path,
      start,
      end,
      rule: 'unused-suppression',
      severity: 'warning',
      message: message(key, { rules: idle.join(', ') }),
      related: [],
      fixes:
        idle.length < (rules ?? ['*']).length
          ? []
          : [{ title: message('fix.remove-suppression'), safety: 'safe', edits: [withoutComment(document, start, end)] }],
    },
  ];
}

/** With the space before it, and its line where nothing else stands on it. */
function withoutComment({ path, text }: ParsedDocument, start: number, end: number): Edit {
  const from = start - (/[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0].length ?? 0);
  // Of a line that ends with CR and LF the comment takes the CR.
  const to = text[end - 1] === '\r' ? end - 1 : end;
  const isWholeLine = (from === 0 || text[from - 1] === '\n') && text[end] === '\n';
  return { path, start: from, end: isWholeLine ? end + 1 : to, text: '' };
}

/** The comment's own line, or the next line of code when it stands alone. */
function lineSpan(text: string, at: number, ownLine: boolean): { readonly from: number; readonly to: number } {
  const lineEnd = endOfLine(text, at);
  if (!ownLine) return { from: text.lastIndexOf('\n', at - 1) + 1, to: lineEnd };
  let from = lineEnd + 1;
  while (from < text.length && /^\s*(?:#|\/\/|$)/.test(text.slice(from, endOfLine(text, from)))) from = endOfLine(text, from) + 1;
  return { from, to: endOfLine(text, from) };
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
