/** Collects the edits of one rewrite, or that it cannot be done. */
import type { Range } from '@softlens/syntax';
import type { Edit } from '../api.ts';
import type { SourceTree } from './source-tree.ts';

/** What a rewrite touches, for its title. */
export type Part = 'layer' | 'activation' | 'loss' | 'targets' | 'predictions' | 'metrics';

export interface Changes {
  replace(part: Part, tree: SourceTree, range: Range, text: string): void;
  insert(part: Part, tree: SourceTree, at: number, text: string): void;
  /** Something that cannot be rewritten rightly: the rewrite is not offered. */
  refuse(): void;
  isRefused(): boolean;
  parts(): ReadonlySet<Part>;
  /** By document and place; undefined when refused, or when two of them collide. */
  edits(): readonly Edit[] | undefined;
}

export function createChanges(): Changes {
  const edits = new Map<string, Edit>();
  const parts = new Set<Part>();
  let refused = false;
  const put = (part: Part, edit: Edit): void => {
    parts.add(part);
    edits.set(`${edit.path} ${edit.start} ${edit.end} ${edit.text}`, edit);
  };
  return {
    replace: (part, { path }, { start, end }, text) => put(part, { path, start, end, text }),
    insert: (part, { path }, at, text) => put(part, { path, start: at, end: at, text }),
    refuse() {
      refused = true;
    },
    isRefused: () => refused,
    parts: () => parts,
    edits() {
      const sorted = [...edits.values()].sort((a, b) => compare(a.path, b.path) || a.start - b.start || a.end - b.end);
      const collides = sorted.some((edit, i) => {
        const before = sorted[i - 1];
        return (
          before?.path === edit.path && (edit.start < before.end || (edit.start === before.start && edit.end === before.end))
        );
      });
      return refused || collides ? undefined : sorted;
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
