/** Limits on everything that a program could make grow. Past one, the value is unknown with reason `budget`. */
export interface Budget {
  /** Expressions and statements evaluated by the program's top level. */
  readonly steps: number;
  /** Likewise by a function or class that nothing calls. */
  readonly entrySteps: number;
  /** Likewise by one statement at the top level of a module, and by a module that is imported. */
  readonly statementSteps: number;
  readonly importSteps: number;
  /** All of one analysis; past it every entry point gets a little only. */
  readonly totalSteps: number;
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
  entrySteps: 20_000,
  statementSteps: 45_000,
  importSteps: 6_000,
  totalSteps: 200_000,
  depth: 72,
  nesting: 600,
  alternatives: 8,
  elements: 4096,
  turns: 1_200,
  text: 20_000,
  collection: 5_000,
  importers: 6,
  entries: 400,
};
