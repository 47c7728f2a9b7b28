import type { Language } from '../ir.ts';

const languages: Readonly<Record<string, Language>> = {
  python: 'python',
  py: 'python',
  python3: 'python',
  py3: 'python',
  pycon: 'python',
  doctest: 'python',
  ipython: 'python',
  ipython3: 'python',
  javascript: 'javascript',
  js: 'javascript',
  jsx: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  node: 'javascript',
  typescript: 'typescript',
  ts: 'typescript',
  tsx: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
};

/** What the info string of a fence says: ```` ```python separate ````, ```` ```{python} ````, ```` ```py {.class} no-softlens ````. */
export interface FenceInfo {
  readonly language: Language;
  /** The block is a program of its own. */
  readonly separate: boolean;
}

/** Undefined for other languages and where `no-softlens` asks to be left alone. */
export function fenceInfo(info: string, meta: string): FenceInfo | undefined {
  const words = `${info} ${meta}`
    .toLowerCase()
    .split(/[\s,{}.]+/)
    .filter((word) => word !== '');
  const language = languages[words.find((word) => word !== 'code-cell') ?? ''];
  if (language === undefined || words.includes('no-softlens')) return undefined;
  return { language, separate: words.includes('separate') };
}
