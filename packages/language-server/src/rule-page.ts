/** Where people read of a rule. */
import type { Profile } from './client.ts';
import type { ServerHost } from './host.ts';

/** The client's own way to open a page (a template with `{rule}`), else the page that lies beside the server. */
export function rulePageOf(client: Profile, host: ServerHost): (rule: string) => string | undefined {
  if (!client.codeDescription) return () => undefined;
  const { rulePage } = client.options;
  if (rulePage !== undefined) return (rule) => rulePage.replace('{rule}', rule);
  const folder = host.rulePages(client.options);
  return (rule) => (folder === undefined ? undefined : `${folder}/${rule}.md`);
}
