/** `softlens explain`: a rule's page, or the list of rules. */
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import { helpText } from '../help.ts';
import type { ExitCode } from '../main.ts';
import { type OptionTable, parseOptions } from '../options.ts';
import { markdownText, plain } from '../output/markdown.ts';
import { painter } from '../report/painter.ts';
import { type RulePage, rulePages } from '../rule-pages.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage.ts';

const table: OptionTable = {
  format: { type: 'string', choices: ['text', 'json', 'markdown'] },
  lang: { type: 'string', choices: ['en', 'zh-cn'] },
  help: { type: 'boolean', short: 'h' },
};

export async function explainCommand(args: readonly string[], terminal: Terminal, language: DisplayLanguage): Promise<ExitCode> {
  try {
    return run(args, terminal, language);
  } catch (error) {
    if (error instanceof UsageError) error.command = 'explain';
    throw error;
  }
}

function run(args: readonly string[], terminal: Terminal, language: DisplayLanguage): ExitCode {
  const { values, positionals } = parseOptions(args, table);
  if (values.has('help')) {
    terminal.out(helpText('explain', language));
    return 0;
  }
  const [id, ...more] = positionals;
  if (more.length > 0) throw new UsageError('explain.too-many');
  const pages = rulePages(terminal.assets, language);
  const chosen = id === undefined ? pages : [pageOf(id, pages)];
  const format = values.get('format');
  if (format === 'json') terminal.out(`${JSON.stringify({ version: 1, rules: chosen }, null, 2)}\n`);
  else if (format === 'markdown') terminal.out(chosen.map(({ markdown }) => markdown).join('\n'));
  else
    terminal.out(
      id === undefined
        ? listing(chosen, terminal, language)
        : chosen.map((page) => pageText(page, terminal, language)).join('\n'),
    );
  return 0;
}

function pageOf(id: string, pages: readonly RulePage[]): RulePage {
  const page = pages.find((one) => one.id === id);
  if (!page) throw new UsageError('check.unknown-rule', { name: id }, { near: id, among: pages.map((one) => one.id) });
  return page;
}

/** The gravest first. */
function listing(pages: readonly RulePage[], { color }: Terminal, language: DisplayLanguage): string {
  const paint = painter(color);
  const grave = ['error', 'warning', 'info', 'hint'] as const;
  const blocks = grave.flatMap((severity) => pages.filter((page) => page.severity === severity));
  const lines = blocks.map(
    ({ id, severity, summary }) =>
      `${paint.severity(severity, severity.padEnd(7))}  ${paint.strong(id)}\n         ${plain(summary)}\n`,
  );
  return `${text('explain.rules', language)}\n\n${lines.join('')}`;
}

function pageText({ markdown, fix }: RulePage, { color, columns }: Terminal, language: DisplayLanguage): string {
  const told = fix === null ? '' : `\n${text(`explain.fix-${fix}`, language)}\n`;
  return markdownText(markdown, Math.min(columns, 100), color) + told;
}
