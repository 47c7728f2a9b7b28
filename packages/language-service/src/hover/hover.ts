/** The hover: most important first, since a hover box shows about 250 px before it scrolls. */
import { report } from '@softlens/analysis/format';
import { picture } from '../picture/picture.ts';
import type { Theme } from '../picture/theme.ts';
import type { DisplayOptions, Snapshot } from '../snapshot.ts';
import { toMarkdown } from './markdown.ts';
import { type Target, targetAt } from './target.ts';

export interface HoverOptions extends DisplayOptions {
  /** True where the client renders Markdown images from `data:` URIs. */
  readonly pictures: boolean;
  readonly theme?: Theme;
}

export interface Hover {
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

export function hover(snapshot: Snapshot, offset: number, options: HoverOptions): Hover | null {
  const target = targetAt(snapshot, offset);
  if (!target) return null;
  const { start, end } = target.fact;
  return { start, end, markdown: describe(target, snapshot, options) };
}

function describe({ explanation }: Target, snapshot: Snapshot, options: HoverOptions): string {
  const { language } = options;
  const image = options.pictures ? picture(explanation, options.theme, language) : undefined;
  const { headline, numbers, context } = report(explanation, { language, bars: image === undefined, textOf: textIn(snapshot) });
  const parts = [toMarkdown([headline, ...numbers]), image ? `![${image.alt}](${image.uri})` : '', toMarkdown(context)];
  return parts.filter((part) => part !== '').join('\n\n');
}

export function textIn(snapshot: Snapshot): (path: string) => string | undefined {
  return (path) => (path === snapshot.document.path ? snapshot.document.text : snapshot.project.module(path)?.text);
}
