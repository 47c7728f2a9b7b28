/** Writes files whole or not at all. */
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The new text stands beside the file first and then takes its place, so that an interruption leaves the old one. */
export function writeWhole(path: string, text: string, encoding: 'utf8' | 'latin1' = 'utf8'): void {
  const target = existing(path);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.softlens`);
  try {
    writeFileSync(beside, text, encoding);
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) chmodSync(beside, mode & 0o7777);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** A link stays a link: what it points to is written. */
function existing(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
