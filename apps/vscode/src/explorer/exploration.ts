/** What the language server answers to `softlens/explore`. */
export interface Exploration {
  readonly title: string;
  readonly activation?: string;
  readonly recovered?: true;
  readonly library?: string;
  readonly dtype?: string;
  readonly axis?: number;
  readonly temperature?: number;
  readonly targets?: readonly number[];
  readonly vectors: readonly ExploredVector[];
  readonly chosen: number;
}

export interface ExploredVector {
  readonly index: readonly number[];
  readonly logits: readonly number[];
  readonly infinite?: true;
  readonly literal?: {
    readonly uri: string;
    readonly range: { readonly start: Position; readonly end: Position };
    readonly text: string;
    /** Start and end of each number in the text. */
    readonly elements: readonly (readonly [number, number])[];
  };
}

export interface Position {
  readonly line: number;
  readonly character: number;
}
