import { parse, postprocess, preprocess } from 'micromark';
import type { Language, Range } from '../ir.ts';
import { blank, unindent } from './blank.ts';
import { type FenceInfo, fenceInfo } from './fence.ts';
import { type Formula, formulasOf } from './formulas.ts';

/** A program in a Markdown file. Its offsets are the file's: everything that is not its code is blank. */
export interface MarkdownProgram {
  readonly language: Language;
  readonly text: string;
  /** The code of each block, from the first line to the end of the last. */
  readonly blocks: readonly Range[];
}

/** An inline code span, without its back quotes. */
export interface CodeSpan extends Range {
  readonly text: string;
}

export interface MarkdownPrograms {
  readonly programs: readonly MarkdownProgram[];
  readonly codeSpans: readonly CodeSpan[];
  readonly formulas: readonly Formula[];
}

interface Block extends FenceInfo {
  readonly lines: readonly Range[];
}

/** The fenced blocks of one language form one program, unless a fence says `separate`; `no-softlens` leaves one out. Never throws. */
export function markdownPrograms(text: string): MarkdownPrograms {
  const { blocks, codeSpans, masked } = read(text);
  const groups: Block[][] = [];
  const joint = new Map<Language, Block[]>();
  for (const block of blocks) {
    const group = block.separate ? undefined : joint.get(block.language);
    if (group !== undefined) group.push(block);
    else {
      const fresh = [block];
      groups.push(fresh);
      if (!block.separate) joint.set(block.language, fresh);
    }
  }
  return { programs: groups.map((group) => programOf(text, group)), codeSpans, formulas: formulasOf(text, masked) };
}

interface Reading {
  readonly blocks: readonly Block[];
  readonly codeSpans: readonly CodeSpan[];
  /** Code and HTML, where no formula is looked for. */
  readonly masked: readonly Range[];
}

function read(text: string): Reading {
  const blocks: Block[] = [];
  const codeSpans: CodeSpan[] = [];
  const masked: Range[] = [];
  let info = '';
  let meta = '';
  let lines: Range[] = [];
  // The tokenizer leaves a byte order mark and NUL out or replaces them; a stand-in keeps every offset.
  const safe = text.replace(/[\uFEFF\0]/g, ' ');
  for (const [phase, token] of postprocess(
    parse()
      .document()
      .write(preprocess()(safe, undefined, true)),
  )) {
    const range = { start: token.start.offset, end: token.end.offset };
    if (phase === 'exit') {
      if (token.type !== 'codeFenced') continue;
      const fence = fenceInfo(info, meta);
      if (fence !== undefined && lines.length > 0) blocks.push({ ...fence, lines });
      continue;
    }
    if (token.type === 'codeFenced') {
      info = '';
      meta = '';
      lines = [];
    }
    if (
      token.type === 'codeFenced' ||
      token.type === 'codeIndented' ||
      token.type === 'codeText' ||
      token.type.startsWith('html')
    )
      masked.push(range);
    if (token.type === 'codeFencedFenceInfo') info = text.slice(range.start, range.end);
    if (token.type === 'codeFencedFenceMeta') meta = text.slice(range.start, range.end);
    if (token.type === 'codeFlowValue') lines.push(range);
    if (token.type === 'codeText') codeSpans.push(spanOf(text, range));
  }
  return { blocks, codeSpans, masked };
}

/** The content of a span: the same number of back quotes on both sides is left out, and one space with them. */
function spanOf(text: string, range: Range): CodeSpan {
  const written = text.slice(range.start, range.end);
  const fence = /^`+/.exec(written)?.[0].length ?? 0;
  const content = written.slice(fence, written.length - fence);
  const padding = /^[ \n].*[^ \n].*[ \n]$/s.test(content) ? 1 : 0;
  const start = range.start + fence + padding;
  const end = range.end - fence - padding;
  return { start, end, text: text.slice(start, end) };
}

function programOf(text: string, group: readonly Block[]): MarkdownProgram {
  const language = group[0]?.language ?? 'python';
  const chunks: string[] = [];
  const blocks: Range[] = [];
  let at = 0;
  for (const { lines } of group) {
    const session = lines.some((line) => /^>>> ?/.test(text.slice(line.start, line.end)));
    for (const line of lines) {
      const gap = text.slice(at, line.start);
      const lineStart = gap.lastIndexOf('\n') + 1;
      // What stands before the code on its line is a list's indentation or a quote's mark, and no indentation of Python's.
      chunks.push(
        blank(gap.slice(0, lineStart)),
        language === 'python' ? unindent(gap.slice(lineStart)) : blank(gap.slice(lineStart)),
      );
      chunks.push(session ? sessionLine(text.slice(line.start, line.end)) : text.slice(line.start, line.end));
      at = line.end;
    }
    blocks.push({ start: lines[0]?.start ?? at, end: at });
  }
  return { language, text: chunks.join(''), blocks };
}

/** A line of an interactive session: prompts are blanked, output too. */
export function sessionLine(line: string): string {
  const prompt = /^\s*(?:>>>|\.\.\.)(?: |$)/.exec(line)?.[0];
  return prompt === undefined ? blank(line) : unindent(prompt) + line.slice(prompt.length);
}
