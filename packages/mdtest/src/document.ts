/** Reads a Markdown file as tests: a heading names one, fenced blocks under it are its files. */

export interface MarkdownTest {
  /** The headings down to this one: `Branches › early return`. */
  readonly name: string;
  readonly line: number;
  readonly files: readonly TestFile[];
}

export interface TestFile {
  readonly path: string;
  readonly language: string;
  readonly text: string;
  /** The line of the Markdown file (0-based) that holds the program's first line. */
  readonly firstLine: number;
}

const extensions: Readonly<Record<string, string>> = {
  python: 'py',
  py: 'py',
  javascript: 'js',
  js: 'js',
  typescript: 'ts',
  ts: 'ts',
};

const pathLine = /^`([^`]+\.[a-z]+)`:?\s*$/;

/** Blocks in other languages, and tests without a program, are prose. */
export function readTests(markdown: string): readonly MarkdownTest[] {
  const lines = markdown.split('\n');
  const titles: string[] = [];
  const tests: { name: string; line: number; files: TestFile[] }[] = [];
  let path: string | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const heading = /^(#{1,6})\s+(.*\S)\s*$/.exec(line);
    if (heading?.[1] && heading[2] !== undefined) {
      titles.length = heading[1].length - 1;
      titles[heading[1].length - 1] = heading[2];
      tests.push({
        name: titles
          .filter(Boolean)
          .slice(titles.length > 1 ? 1 : 0)
          .join(' › '),
        line: i,
        files: [],
      });
      path = undefined;
      continue;
    }
    const fence = /^(`{3,})\s*([\w-]*)/.exec(line);
    if (!fence?.[1]) {
      if (line.trim() !== '') path = pathLine.exec(line)?.[1];
      continue;
    }
    const end = closingFence(lines, i + 1, fence[1]);
    const extension = extensions[fence[2] ?? ''];
    const test = tests.at(-1);
    if (extension !== undefined && test) {
      test.files.push({
        path: path ?? (test.files.length === 0 ? `main.${extension}` : `file${test.files.length}.${extension}`),
        language: extension === 'py' ? 'python' : extension === 'js' ? 'javascript' : 'typescript',
        text: `${lines.slice(i + 1, end).join('\n')}\n`,
        firstLine: i + 1,
      });
    }
    path = undefined;
    i = end;
  }
  return tests.filter((test) => test.files.length > 0);
}

function closingFence(lines: readonly string[], from: number, fence: string): number {
  const end = lines.findIndex((line, i) => i >= from && line.startsWith(fence));
  return end < 0 ? lines.length : end;
}
