/** From the service's plain data in offsets to the protocol's, and nothing else. */

import type { InlayHint, Lens, Hover as ServiceHover } from '@softlens/language-service';
import type { CodeLens, Hover, Location, InlayHint as ProtocolHint } from 'vscode-languageserver';
import { InlayHintKind, MarkupKind } from 'vscode-languageserver';
import { exploreCommand } from './explore.ts';
import {
  type IndexedText,
  type LineRange,
  offsetAt,
  type Position,
  type PositionEncoding,
  positionAt,
  rangeAt,
} from './positions.ts';

/** What the client asks about: a document, or a cell as a stretch of its notebook's program. */
export interface Target {
  readonly indexed: IndexedText;
  /** Where its text begins in the program. */
  readonly start: number;
  readonly encoding: PositionEncoding;
  /** The client shows Markdown; others get plain text. */
  readonly markdown: boolean;
}

export function toHover(hover: ServiceHover, target: Target): Hover {
  return { contents: markup(hover.markdown, target), range: toRange(hover, target) };
}

/** The offset in the program of a position in the document or cell. */
export function toOffset(position: Position, target: Target): number {
  return target.start + offsetAt(target.indexed, position, target.encoding);
}

/** True for what lies in this document or cell, and not in another cell of the program. */
export function isInside(offset: number, target: Target): boolean {
  return offset >= target.start && offset <= target.start + target.indexed.text.length;
}

export function toRange(range: { readonly start: number; readonly end: number }, target: Target): LineRange {
  return rangeAt(target.indexed, { start: range.start - target.start, end: range.end - target.start }, target.encoding);
}

export interface HintData {
  readonly uri: string;
  readonly version: number;
}

/** `data` finds the hint again when its tooltip is wanted. */
export function toInlayHint(hint: InlayHint, target: Target, data: HintData): ProtocolHint {
  return {
    position: positionAt(target.indexed, hint.offset - target.start, target.encoding),
    label: hint.label,
    ...(hint.kind === 'type' && { kind: InlayHintKind.Type }),
    paddingLeft: hint.paddingLeft,
    ...(hint.tooltip === undefined ? { data } : { tooltip: markup(hint.tooltip, target) }),
  };
}

/** The client's command that shows the places of a lens: its arguments are an address, a position and locations. */
export const showPathCommand = 'softlens.showPath';

/**
 * A command without a name is shown as plain text. `locations` are those of the path, where the client can show it; a value without a
 * path is explored, where the client can do that.
 */
export function toCodeLens(lens: Lens, uri: string, locations: readonly Location[], target: Target, explores = false): CodeLens {
  const range = toRange(lens, target);
  if (explores && lens.explorable)
    return { range, command: { title: lens.title, command: exploreCommand, arguments: [{ uri, position: range.start }] } };
  if (locations.length === 0) return { range, command: { title: lens.title, command: '' } };
  return { range, command: { title: lens.title, command: showPathCommand, arguments: [uri, range.start, locations] } };
}

function markup(markdown: string, target: Target) {
  return target.markdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };
}

/** Markdown without its marks, for clients that show none. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)\n*/g, '')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2')
    .replace(/^\|[-:|]+\|\n/gm, '')
    .replace(/^\| (.*) \|$/gm, (_, cells: string) =>
      cells
        .split(' | ')
        .map((cell) => cell.trim())
        .join('\t'),
    )
    .replace(/\*\*|`/g, '')
    .replace(/^\*(.*)\*$/gm, '$1')
    .replace(/^---\n/gm, '')
    .replace(/\\([\\`*_{}[\]()#+!|<>~-])/g, '$1');
}
