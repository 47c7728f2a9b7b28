/** `softlens/explore`: what the explorer opens on, with the places of the written numbers as the client knows them. */
import type { Exploration, ExploredVector, Snapshot } from '@softlens/language-service';
import type { Position, Range } from 'vscode-languageserver';
import type { Places } from './places.ts';

export interface ExploreAnswer extends Omit<Exploration, 'vectors'> {
  readonly vectors: readonly {
    readonly index: readonly number[];
    readonly logits: readonly number[];
    readonly infinite?: true;
    readonly literal?: WrittenNumbers;
  }[];
}

/** Numbers in the source, which a client may replace while the text at the range is still this one. */
export interface WrittenNumbers {
  readonly uri: string;
  readonly range: Range;
  readonly text: string;
  /** Start and end of each number in the text, in UTF-16 units. */
  readonly elements: readonly (readonly [number, number])[];
}

/** The client's command that opens the explorer: its argument is a place. */
export const exploreCommand = 'softlens.openExplorer';

/** A link to the command, for Markdown that the client lets run it. */
export function exploreLink(uri: string, position: Position, words: string): string {
  const place = encodeURIComponent(JSON.stringify([{ uri, position }]));
  return `[${words}](command:${exploreCommand}?${place})`;
}

export function toExploreAnswer(found: Exploration, snapshot: Snapshot, program: string, places: Places): ExploreAnswer {
  const written = (literal: NonNullable<ExploredVector['literal']>): WrittenNumbers | undefined => {
    const { start, end } = literal;
    const location = places.locationOf(program, { path: snapshot.document.path, start, end });
    if (!location) return undefined;
    const elements = literal.elements.map((element) => [element.start - start, element.end - start] as const);
    return { ...location, text: snapshot.document.text.slice(start, end), elements };
  };
  return {
    ...found,
    vectors: found.vectors.map(({ literal, ...vector }) => {
      const place = literal && written(literal);
      return { ...vector, ...(place && { literal: place }) };
    }),
  };
}
