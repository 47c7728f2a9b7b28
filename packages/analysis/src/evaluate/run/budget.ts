/** Limits on everything that a program could make grow. Past one, the value is unknown with reason `budget`. */
export interface Budget {
  /** Expressions and statements evaluated per entry point. */
  readonly steps: number;
  /** Nested calls of the program's functions. */
  readonly depth: number;
  /** Nested expressions and statements. */
  readonly nesting: number;
  /** Alternatives of one value. */
  readonly alternatives: number;
  /** Elements of an array that is computed. */
  readonly elements: number;
  /** Turns of a loop that are run one by one. */
  readonly turns: number;
  /** Characters of a computed string. */
  readonly text: number;
  /** Items of a computed collection. */
  readonly collection: number;
  /** Documents that import the analysed one and are run for its sake. */
  readonly importers: number;
  /** Entry points of one document. */
  readonly entries: number;
}

export const defaultBudget: Budget = {
  steps: 60_000,
  depth: 32,
  nesting: 250,
  alternatives: 8,
  elements: 4096,
  turns: 400,
  text: 20_000,
  collection: 5_000,
  importers: 6,
  entries: 400,
};
