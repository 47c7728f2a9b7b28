/** The hover: most important first, since a hover box shows about 250 px before it scrolls. */
import { type Block, explain, report } from '@softlens/analysis/format';
import { expectationAt, verdictLine } from '../expectations/expectations.ts';
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
  const expectation = expectationAt(snapshot, offset);
  if (expectation) {
    const { fact, start, end } = expectation;
    const explanation = explain(fact, snapshot.analysis, snapshot.document.text);
    const parts = [verdictLine(expectation, options), describe({ fact, explanation }, snapshot, options)];
    return { start, end, markdown: parts.join('\n\n') };
  }
  const target = targetAt(snapshot, offset);
  if (!target) return null;
  const { start, end } = target.fact;
  return { start, end, markdown: describe(target, snapshot, options) };
}

function describe({ explanation }: Target, snapshot: Snapshot, options: HoverOptions): string {
  const { language } = options;
  const image = options.pictures ? picture(explanation, options.theme, language) : undefined;
  const { headline, numbers, context } = report(explanation, { language, bars: image === undefined, textOf: textIn(snapshot) });
  // Who draws pictures in a hover also sets tables without space between their columns.
  const spaced = options.pictures;
  const split = picturePlace(numbers);
  const parts = [
    toMarkdown([headline, ...numbers.slice(0, split)], spaced),
    image ? `![${image.alt}](${image.uri})` : '',
    toMarkdown([...numbers.slice(split), ...context], spaced),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** After a short table, so that both fit the box; before a long one, which would push it out of sight. */
function picturePlace(numbers: readonly Block[]): number {
  const at = numbers.findIndex((block) => block.kind === 'table');
  const table = numbers[at];
  if (table?.kind !== 'table') return numbers.length;
  return table.rows.length <= 4 ? at + 1 : at;
}

export function textIn(snapshot: Snapshot): (path: string) => string | undefined {
  return (path) => (path === snapshot.document.path ? snapshot.document.text : snapshot.project.module(path)?.text);
}
