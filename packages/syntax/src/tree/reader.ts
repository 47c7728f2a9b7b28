import type { Tree, TreeCursor } from 'web-tree-sitter';
import { copyNode, type Layout, layoutOf } from './memory.ts';
import { type GrammarTables, type Snapshot, snapshot } from './snapshot.ts';

/** Copies the node under the cursor. The cursor ends where it began. `place` maps parsed offsets to offsets of the document. */
export type Reader = (cursor: TreeCursor, place: (offset: number) => number) => Snapshot;

const same = (offset: number): number => offset;

/**
 * Reads the parser's memory itself where that gives what the cursor gives, tried on a text in which everything occurs that the two could
 * read differently; else asks the cursor, as the one way that is documented.
 */
export function readerOf(runtime: object, grammar: object, tables: GrammarTables, parse: (text: string) => Tree | null): Reader {
  const byCursor: Reader = (cursor, place) => snapshot(cursor, tables, place);
  const layout = layoutOf(runtime, grammar, tables);
  if (!layout) return byCursor;
  const direct: Reader = (cursor, place) =>
    copyNode(cursor.nodeId, cursor.startIndex, cursor.nodeTypeId, layout, tables, place) ?? byCursor(cursor, place);
  return agree(parse, direct, byCursor, layout) ? direct : byCursor;
}

/** Comments, fields, hidden and renamed nodes, a missing one, damage: of both grammars, as each reads the other's as damage. */
const trial = [
  '@d(1)\nasync def f(a: int = 1, *b, c=None, **d) -> str:  # c\n    """s \\n"""\n    return [x.y[0:1, ...] for x in (a, b) if x not in c]\n',
  'class A(B, c=d):\n    x, y = 1.5e3, f"{z!r:>{w}} {{"\n    if a < b <= c: pass\n    elif (n := 3):\n        raise E from e\n    else: del x\n',
  'try:\n    with a as b, c: print(not d, -e ** 2, lambda q: q)\nexcept* E as e: ...\nmatch p:\n    case {"k": [1, *r]} if r: pass\n',
  'import a.b as c\nfrom . import (d,\n  e)\nf(g=1, *h, **i)  \\\n  ;j = yield\nk = (1,\n',
  'const {a = 1, ...b} = await c?.d(`x\ny`); // e\nexport default class F<T> extends G { #h = 1; get i() { return <J k="l">m</J>; } }\n',
  'for (let n of o) { if (p) q++; else r ??= (s as T)! } /* u */ function* v({w}: X = {}) { yield* w; }\nlabel: switch (y',
];

function agree(parse: (text: string) => Tree | null, direct: Reader, byCursor: Reader, layout: Layout): boolean {
  if (!layout.memory()) return false;
  return trial.every((text) => {
    const tree = parse(text);
    if (!tree) return false;
    const cursor = tree.walk();
    try {
      if (!cursor.gotoFirstChild()) return false;
      do {
        if (JSON.stringify(direct(cursor, same)) !== JSON.stringify(byCursor(cursor, same))) return false;
      } while (cursor.gotoNextSibling());
      return true;
    } catch {
      return false;
    } finally {
      cursor.delete();
      tree.delete();
    }
  });
}
