/** What Softlens has found in the active editor; in a notebook, in all of its cells; without either, in what is open. */
import { type Diagnostic, l10n, languages, type TextDocument, window, workspace } from 'vscode';

export interface Finding {
  readonly document: TextDocument;
  readonly diagnostic: Diagnostic;
}

export function findingsHere(): readonly Finding[] {
  return documentsHere().flatMap((document) =>
    languages
      .getDiagnostics(document.uri)
      .filter(isOwn)
      .map((diagnostic) => ({ document, diagnostic })),
  );
}

const isOwn = ({ source }: Diagnostic): boolean => source === 'softlens';

export const ruleOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** What lies on the cursor's line, else one of all; asks where that leaves several of which `keyOf` differs. */
export async function chooseFinding(placeHolder: string, keyOf: (finding: Finding) => string): Promise<Finding | undefined> {
  const found = findingsHere();
  const here = found.filter(isAtCursor);
  const offered = [...new Map((here.length > 0 ? here : found).map((one) => [keyOf(one), one])).values()];
  if (offered.length === 0) void window.showInformationMessage(l10n.t('Softlens has found nothing in this editor.'));
  if (offered.length < 2) return offered[0];
  const items = offered.map((finding) => ({
    label: ruleOf(finding.diagnostic),
    description: l10n.t('line {0}', finding.diagnostic.range.start.line + 1),
    detail: finding.diagnostic.message,
    finding,
  }));
  return (await window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.finding;
}

function isAtCursor({ document, diagnostic: { range } }: Finding): boolean {
  const editor = window.activeTextEditor;
  const line = editor?.selection.active.line ?? -1;
  return editor?.document === document && range.start.line <= line && line <= range.end.line;
}

function documentsHere(): readonly TextDocument[] {
  const notebook = window.activeNotebookEditor?.notebook;
  if (notebook) return notebook.getCells().map(({ document }) => document);
  const document = window.activeTextEditor?.document;
  // A page may be in front that is no text, such as the walkthrough.
  return document ? [document] : workspace.textDocuments;
}
