/** Comments that suppress a finding: at its line, or for its whole file. */
import type { Edit, Finding } from '@softlens/analysis';
import { text } from '@softlens/analysis/messages';
import type { DisplayOptions, Snapshot, TextRange } from '../snapshot.ts';
import { type CodeAction, findingsIn } from './code-actions.ts';
import { diagnosticOf } from './diagnostics.ts';

export interface IgnoreOptions extends DisplayOptions {
  /** Where the file's comments may begin: 0, or where a notebook's cell begins. */
  readonly top: number;
}

/** One pair of actions for each rule, however often it was broken in the range. */
export function ignoreActions(snapshot: Snapshot, range: TextRange, options: IgnoreOptions): CodeAction[] {
  const findings = new Map(findingsIn(snapshot, range).map((finding) => [finding.rule, finding]));
  findings.delete('unused-suppression');
  return [...findings.values()].flatMap((finding) => {
    const { rule } = finding;
    const action = (title: string, edit: Edit): CodeAction => ({
      title,
      kind: 'quickfix',
      edits: [edit],
      diagnostic: diagnosticOf(finding, options),
      preferred: false,
    });
    const here = atLine(finding, snapshot, options);
    return [
      ...(here ? [action(text('action.ignore-here', options.language, { rule }), here)] : []),
      action(text('action.ignore-file', options.language, { rule }), atTop(finding, snapshot, options)),
    ];
  });
}

/** Nothing where the line goes on in the next one by a backslash, which no comment may follow. */
function atLine({ rule, start }: Finding, { document }: Snapshot, { language }: DisplayOptions): Edit | undefined {
  const source = document.text;
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const found = source.indexOf('\n', start);
  const lineEnd = (found < 0 ? source.length : found) - (source[found - 1] === '\r' ? 1 : 0);
  const line = source.slice(lineStart, lineEnd);
  if (line.endsWith('\\')) return undefined;
  const listed = /softlens:\s*ignore\s*\[[^\]]*(?=\])/.exec(line);
  const at = listed ? lineStart + listed.index + listed[0].length : lineStart + line.trimEnd().length;
  const added = listed ? `, ${rule}` : `  ${comment(commentMark(document.language), 'ignore', rule, language)}`;
  return { path: document.path, start: at, end: at, text: added };
}

/** Below what must come first: the interpreter's name and the encoding. */
function atTop({ rule }: Finding, { document }: Snapshot, { language, top }: IgnoreOptions): Edit {
  const first = /^(?:#!.*\r?\n)?(?:#.*coding[:=].*\r?\n)?/.exec(document.text.slice(top))?.[0].length ?? 0;
  const at = top + first;
  const added = `${comment(commentMark(document.language), 'ignore-file', rule, language)}\n`;
  return { path: document.path, start: at, end: at, text: added };
}

const commentMark = (language: Snapshot['document']['language']): string => (language === 'python' ? '#' : '//');

function comment(mark: string, scope: string, rule: string, language: DisplayOptions['language']): string {
  return `${mark} softlens: ${scope}[${rule}] -- ${text('action.reason', language)}`;
}
