/** What a visitor has before them: a few small files. */

export interface PlaygroundFile {
  readonly name: string;
  readonly text: string;
}

export interface Files {
  readonly files: readonly PlaygroundFile[];
  /** The index of the file that is shown. */
  readonly active: number;
}

export const maxFiles = 8;
/** All texts together, in UTF-16 units: a page to try things in is no place for a repository. */
export const maxText = 200_000;

const languages = {
  py: 'python',
  js: 'javascript',
  jsx: 'javascript',
  mjs: 'javascript',
  ts: 'typescript',
  tsx: 'typescript',
  md: 'markdown',
} as const;

export const extensions = Object.keys(languages);

/** The editor's name of the language that a file name stands for. */
export function languageOf(name: string): (typeof languages)[keyof typeof languages] | undefined {
  const extension = /\.(\w+)$/.exec(name)?.[1] ?? '';
  return Object.hasOwn(languages, extension) ? languages[extension as keyof typeof languages] : undefined;
}

/** Names as imports can name them, folders included, with an extension of a language that is understood. */
export function isFileName(name: string): boolean {
  return name.length <= 60 && /^[\w-]+(?:\/[\w-]+)*\.\w+$/.test(name) && languageOf(name) !== undefined;
}

/** As links and drafts hold them. */
export function writeFiles({ files, active }: Files): string {
  return JSON.stringify({ files: files.map(({ name, text }) => [name, text]), active });
}

/** Reads what came out of a link, which may be anything. */
export function readFiles(value: unknown): Files | undefined {
  if (typeof value !== 'object' || value === null || !('files' in value) || !Array.isArray(value.files)) return undefined;
  const files = value.files.flatMap((one: unknown) => readFile(one) ?? []);
  const names = new Set(files.map(({ name }) => name));
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  const isWhole = files.length === value.files.length && names.size === files.length;
  if (!isWhole || files.length === 0 || files.length > maxFiles || size > maxText) return undefined;
  const active = 'active' in value && typeof value.active === 'number' ? value.active : 0;
  return { files, active: files[active] === undefined ? 0 : active };
}

function readFile(value: unknown): PlaygroundFile | undefined {
  if (!Array.isArray(value)) return undefined;
  const [name, text] = value as unknown[];
  return typeof name === 'string' && isFileName(name) && typeof text === 'string' ? { name, text } : undefined;
}
