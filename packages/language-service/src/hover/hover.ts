/** The hover: most important first, since a hover box shows about 250 px before it scrolls. */
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import { picture } from '../picture/picture.ts';
import type { Theme } from '../picture/theme.ts';
import type { DisplayOptions, Snapshot } from '../snapshot.ts';
import { aboutLines } from './about.ts';
import { certaintyLine } from './certainty.ts';
import { binaryLines } from './binary.ts';
import { distributionLines } from './distribution.ts';
import { headline } from './headline.ts';
import { lossLines } from './loss.ts';
import { originLines } from './origin.ts';
import { type Target, targetAt } from './target.ts';
import { typeLine } from './type-line.ts';
import { alternativesLines } from './alternatives.ts';

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
  return { start, end, markdown: describe(target, snapshot, options).join('\n\n') };
}

function describe(target: Target, snapshot: Snapshot, options: HoverOptions): string[] {
  const { fact, explanation } = target;
  const { language } = options;
  const image = options.pictures ? picture(explanation, options.theme, language) : undefined;
  const blocks = [
    headline(fact, explanation, language),
    ...alternativesLines(explanation, language),
    ...distributionLines(explanation, language, image === undefined),
    ...binaryLines(explanation, language, image === undefined),
    ...lossLines(explanation, language),
    ...(image ? [`![${image.alt}](${image.uri})`] : []),
    typeLine(explanation, language),
    ...originLines(explanation, snapshot, language),
    certaintyLine(explanation, language),
    ...aboutLines(explanation, language),
  ];
  return blocks.filter((block) => block !== '');
}

export function words(language: DisplayLanguage): (key: Parameters<typeof text>[0], params?: Parameters<typeof text>[2]) => string {
  return (key, params) => text(key, language, params);
}
