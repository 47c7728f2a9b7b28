/** The rules as people read of them: their pages lie beside the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportedRules, type Severity } from '@softlens/analysis';
import type { DisplayLanguage } from '@softlens/analysis/messages';

export interface RulePage {
  readonly id: string;
  readonly severity: Severity;
  /** How safe the rule's fix is; null without one. */
  readonly fix: 'safe' | 'unsafe' | null;
  /** What it does, in one line. */
  readonly summary: string;
  readonly markdown: string;
}

const inLanguage: Readonly<Record<DisplayLanguage, { readonly extension: string; readonly summary: string }>> = {
  en: { extension: '.md', summary: 'What it does' },
  'zh-cn': { extension: '.zh-cn.md', summary: '作用' },
};

export function rulePages(assets: string, language: DisplayLanguage): readonly RulePage[] {
  const { extension, summary } = inLanguage[language];
  return reportedRules.map(({ id, severity, fix }) => {
    const markdown = readFileSync(join(assets, 'rules', `${id}${extension}`), 'utf8');
    return { id, severity, fix: fix ?? null, summary: section(markdown, summary).replace(/\s+/g, ' '), markdown };
  });
}

function section(markdown: string, title: string): string {
  const [, after = ''] = markdown.split(`\n## ${title}\n`);
  return (after.split(/^## /m)[0] ?? '').trim();
}
