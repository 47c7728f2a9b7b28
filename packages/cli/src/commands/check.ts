/** `softlens check`: what is wrong in files, folders and notebooks. */
import { resolve } from 'node:path';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import { writeBaseline } from '../check/baseline.ts';
import { type Check, type CheckRun, openCheck, refresh } from '../check/check.ts';
import { type CheckRequest, checkRequest } from '../check/request.ts';
import { nextChange } from '../check/watch.ts';
import { unifiedDiff } from '../fix/unified-diff.ts';
import { writeWhole } from '../fix/write-files.ts';
import { helpText } from '../help.ts';
import type { ExitCode } from '../main.ts';
import { formats, isLoud } from '../report/report.ts';
import { statisticsText } from '../report/statistics.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export async function checkCommand(args: readonly string[], terminal: Terminal, language: DisplayLanguage): Promise<ExitCode> {
  try {
    return await run(checkRequest(args), terminal, language);
  } catch (error) {
    if (error instanceof UsageError) error.command = 'check';
    throw error;
  }
}

async function run(request: CheckRequest, terminal: Terminal, language: DisplayLanguage): Promise<ExitCode> {
  if (request.help) {
    terminal.out(helpText('check', language));
    return 0;
  }
  const check = await openCheck(request, terminal, language);
  if (!check) return 2;
  await check.prepare();
  const code = once(check);
  if (!request.watch) return code;
  await watchOn(check);
  return 0;
}

/** Checks again whenever a file in a folder of those that were read changes. */
async function watchOn(first: Check): Promise<void> {
  const { terminal, request, language } = first;
  for (let check = first; ; ) {
    terminal.error(`${text('check.watching', language)}\n`);
    const changed = await nextChange(check.folders(), terminal.signal);
    if (!changed) return;
    const next = await refresh(check, changed);
    if (!next) continue;
    check = next;
    if (terminal.interactive && request.format === 'text') terminal.error('\u001b[2J\u001b[H');
    once(check);
  }
}

function once(check: Check): ExitCode {
  const { request, terminal, language } = check;
  const outcome = check.run();
  const { report } = outcome;
  for (const { path, why } of report.skipped) terminal.error(`softlens: ${text('check.skipped', language, { path, why })}\n`);
  if (request.writeBaseline) return saveBaseline(check, outcome);
  const failed = request.fix !== 'none' && !makeFixes(check, outcome);
  const out = outcome.hasOtherOutput ? terminal.error : terminal.out;
  if (!request.diff) out(request.statistics ? statisticsText(report) : formats[request.format](report));
  if (outcome.inBaseline > 0) terminal.error(`${text('check.baseline-hidden', language, { count: outcome.inBaseline })}\n`);
  if (failed) return 2;
  return report.diagnostics.some(isLoud) && !request.exitZero ? 1 : 0;
}

function saveBaseline({ request, terminal, language }: Check, { report, reader }: CheckRun): ExitCode {
  const path = request.baseline ?? '';
  try {
    writeBaseline(resolve(terminal.cwd, path), report.diagnostics, reader, terminal.cwd);
  } catch (error) {
    throw new UsageError('check.not-written', { path, why: reason(error) });
  }
  terminal.error(`${text('check.baseline-written', language, { path, count: report.diagnostics.length })}\n`);
  return 0;
}

/** Writes what was fixed, or shows it; false when a file could not be written. */
function makeFixes({ request, terminal, language, workspace, stdin }: Check, { fixed }: CheckRun): boolean {
  if (stdin !== undefined && !request.diff) {
    terminal.out(fixed.sources.rawText(stdin) ?? '');
    return true;
  }
  let isWhole = true;
  const names = [...fixed.files.keys()].map((file) => workspace.shown(file));
  for (const [file, { before, after }] of fixed.files) {
    if (request.diff) terminal.out(unifiedDiff(workspace.shown(file), before, after));
    else {
      try {
        writeWhole(resolve(workspace.root, file), after, fixed.sources.isBytes(file) ? 'latin1' : 'utf8');
      } catch (error) {
        isWhole = false;
        terminal.error(`softlens: ${text('check.not-written', language, { path: workspace.shown(file), why: reason(error) })}\n`);
      }
    }
  }
  const key = names.length === 0 ? 'check.fixed-none' : request.diff ? 'check.would-fix' : 'check.fixed';
  terminal.error(`${text(key, language, { count: fixed.count, files: names.join(', ') })}\n`);
  return isWhole;
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
