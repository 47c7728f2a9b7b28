/** A baseline: known findings that a check leaves out, by what they say of which code rather than by line. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { writeWhole } from '../fix/write-files.ts';
import type { Diagnostic, Reader } from './diagnostics.ts';

export interface Baseline {
  /** How often each fingerprint is known. */
  readonly known: ReadonlyMap<string, number>;
}

interface Entry {
  readonly path: string;
  readonly rule: string;
  readonly code: string;
  readonly fingerprint: string;
}

/** Two findings of one rule on the same code of a file have one fingerprint. Lines and columns take no part. */
export function fingerprintOf(diagnostic: Diagnostic, code: string, path = diagnostic.path): string {
  return createHash('sha256')
    .update([path, diagnostic.rule, squeezed(code)].join('\0'))
    .digest('hex')
    .slice(0, 32);
}

/** The code that a finding marks. */
export function codeOf(diagnostic: Diagnostic, reader: Pick<Reader, 'line'>): string {
  const { line, endLine, column, endColumn } = diagnostic;
  const lines = Array.from({ length: endLine - line + 1 }, (_, i) => reader.line(diagnostic, line + i) ?? '');
  const cut = lines.map((text, i) => (i === lines.length - 1 ? text.slice(0, endColumn - 1) : text));
  return [(cut[0] ?? '').slice(column - 1), ...cut.slice(1)].join('\n');
}

/** Throws when the file cannot be read or is no baseline. */
export function readBaseline(file: string): Baseline {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const findings = isRecord(content) ? content.findings : undefined;
  if (!isRecord(content) || content.version !== 1 || !Array.isArray(findings)) throw new Error('not a baseline of version 1');
  const known = new Map<string, number>();
  for (const one of findings) {
    const fingerprint = isRecord(one) ? one.fingerprint : undefined;
    if (typeof fingerprint === 'string') known.set(fingerprint, (known.get(fingerprint) ?? 0) + 1);
  }
  return { known };
}

/** Paths in it are relative to its own folder, so that it holds wherever the check is started. */
export function writeBaseline(file: string, diagnostics: readonly Diagnostic[], reader: Reader, cwd: string): void {
  const findings = diagnostics.map((one): Entry => {
    const [code, path] = [codeOf(one, reader), pathFrom(file, one.path, cwd)];
    return { path, rule: one.rule, code: squeezed(code), fingerprint: fingerprintOf(one, code, path) };
  });
  writeWhole(file, `${JSON.stringify({ version: 1, findings }, null, 2)}\n`);
}

/** What a baseline does not know: of two equal findings of which it knows one, the second. */
export function withoutKnown(
  diagnostics: readonly Diagnostic[],
  { known }: Baseline,
  file: string,
  reader: Reader,
  cwd: string,
): readonly Diagnostic[] {
  const left = new Map(known);
  return diagnostics.filter((one) => {
    const fingerprint = fingerprintOf(one, codeOf(one, reader), pathFrom(file, one.path, cwd));
    const count = left.get(fingerprint) ?? 0;
    if (count > 0) left.set(fingerprint, count - 1);
    return count === 0;
  });
}

function pathFrom(file: string, path: string, cwd: string): string {
  return relative(dirname(file), resolve(cwd, path)).split(sep).join('/');
}

const squeezed = (code: string): string => code.replace(/\s+/g, ' ').trim();

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
