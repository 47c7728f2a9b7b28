/** The command line: finds the command and loads only what it needs. */
import { displayLanguage } from '@softlens/analysis/messages';
import type { Terminal } from './terminal.ts';
import { UsageError, usageText } from './usage.ts';

export type ExitCode = 0 | 1 | 2;

const commands = ['check', 'eval', 'explain', 'lsp', 'help'] as const;

/** Runs one command line, without the interpreter's and the script's names. Messages go to stderr, results to stdout. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = languageOf(args, terminal.locale);
  try {
    const [command, ...rest] = args;
    if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
      const { helpText } = await import('./help.ts');
      terminal.out(helpText(rest[0], language));
      return 0;
    }
    if (command === '--version' || command === '-V') {
      terminal.out(`softlens ${terminal.version}\n`);
      return 0;
    }
    if (command === 'check') return await (await import('./commands/check.ts')).checkCommand(rest, terminal, language);
    if (command === 'eval') return await (await import('./commands/eval.ts')).evaluateCommand(rest, terminal, language);
    if (command === 'explain') return await (await import('./commands/explain.ts')).explainCommand(rest, terminal, language);
    if (command === 'lsp') return await (await import('./commands/lsp.ts')).serveCommand(terminal);
    throw new UsageError(
      command.startsWith('-') ? 'cli.unknown-option' : 'cli.unknown-command',
      { name: command },
      { near: command, among: commands },
    );
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.error(usageText(error, language));
    return 2;
  }
}

/** `--lang` counts before everything else, so that even a complaint about the arguments is in the right language. */
function languageOf(args: readonly string[], locale: string | undefined) {
  const at = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const chosen = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  return displayLanguage(chosen ?? locale);
}
