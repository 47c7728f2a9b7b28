/** The rules as people read of them: their pages lie beside the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportedRules, type Severity } from '@softlens/analysis';

export interface RulePage {
  readonly id: string;
  readonly severity: Severity;
  /** How safe the rule's fix is; null without one. */
  readonly fix: 'safe' | 'unsafe' | null;
  /** What it does, in one line. */
  readonly summary: string;
  readonly markdown: string;
}

export function rulePages(assets: string): readonly RulePage[] {
  return reportedRules.map(({ id, severity, fix }) => {
    const markdown = readFileSync(join(assets, 'rules', `${id}.md`), 'utf8');
    return { id, severity, fix: fix ?? null, summary: section(markdown, 'What it does').replace(/\s+/g, ' '), markdown };
  });
}

function section(markdown: string, title: string): string {
  const [, after = ''] = markdown.split(`\n## ${title}\n`);
  return (after.split(/^## /m)[0] ?? '').trim();
}
