/** Options by node:util's parseArgs, with errors of our own: what was wrong, and what was probably meant. */
import { parseArgs } from 'node:util';
import { UsageError } from './usage.ts';

export interface OptionTable {
  readonly [name: string]: {
    readonly type: 'string' | 'boolean';
    readonly short?: string;
    readonly choices?: readonly string[];
    /** Given more than once, its values are joined by commas; else the last counts. */
    readonly multiple?: boolean;
  };
}

export interface ParsedOptions {
  readonly values: ReadonlyMap<string, string | true>;
  readonly positionals: readonly string[];
}

export function parseOptions(args: readonly string[], table: OptionTable): ParsedOptions {
  const names = Object.keys(table);
  const options = Object.fromEntries(
    names.map((name) => [
      name,
      { type: table[name]?.type ?? 'boolean', ...(table[name]?.short && { short: table[name].short }) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string | true>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const value = readOption(token.name, token.rawName, token.value, table);
    const before = table[token.name]?.multiple ? values.get(token.name) : undefined;
    values.set(token.name, before === undefined ? value : `${before},${value}`);
  }
  return { values, positionals };
}

function readOption(name: string, rawName: string, value: string | undefined, table: OptionTable): string | true {
  const option = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!option)
    throw new UsageError(
      'cli.unknown-option',
      { name: rawName },
      { near: rawName, among: Object.keys(table).map((each) => `--${each}`) },
    );
  if (option.type === 'boolean') return true;
  if (value === undefined) throw new UsageError('cli.needs-value', { name: rawName });
  if (option.choices && !option.choices.includes(value)) {
    throw new UsageError(
      'cli.bad-choice',
      { name: rawName, value, choices: option.choices.join(', ') },
      { near: value, among: option.choices },
    );
  }
  return value;
}
