/** Where people read of a rule, in their language. */
import type { DisplayLanguage } from '@softlens/analysis/messages';
import type { Profile } from './client.ts';
import type { ServerHost } from './host.ts';

export type RulePage = (rule: string, language: DisplayLanguage) => string | undefined;

const extensions: Readonly<Record<DisplayLanguage, string>> = { en: '.md', 'zh-cn': '.zh-cn.md' };

/** The client's own way to open a page (a template with `{rule}`), else the page that lies beside the server. */
export function rulePageOf(client: Profile, host: ServerHost): RulePage {
  if (!client.codeDescription) return () => undefined;
  const { rulePage } = client.options;
  if (rulePage !== undefined) return (rule) => rulePage.replace('{rule}', rule);
  const folder = host.rulePages(client.options);
  return (rule, language) => (folder === undefined ? undefined : `${folder}/${rule}${extensions[language]}`);
}
