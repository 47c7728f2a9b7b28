/** Writes down what somebody needs to know of a finding that is wrong, for the user to read, change and send. */
import {
  commands,
  type Diagnostic,
  type Disposable,
  type ExtensionContext,
  l10n,
  languages,
  type TextDocument,
  version,
  window,
  workspace,
} from 'vscode';

export function registerFalseAlarm(context: ExtensionContext): Disposable {
  return commands.registerCommand('softlens.reportFalseAlarm', async () => {
    const editor = window.activeTextEditor;
    const found = editor ? languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'softlens') : [];
    const diagnostic = editor && (await choose(found, editor.selection.active.line));
    if (!editor || !diagnostic) return;
    const content = report(diagnostic, editor.document, context.extension.packageJSON);
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
  });
}

/** What lies on the cursor's line, else one of the document's. */
async function choose(found: readonly Diagnostic[], line: number): Promise<Diagnostic | undefined> {
  const here = found.filter(({ range }) => range.start.line <= line && line <= range.end.line);
  const offered = here.length > 0 ? here : found;
  if (offered.length === 0) void window.showInformationMessage(l10n.t('Softlens has found nothing in this editor.'));
  if (offered.length < 2) return offered[0];
  const items = offered.map((diagnostic) => ({
    label: ruleOf(diagnostic),
    description: l10n.t('line {0}', diagnostic.range.start.line + 1),
    diagnostic,
  }));
  return (await window.showQuickPick(items))?.diagnostic;
}

interface Manifest {
  readonly version?: string;
  /** Where issues are kept, once the extension is published from somewhere. */
  readonly bugs?: { readonly url?: string };
}

/** Of the source only the line that is underlined; the message is the one on the screen, with the places that it names. */
function report(diagnostic: Diagnostic, document: TextDocument, { version: softlens, bugs }: Manifest): string {
  const rule = ruleOf(diagnostic);
  const line = document.lineAt(diagnostic.range.start.line).text.trim();
  // Longer than any in the line, which may be one of a Markdown page.
  const fence = '`'.repeat(Math.max(3, ...(line.match(/`+/g) ?? []).map(({ length }) => length + 1)));
  return [
    `# ${l10n.t('False alarm: {0}', rule)}`,
    `<!-- ${l10n.t('Nothing has been sent. Read this, take out what should stay with you, and post it as an issue of Softlens.')} -->`,
    ...(bugs?.url ? [`<${bugs.url}>`] : []),
    `## ${l10n.t('What Softlens says')}`,
    `> ${diagnostic.message.replaceAll('\n', '\n> ')}`,
    `## ${l10n.t('The line')}`,
    `${fence}${document.languageId}\n${line}\n${fence}`,
    `## ${l10n.t('Why it is right as it is')}`,
    '…',
    `## ${l10n.t('Versions')}`,
    `Softlens ${softlens}, VS Code ${version}`,
    '',
  ].join('\n\n');
}

const ruleOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : code);
