/** Writes down what somebody needs to know of a finding that is wrong, for the user to read, change and send. */
import { commands, type Disposable, type ExtensionContext, l10n, version, window, workspace } from 'vscode';
import { chooseFinding, type Finding, ruleOf } from './findings.ts';

export function registerFalseAlarm(context: ExtensionContext): Disposable {
  return commands.registerCommand('softlens.reportFalseAlarm', async () => {
    const asked = l10n.t('Which problem is a false alarm?');
    const finding = await chooseFinding(asked, ({ document, diagnostic: { range, message } }) =>
      [document.uri, range.start.line, range.start.character, message].join('\n'),
    );
    if (!finding) return;
    const content = report(finding, context.extension.packageJSON);
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
  });
}

interface Manifest {
  readonly version?: string;
  /** Where issues are kept, once the extension is published from somewhere. */
  readonly bugs?: { readonly url?: string };
}

/** Of the source only the line that is underlined; the message is the one on the screen, with the places that it names. */
function report({ diagnostic, document }: Finding, { version: softlens, bugs }: Manifest): string {
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
