/** Wrong usage: said in one line, with what was probably meant, and exit code 2. */
import { nearest } from '@softlens/analysis/configuration';
import { type DisplayLanguage, type MessageKey, type Params, text } from '@softlens/analysis/messages';

export class UsageError extends Error {
  readonly key: MessageKey;
  readonly params: Params;
  readonly guess: { readonly near: string; readonly among: readonly string[] } | undefined;
  /** The command whose help explains it. */
  command = '';

  constructor(key: MessageKey, params: Params = {}, guess?: { readonly near: string; readonly among: readonly string[] }) {
    super(key);
    this.key = key;
    this.params = params;
    this.guess = guess;
  }
}

export function usageText(error: UsageError, language: DisplayLanguage): string {
  const guess =
    error.guess &&
    nearest(
      error.guess.near.replace(/^-+/, ''),
      error.guess.among.map((name) => name.replace(/^-+/, '')),
    );
  const original = error.guess?.among.find((name) => name.replace(/^-+/, '') === guess);
  const lines = [`softlens: ${text(error.key, language, error.params)}`];
  if (original !== undefined) lines.push(text('cli.did-you-mean', language, { name: original }));
  lines.push(text('cli.see-help', language, { command: error.command === '' ? '' : `${error.command} ` }));
  return `${lines.join('\n')}\n`;
}
