/** A click on a lens: the places from the producer of a value to its consumer, in the editor's peek. */
import { commands, type Disposable, Location, Position, Range, Uri } from 'vscode';

/** The server names it in its lenses, with what the protocol calls a position and locations. */
export const showPath = 'softlens.showPath';

interface Point {
  readonly line: number;
  readonly character: number;
}

interface Place {
  readonly uri: string;
  readonly range: { readonly start: Point; readonly end: Point };
}

export function registerShowPath(): Disposable {
  return commands.registerCommand(showPath, (uri: string, at: Point, places: readonly Place[]) => {
    const locations = places.map((place) => new Location(Uri.parse(place.uri), rangeOf(place)));
    return commands.executeCommand('editor.action.showReferences', Uri.parse(uri), position(at), locations);
  });
}

const position = ({ line, character }: Point): Position => new Position(line, character);
const rangeOf = ({ range }: Place): Range => new Range(position(range.start), position(range.end));
