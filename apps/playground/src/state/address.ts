/** Which files to show at first, and keeping them in the address, so that a reload loses nothing. */
import type { Language, Words } from '../words/words.ts';
import { fill } from '../words/words.ts';
import { type Files, maxText, readFiles, writeFiles } from './files.ts';
import { keep, kept } from './kept.ts';
import { draftHash, filesHash, maxLink, readLink, sampleHash } from './link.ts';
import { firstSample, isSample, sample, sampleOf } from './samples.ts';

export interface Opened {
  readonly files: Files;
  /** What the visitor should know of how it came about. */
  readonly notice?: string;
}

export async function openAddress(hash: string, language: Language, words: Words): Promise<Opened> {
  const link = await readLink(hash);
  const first = sample(firstSample, language);
  switch (link.kind) {
    case 'none':
      return { files: first };
    case 'sample':
      return isSample(link.name) ? { files: sample(link.name, language) } : { files: first, notice: words.unknownSample };
    case 'files':
      return { files: link.files };
    case 'draft': {
      const files = readDraft();
      return files ? { files } : { files: first, notice: words.lostDraft };
    }
    case 'broken':
      return { files: first, notice: words.brokenLink };
  }
}

export interface Kept {
  readonly hash: string;
  /** Why it is not what can be shared. */
  readonly problem?: string;
}

/** The address of the files: a sample's name while they are one, else themselves where they are not too long. */
export async function hashOf(files: Files, words: Words): Promise<Kept> {
  const name = sampleOf(files);
  if (name !== undefined) return { hash: sampleHash(name) };
  const size = files.files.reduce((sum, { text }) => sum + text.length, 0);
  if (size > maxText) return { hash: draftHash, problem: fill(words.tooMuch, { most: maxText }) };
  const hash = await filesHash(files);
  if (hash.length <= maxLink) return { hash };
  keep('draft', writeFiles(files), 'sessionStorage');
  return { hash: draftHash, problem: fill(words.tooLong, { length: hash.length, most: maxLink }) };
}

function readDraft(): Files | undefined {
  try {
    return readFiles(JSON.parse(kept('draft', 'sessionStorage') ?? 'null'));
  } catch {
    return undefined;
  }
}
