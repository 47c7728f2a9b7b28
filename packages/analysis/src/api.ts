/** What the analysis takes and gives. Everything is plain data in offsets. */

import type { ClassRow, Found, FunctionRow } from '@softlens/frameworks';
import type { Expression, Language, Module } from '@softlens/syntax';
import type { Place } from './values/space.ts';
import type { Draw, Reason, Value } from './values/value.ts';

/**
 * An immutable snapshot of the documents. Paths are relative to the project's root, with `/`; a document outside it has any
 * unique name. A notebook is one document per program: its cells joined (see `Program`).
 */
export interface Project {
  /** The parsed document, or undefined when there is none (or it is not loaded yet, in which case the project remembers that it was asked). */
  module(path: string): ParsedDocument | undefined;
  /** True when such a document exists, loaded or not: import resolution asks this for its candidates. */
  exists(path: string): boolean;
  /** Folders that are import roots besides the root: `src`. */
  readonly importRoots: readonly string[];
  /** True when no document ever changes or appears: nothing needs to be compared from analysis to analysis. */
  readonly immutable?: true;
  /** Documents that import the given one, as far as known: callers found there fix a function's arguments. */
  importers?(path: string): readonly string[];
  /** Rows that a configuration adds, by qualified name: they go before what a function's own code says. */
  readonly rows?: ReadonlyMap<string, Found>;
}

export interface ParsedDocument {
  readonly path: string;
  readonly language: Language;
  readonly text: string;
  readonly module: Module;
  /** Changes whenever the text does. */
  readonly version: string;
  /** Expressions beside the program, evaluated where they stand without a part in it: the code spans of a page. In order. */
  readonly asides?: readonly Expression[];
}

export type Certainty = 'exact' | 'assumed' | 'unknown';

/** What is known of one expression, name or parameter. */
export interface Fact {
  readonly start: number;
  readonly end: number;
  readonly kind: 'expression' | 'binding' | 'parameter';
  /** The name that is bound or read. */
  readonly name?: string;
  /** For a binding: the range of the expression whose value it gets. */
  readonly valueRange?: { readonly start: number; readonly end: number };
  /** With heap references frozen (`Reference.state`). One value when all evaluations agree, else `alternatives`. */
  readonly value: Value;
  readonly certainty: Certainty;
  readonly reason?: Reason;
  /** When it is a call of something the tables know: which row, and its arguments by role (frozen). */
  readonly call?: CallFact;
  /** True for the expression of a comment: `# softlens: EXPRESSION`. */
  readonly asked?: true;
  /** Of a value that rests on random numbers: the generator, and its seed. */
  readonly drawn?: Draw;
  /** True when it lies at the top level of the program (not in a function or class). */
  readonly topLevel: boolean;
  /** The places of the calls through which it was evaluated, outermost first, when in a function. */
  readonly via?: readonly Place[];
}

export interface CallFact {
  readonly row: FunctionRow | ClassRow;
  readonly library: string;
  /** The operation, e.g. `softmax`. */
  readonly op?: string;
  readonly args: ReadonlyMap<string, Value>;
  /** Ranges of the arguments as written, by role. */
  readonly ranges: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A message is a key with parameters; words are chosen in `messages`, in the reader's language. */
export interface Message {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Edit extends Place {
  readonly text: string;
}
export interface Fix {
  readonly title: Message;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly Edit[];
}
export interface Finding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly related: readonly (Place & { readonly message: Message })[];
  readonly fixes: readonly Fix[];
}

/** `# => VALUE` behind a statement or on the line below it. The range is the comment's. */
export interface Expectation {
  readonly start: number;
  readonly end: number;
  /** Where the value is written, or would be. */
  readonly value: { readonly start: number; readonly end: number };
  /** The statement, or the comment with an expression, whose value it is. */
  readonly subject: { readonly start: number; readonly end: number };
  readonly written: string;
  /** `empty`: nothing is written yet. `unknown`: the value is not known, or differs from call to call. */
  readonly verdict: 'right' | 'wrong' | 'empty' | 'unknown';
  /** The right value: when another one stands there, in as many digits. Absent where it is unknown. */
  readonly actual?: string;
  readonly fact: Fact;
}

export interface FileAnalysis {
  readonly path: string;
  /** Sorted by start, then by longest first. Some analyses look for them when somebody asks. */
  readonly facts: readonly Fact[];
  /** Where that is cheaper: facts of which those that touch the range are all there are. */
  readonly factsIn?: (range: { readonly start: number; readonly end: number }) => readonly Fact[];
  /** What the document's comments expect; absent where they expect nothing. */
  readonly expectations?: readonly Expectation[];
  readonly findings: readonly Finding[];
  /** Findings in other documents that this one runs through: a loss in a trainer that it calls. */
  readonly elsewhere?: readonly Finding[];
  /** Documents whose text this result depends on, itself included. */
  readonly dependencies: readonly string[];
  /** What imports looked for, by document: what was there, and what was not. It grows while further documents are analysed. */
  readonly sought?: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
  /** Budgets that were reached, and other notes for the log. */
  readonly trace: readonly string[];
}
