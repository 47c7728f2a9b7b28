/** `softlens check`: what is wrong in files, folders and notebooks. */
import { rules } from '@softlens/analysis';
import type { DisplayLanguage } from '@softlens/analysis/messages';
import { collectFiles } from '../check/collect-files.ts';
import { createLocator, toDiagnostic } from '../check/diagnostics.ts';
import { loadConfiguration } from '../check/load-configuration.ts';
import { runCheck } from '../check/run-check.ts';
import { helpText } from '../help.ts';
import type { ExitCode } from '../main.ts';
import { type OptionTable, parseOptions } from '../options.ts';
import { loadParser } from '../parser.ts';
import { languageOf, openSources } from '../sources.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage.ts';

const table: OptionTable = {
  format: { type: 'string', choices: ['text', 'json'] },
  'exit-zero': { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  lang: { type: 'string', choices: ['en', 'zh-cn'] },
  help: { type: 'boolean', short: 'h' },
};

export async function checkCommand(args: readonly string[], terminal: Terminal, language: DisplayLanguage): Promise<ExitCode> {
  try {
    return await run(args, terminal, language);
  } catch (error) {
    if (error instanceof UsageError) error.command = 'check';
    throw error;
  }
}

async function run(args: readonly string[], terminal: Terminal, language: DisplayLanguage): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, table);
  if (values.has('help')) {
    terminal.out(helpText('check', language));
    return 0;
  }
  const started = performance.now();
  const { configuration } = loadConfiguration(terminal.cwd, rules.map((rule) => rule.id));
  const { files } = collectFiles(positionals.length > 0 ? positionals : ['.'], { root: terminal.cwd, exclude: configuration.exclude ?? [] });
  const parser = await loadParser(terminal.assets, ['python', ...files.flatMap((file) => languageOf(file) ?? [])]);
  const sources = openSources(terminal.cwd, parser, { importRoots: configuration.src ?? ['src'] });
  const result = runCheck(files, sources, parser, { configuration });
  const locate = createLocator(sources);
  const diagnostics = result.findings.map((finding) => toDiagnostic(finding, locate, language));
  for (const { path, why } of result.skipped) terminal.error(`softlens: ${path}: ${why}\n`);
  if (values.get('format') === 'json') {
    const summary = { files: result.files, skipped: result.skipped.length, milliseconds: Math.round(performance.now() - started) };
    terminal.out(`${JSON.stringify({ version: 1, diagnostics, summary }, null, 2)}\n`);
  } else {
    for (const one of diagnostics) {
      terminal.out(`${one.path}:${one.cell === null ? '' : `cell ${one.cell}:`}${one.line}:${one.column}: ${one.severity}[${one.rule}] ${one.message}\n`);
      for (const place of one.related) terminal.out(`  ${place.path}:${place.line}:${place.column}: ${place.message}\n`);
    }
  }
  const loud = diagnostics.some(({ severity }) => severity === 'error' || severity === 'warning');
  return loud && !values.has('exit-zero') ? 1 : 0;
}
