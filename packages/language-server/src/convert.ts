/** From the service's plain data in offsets to the protocol's, and nothing else. */

import type { InlayHint, Lens, Hover as ServiceHover } from '@softlens/language-service';
import type { CodeLens, Hover, InlayHint as ProtocolHint } from 'vscode-languageserver';
import { InlayHintKind, MarkupKind } from 'vscode-languageserver';
import { type IndexedText, type PositionEncoding, positionAt, rangeAt } from './positions.ts';

export interface Target {
  readonly indexed: IndexedText;
  readonly encoding: PositionEncoding;
  /** The client shows Markdown; others get plain text. */
  readonly markdown: boolean;
}

export function toHover(hover: ServiceHover, target: Target): Hover {
  return { contents: markup(hover.markdown, target), range: rangeAt(target.indexed, hover, target.encoding) };
}

export function toInlayHint(hint: InlayHint, target: Target): ProtocolHint {
  return {
    position: positionAt(target.indexed, hint.offset, target.encoding),
    label: hint.label,
    ...(hint.kind === 'type' && { kind: InlayHintKind.Type }),
    paddingLeft: hint.paddingLeft,
    tooltip: markup(hint.tooltip, target),
  };
}

/** A command without a name is shown as plain text. */
export function toCodeLens(lens: Lens, target: Target): CodeLens {
  return { range: rangeAt(target.indexed, lens, target.encoding), command: { title: lens.title, command: '' } };
}

function markup(markdown: string, target: Target) {
  return target.markdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };
}

/** Markdown without its marks, for clients that show none. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)\n*/g, '')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2')
    .replace(/^\|[-:|]+\|\n/gm, '')
    .replace(/^\| (.*) \|$/gm, (_, cells: string) => cells.split(' | ').join('\t'))
    .replace(/\*\*|`/g, '')
    .replace(/^\*(.*)\*$/gm, '$1')
    .replace(/^---\n/gm, '')
    .replace(/\\([\\`*_{}[\]()#+!|<>~-])/g, '$1');
}
