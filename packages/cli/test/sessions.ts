/**
 * Sessions at a terminal, written in Markdown: a heading is a test, a code block under a line with a path in back quotes is a file,
 * and a `console` block holds commands after `$`, each followed by what it prints and, unless it is 0, its exit code.
 * MDTEST_UPDATE=1 writes the blocks anew.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { softlens } from './terminal.ts';

interface Block {
  /** From the first line of its content to the line after its last. */
  readonly from: number;
  readonly to: number;
  /** The file that it is; a console block has none. */
  readonly path?: string;
}

interface Session {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export function runSessions(file: string): void {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n');
  const rewritten = new Map<Block, string>();
  for (const { title, blocks } of sessionsOf(lines)) {
    test(title, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'softlens-session-'));
      try {
        for (const block of blocks) {
          const content = lines.slice(block.from, block.to).join('\n');
          if (block.path === undefined) {
            const happened = await play(content, folder);
            if (process.env.MDTEST_UPDATE === '1') rewritten.set(block, happened);
            else expect(happened).toBe(content);
          } else write(join(folder, block.path), `${content}\n`);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
      if (process.env.MDTEST_UPDATE === '1') writeFileSync(file, updated(lines, rewritten));
    });
  }
}

function sessionsOf(lines: readonly string[]): readonly Session[] {
  const sessions: { title: string; blocks: Block[] }[] = [];
  let fence: { readonly info: string; readonly at: number; readonly mark: string } | undefined;
  for (const [at, line] of lines.entries()) {
    const mark = /^(`{3,})(.*)$/.exec(line);
    if (fence && line === fence.mark) {
      const path = /^`([^`]+)`$/.exec(lines.slice(0, fence.at).findLast((one) => one !== '') ?? '')?.[1];
      const block = { from: fence.at + 1, to: at, ...(fence.info !== 'console' && path !== undefined && { path }) };
      if (fence.info === 'console' || path !== undefined) sessions.at(-1)?.blocks.push(block);
      fence = undefined;
    } else if (!fence && mark) fence = { info: mark[2] ?? '', at, mark: mark[1] ?? '' };
    else if (!fence && line.startsWith('## ')) sessions.push({ title: line.slice(3), blocks: [] });
  }
  return sessions.filter(({ blocks }) => blocks.length > 0);
}

/** The block as it would be written of what happens now. */
async function play(content: string, folder: string): Promise<string> {
  const commands = content.split('\n').filter((line) => line.startsWith('$ '));
  const shown: string[] = [];
  for (const command of commands) shown.push(command, ...(await answer(command.slice(2), folder)));
  return shown.join('\n');
}

async function answer(command: string, folder: string): Promise<readonly string[]> {
  const [line = '', from] = command.split(' < ');
  const [program, ...args] = line.match(/"[^"]*"|\S+/g)?.map((word) => word.replace(/^"(.*)"$/, '$1')) ?? [];
  if (program === 'cat') return printed(readFileSync(join(folder, args[0] ?? ''), 'utf8'));
  if (program !== 'softlens') throw new Error(`no such program here: ${program}`);
  const input = from === undefined ? '' : readFileSync(join(folder, from), 'utf8');
  const { code, both } = await softlens(args, { cwd: folder, input });
  return [...printed(both), ...(code === 0 ? [] : [`exit ${code}`])];
}

const printed = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function updated(lines: readonly string[], rewritten: ReadonlyMap<Block, string>): string {
  const result = [...lines];
  for (const [{ from, to }, content] of [...rewritten].sort(([a], [b]) => b.from - a.from)) {
    result.splice(from, to - from, ...content.split('\n'));
  }
  return result.join('\n');
}
