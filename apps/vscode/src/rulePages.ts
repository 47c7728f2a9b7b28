/** The rules' pages, which lie beside the server, as Markdown previews. */
import { commands, Disposable, type ExtensionContext, env, l10n, Uri, workspace } from 'vscode';
import { chooseFinding, ruleOf } from './findings.ts';

/** The server names it in its links and actions. */
export const openRulePage = 'softlens.openRulePage';
const scheme = 'softlens-rule';

/** Links at the code of a problem may not name commands: this opens as a document, for which the manifest chooses the preview. */
export const rulePageAddress = `${scheme}:/{rule}.md`;

export function registerRulePages(context: ExtensionContext): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ path }) => readPage(context, path.replace(/^\/|\.md$/g, '')),
    }),
    commands.registerCommand(openRulePage, async (given: unknown) => {
      const rule = typeof given === 'string' ? given : await chooseRule();
      if (rule !== undefined && /^[\w-]+$/.test(rule))
        await commands.executeCommand('markdown.showPreviewToSide', Uri.from({ scheme, path: `/${rule}.md` }));
    }),
  );
}

/** In the reader's language where there is such a page. */
async function readPage({ extensionUri }: ExtensionContext, rule: string): Promise<string> {
  const setting = workspace.getConfiguration('softlens').get<string>('language', 'auto');
  const language = setting === 'auto' ? env.language.toLowerCase() : setting;
  const names = language === 'zh-cn' ? [`${rule}.zh-cn.md`, `${rule}.md`] : [`${rule}.md`];
  for (const name of names) {
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, 'server', 'rules', name)));
    } catch {
      // The next one may be there.
    }
  }
  return l10n.t('There is no page of the rule {0}.', rule);
}

/** From the palette: the rule of the problem at the cursor, else one of those that speak in the active editor. */
async function chooseRule(): Promise<string | undefined> {
  const found = await chooseFinding(l10n.t('Which problem is to be explained?'), ({ diagnostic }) => ruleOf(diagnostic));
  return found && ruleOf(found.diagnostic);
}
