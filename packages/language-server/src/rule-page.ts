/** Where people read of a rule, in their language. */
import type { DisplayLanguage } from '@softlens/analysis/messages';
import type { Profile } from './client.ts';
import { explainCommand } from './code-actions.ts';
import type { ServerHost } from './host.ts';

export type RulePage = (rule: string, language: DisplayLanguage) => string | undefined;

const extensions: Readonly<Record<DisplayLanguage, string>> = { en: '.md', 'zh-cn': '.zh-cn.md' };

/** The server opens the page itself where the client has no command for it, and shows what it is told to. */
export function opensPages(client: Profile): boolean {
  return client.showsDocuments && !client.options.commands.includes(explainCommand);
}

/** The client's own way to open a page (a template with `{rule}` and `{.language}`), else the page that lies beside the server. */
export function rulePageOf(client: Profile, host: ServerHost): RulePage {
  const { rulePage } = client.options;
  if (rulePage !== undefined)
    return (rule, language) => rulePage.replace('{rule}', rule).replace('{.language}', language === 'en' ? '' : `.${language}`);
  const folder = host.rulePages(client.options);
  return (rule, language) => (folder === undefined ? undefined : `${folder}/${rule}${extensions[language]}`);
}
