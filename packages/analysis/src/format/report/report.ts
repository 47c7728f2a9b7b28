/** All that is said of one value, most important first. */
import type { DisplayLanguage } from '../../messages/index.ts';
import type { Explanation } from '../explanation.ts';
import { about } from './about.ts';
import { alternatives } from './alternatives.ts';
import { binary } from './binary.ts';
import type { Block } from './block.ts';
import { certaintyNote } from './certainty.ts';
import { distribution } from './distribution.ts';
import { headline } from './headline.ts';
import { loss } from './loss.ts';
import { lossVerdict } from './loss-verdict.ts';
import { object } from './object.ts';
import { originLine, passedLine, type TextOf } from './origin.ts';
import { typeLine } from './type-line.ts';
import { values } from './values.ts';

export interface ReportOptions {
  readonly language: DisplayLanguage;
  /** Bars of block characters in the tables: where no picture shows them. */
  readonly bars: boolean;
  readonly textOf: TextOf;
}

export interface Report {
  readonly headline: Block;
  /** Tables and sums: a picture goes well after them. */
  readonly numbers: readonly Block[];
  readonly context: readonly Block[];
}

export function report(explanation: Explanation, options: ReportOptions): Report {
  const { language, bars, textOf } = options;
  const tables = [...distribution(explanation, language, bars), ...binary(explanation, language, bars)];
  return {
    headline: headline(explanation, language),
    numbers: [
      ...alternatives(explanation, language),
      ...(tables.length > 0 ? tables : values(explanation)),
      ...lossVerdict(explanation, textOf, language),
      ...loss(explanation, language),
      ...object(explanation, language),
    ],
    context: [
      ...typeLine(explanation, language),
      ...originLine(explanation, textOf, language),
      ...passedLine(explanation, textOf, language),
      ...certaintyNote(explanation, language),
      ...about(explanation, language),
    ],
  };
}
