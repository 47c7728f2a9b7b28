/** `softlens eval`: one expression, or the known values of a file. */
import { relative, sep } from 'node:path';
import { report } from '@softlens/analysis/format';
import { type DisplayLanguage, reasonText, text } from '@softlens/analysis/messages';
import { helpText } from '../help.ts';
import type { ExitCode } from '../main.ts';
import { type OptionTable, parseOptions } from '../options.ts';
import { evalJson } from '../output/json.ts';
import { reportText, styleFor } from '../output/text.ts';
import { type Analyzed, analyzeExpression, analyzeFile } from '../program.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { hasMeaning, isKnown, type ProgramValue, programValues } from '../values.ts';

const table: OptionTable = {
  file: { type: 'string' },
  line: { type: 'string' },
  format: { type: 'string', choices: ['text', 'json'] },
  lang: { type: 'string', choices: ['en', 'zh-cn'] },
  help: { type: 'boolean', short: 'h' },
};

export async function evaluateCommand(args: readonly string[], terminal: Terminal, language: DisplayLanguage): Promise<ExitCode> {
  try {
    return await run(args, terminal, language);
  } catch (error) {
    if (error instanceof UsageError) error.command = 'eval';
    throw error;
  }
}

async function run(args: readonly string[], terminal: Terminal, language: DisplayLanguage): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, table);
  if (values.has('help')) {
    terminal.out(helpText('eval', language));
    return 0;
  }
  const file = values.get('file');
  const json = values.get('format') === 'json';
  const line = lineNumber(values.get('line'));
  if (typeof file === 'string') return evaluateFile({ file, line, json }, terminal, language);
  const [expression, ...more] = positionals;
  if (expression === undefined || expression.trim() === '') throw new UsageError('cli.missing-expression');
  if (more.length > 0) throw new UsageError('cli.too-many');
  return evaluateExpression(expression, json, terminal, language);
}

async function evaluateExpression(
  expression: string,
  json: boolean,
  terminal: Terminal,
  language: DisplayLanguage,
): Promise<ExitCode> {
  const analyzed = await analyzeExpression(expression, terminal.assets);
  const [damage] = analyzed.document.module.errors;
  if (damage) throw new UsageError('cli.not-parsed', { text: expression });
  const values = programValues(analyzed, null);
  const known = values.filter(isKnown);
  if (json) terminal.out(evalJson(known));
  else
    terminal.out(
      (known.length > 0 ? known : values.filter(hasMeaning))
        .map((value) => details(value, analyzed, terminal, language))
        .join('\n'),
    );
  if (known.length > 0) return 0;
  terminal.error(`softlens: ${text('cli.unknown-value', language)}${whyUnknown(values, language)}\n`);
  return 1;
}

interface FileRequest {
  readonly file: string;
  readonly line: number | undefined;
  readonly json: boolean;
}

async function evaluateFile({ file, line, json }: FileRequest, terminal: Terminal, language: DisplayLanguage): Promise<ExitCode> {
  const { absolutePath, programs } = await analyzeFile(file, terminal);
  const path = relative(terminal.cwd, absolutePath).split(sep).join('/');
  const all = programs.flatMap((program) => programValues(program, path).filter(isKnown));
  // The blocks of a Markdown file's languages alternate; a notebook's cells are in order.
  if (programs.length > 1) all.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  const known = line === undefined ? all : all.filter(({ place }) => place.line <= line && line <= place.endLine);
  if (json) terminal.out(evalJson(known));
  else if (line !== undefined) {
    const textOf = (asked: string): string | undefined => programs[0]?.textOf(asked);
    terminal.out(known.map((value) => details(value, { textOf }, terminal, language)).join('\n'));
  } else terminal.out(listing(known, terminal));
  if (known.length > 0) return 0;
  terminal.error(
    `softlens: ${line === undefined ? text('cli.no-values', language) : text('cli.no-line-values', language, { line })}\n`,
  );
  return 1;
}

/** The lines that have a value, with it beside them; cells of a notebook apart. */
function listing(known: readonly ProgramValue[], terminal: Terminal): string {
  const style = styleFor(terminal.color);
  const width = Math.max(...known.map(({ place }) => String(place.endLine).length), 1);
  let text = '';
  let shown: ProgramValue['place'] | undefined;
  for (const { place, name, explanation, line } of known) {
    if (place.cell !== null && place.cell !== shown?.cell) text += `${shown ? '\n' : ''}${style.dim(`[${place.cell}]`)}\n`;
    const again = shown !== undefined && place.cell === shown.cell && place.line === shown.line;
    const several = known.filter((other) => other.place.cell === place.cell && other.place.line === place.line).length > 1;
    const margin = style.dim(`${(again ? '' : String(place.endLine)).padStart(width)} │`);
    const value = style.strong(`→ ${several && name !== undefined ? `${name} = ` : ''}${explanation.text ?? ''}`);
    text += `${margin} ${again ? '' : line}  ${value}\n`;
    shown = place;
  }
  return text;
}

function details(value: ProgramValue, analyzed: Pick<Analyzed, 'textOf'>, terminal: Terminal, language: DisplayLanguage): string {
  return reportText(report(value.explanation, { language, bars: true, textOf: analyzed.textOf }), terminal.color);
}

function whyUnknown(values: readonly ProgramValue[], language: DisplayLanguage): string {
  const reason = values.map(({ explanation }) => explanation.reason).find((one) => one !== undefined);
  return reason ? `: ${reasonText(reason, language).replaceAll('`', '')}` : '';
}

function lineNumber(given: string | true | undefined): number | undefined {
  if (given === undefined) return undefined;
  const line = Number(given);
  if (!Number.isInteger(line) || line < 1) throw new UsageError('cli.bad-line', { value: String(given) });
  return line;
}
