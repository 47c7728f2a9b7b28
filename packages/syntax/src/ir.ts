/**
 * The intermediate representation: one small, language-neutral tree for Python, JavaScript and TypeScript.
 *
 * A call is a call in both languages. Every node carries the half-open range [start, end) of its source
 * text, in UTF-16 code units. What is not modelled becomes `opaque` and keeps the expressions inside it,
 * so that an unknown construct hides nothing but its own meaning. Nodes are immutable.
 */

export type Language = 'python' | 'javascript' | 'typescript';

/** A half-open range of UTF-16 offsets into the text of the document. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Module extends Range {
  readonly kind: 'module';
  readonly language: Language;
  readonly body: readonly Statement[];
  /** In source order, with their delimiters. */
  readonly comments: readonly Comment[];
  /** Places the parser had to skip or invent; empty for a valid file. */
  readonly errors: readonly Range[];
}

export interface Comment extends Range {
  /** The text without `#`, `//`, or the block delimiters, trimmed. */
  readonly text: string;
  /** True when nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

// ---------------------------------------------------------------- expressions

export type Expression =
  | NumberLiteral
  | StringLiteral
  | Interpolation
  | Constant
  | Name
  | Attribute
  | Call
  | Index
  | Slice
  | Unary
  | Binary
  | Compare
  | Logical
  | Conditional
  | FunctionExpression
  | Sequence
  | Dict
  | Comprehension
  | NamedExpression
  | Spread
  | Await
  | Yield
  | OpaqueExpression;

export interface NumberLiteral extends Range {
  readonly kind: 'number';
  /** `int` keeps its digits exactly in `text`; `value` is the nearest float64. */
  readonly type: 'int' | 'float' | 'imaginary';
  readonly value: number;
  /** The literal without `_`, as Python or JavaScript would read it (`0xff`, `1.`, `10n` without the n). */
  readonly text: string;
}

/** A string whose content is fixed; adjacent Python literals are joined. Bytes have `bytes: true`. */
export interface StringLiteral extends Range {
  readonly kind: 'string';
  readonly value: string;
  readonly bytes: boolean;
}

/** An f-string or a template literal. */
export interface Interpolation extends Range {
  readonly kind: 'interpolation';
  readonly parts: readonly (string | InterpolatedPart)[];
}
export interface InterpolatedPart {
  readonly value: Expression;
  /** Python's `!r`, `!s`, `!a`, without the mark. */
  readonly conversion?: string;
  /** The text of the format specification, where it has no nested field. */
  readonly format?: string;
  /** The format specification where fields stand in it: `f"{x:{width}.{digits}f}"`. */
  readonly nestedFormat?: readonly (string | InterpolatedPart)[];
  /** Python's `f"{x=}"`: the text to print before the value. */
  readonly debug?: string;
}

/** `True`/`true`, `False`/`false`, `None`/`null`, `undefined`, `...`. */
export interface Constant extends Range {
  readonly kind: 'constant';
  readonly value: true | false | null | 'undefined' | 'ellipsis';
}

export interface Name extends Range {
  readonly kind: 'name';
  /** JavaScript's `this` and `super` are names; so are Python's `self` and `super`. */
  readonly name: string;
}

export interface Attribute extends Range {
  readonly kind: 'attribute';
  readonly object: Expression;
  readonly name: string;
  readonly nameRange: Range;
  /** JavaScript's `?.`. */
  readonly optional?: true;
}

export interface Call extends Range {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
  /** The parentheses, both included: where an argument is inserted by a fix. */
  readonly argsRange: Range;
  /** JavaScript's `new`. */
  readonly isNew?: true;
}
export interface Argument extends Range {
  /** `spread` is `*x` and `...x`; `spreadDict` is `**x`. */
  readonly kind: 'positional' | 'keyword' | 'spread' | 'spreadDict';
  readonly name?: string;
  readonly nameRange?: Range;
  readonly value: Expression;
}

/** `object[i, j]` has two indices; `object[(i, j)]` too, as Python does not tell them apart. JavaScript has one. */
export interface Index extends Range {
  readonly kind: 'index';
  readonly object: Expression;
  readonly indices: readonly Expression[];
  readonly optional?: true;
}

/** `lower:upper:step`, only among the indices of an `index`. */
export interface Slice extends Range {
  readonly kind: 'slice';
  readonly lower?: Expression;
  readonly upper?: Expression;
  readonly step?: Expression;
}

export type UnaryOperator = '-' | '+' | '~' | 'not' | 'typeof' | 'void' | 'delete' | '++' | '--';
/** `postfix` only for JavaScript's `x++` and `x--`. JavaScript's `!` is `not`. */
export interface Unary extends Range {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
  readonly postfix?: true;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**' | '@' | '<<' | '>>' | '>>>' | '&' | '|' | '^';
export interface Binary extends Range {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `===` and `==` are both `==` (`strict` tells them apart); `in`, `is` and `instanceof` as written. */
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not' | 'instanceof';
/** A chain `a < b <= c` has two operators and three operands. */
export interface Compare extends Range {
  readonly kind: 'compare';
  readonly operators: readonly CompareOperator[];
  readonly operands: readonly Expression[];
  readonly strict?: true;
}

export interface Logical extends Range {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or' | '??';
  readonly left: Expression;
  readonly right: Expression;
}

/** `then if test else otherwise`, `test ? then : otherwise`. */
export interface Conditional extends Range {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** A lambda, arrow function or function expression. An expression body is one `return` statement. */
export interface FunctionExpression extends Range {
  readonly kind: 'functionExpression';
  readonly name?: string;
  readonly params: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly async: boolean;
  readonly generator: boolean;
  /** Arrow functions and lambdas do not bind `this`. */
  readonly arrow: boolean;
}

/** A list, tuple or set display; a JavaScript array is a list. Elements may be `spread`. */
export interface Sequence extends Range {
  readonly kind: 'sequence';
  readonly type: 'list' | 'tuple' | 'set';
  readonly elements: readonly Expression[];
}

export interface Dict extends Range {
  readonly kind: 'dict';
  readonly entries: readonly DictEntry[];
}
/** Without a key it is `**value` or `...value`. A JavaScript key `{ a: 1 }` is a string literal. */
export interface DictEntry extends Range {
  readonly key?: Expression;
  readonly value: Expression;
}

export interface Comprehension extends Range {
  readonly kind: 'comprehension';
  readonly type: 'list' | 'set' | 'dict' | 'generator';
  /** The key of a dict comprehension. */
  readonly key?: Expression;
  readonly element: Expression;
  readonly clauses: readonly ComprehensionClause[];
}
export interface ComprehensionClause extends Range {
  readonly target: Pattern;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
  readonly async: boolean;
}

/** `(name := value)`, and JavaScript's assignment used as an expression. */
export interface NamedExpression extends Range {
  readonly kind: 'namedExpression';
  readonly target: Pattern;
  readonly value: Expression;
}

/** `*x` or `...x` inside a sequence or a pattern. */
export interface Spread extends Range {
  readonly kind: 'spread';
  readonly value: Expression;
}

export interface Await extends Range {
  readonly kind: 'await';
  readonly value: Expression;
}

export interface Yield extends Range {
  readonly kind: 'yield';
  readonly value?: Expression;
  readonly from: boolean;
}

/** Something the tree does not model or the parser could not read. `reason` is a word for the trace log. */
export interface OpaqueExpression extends Range {
  readonly kind: 'opaque';
  readonly reason: string;
  /** Expressions found inside, in source order: still visited, so that what they hold is not lost. */
  readonly children: readonly Expression[];
}

// ------------------------------------------------------------------- patterns

/** What may stand on the left of `=`, after `for`, after `as`. */
export type Pattern =
  | Name
  | Attribute
  | Index
  | SequencePattern
  | ObjectPattern
  | StarPattern
  | DefaultPattern
  | OpaqueExpression;

export interface SequencePattern extends Range {
  readonly kind: 'sequencePattern';
  readonly elements: readonly Pattern[];
}
/** JavaScript's `const { a, b: c = 1, ...rest } = …`. */
export interface ObjectPattern extends Range {
  readonly kind: 'objectPattern';
  readonly entries: readonly { readonly key: Expression; readonly target: Pattern }[];
  readonly rest?: Pattern;
}
export interface StarPattern extends Range {
  readonly kind: 'starPattern';
  readonly target: Pattern;
}
export interface DefaultPattern extends Range {
  readonly kind: 'defaultPattern';
  readonly target: Pattern;
  readonly value: Expression;
}

// ----------------------------------------------------------------- statements

export type Statement =
  | ExpressionStatement
  | Assign
  | AugmentedAssign
  | Return
  | If
  | For
  | CFor
  | While
  | With
  | Try
  | Match
  | FunctionDefinition
  | ClassDefinition
  | Import
  | Export
  | Delete
  | Assert
  | Raise
  | ScopeDeclaration
  | Block
  | SimpleStatement
  | OpaqueStatement;

export interface ExpressionStatement extends Range {
  readonly kind: 'expression';
  readonly value: Expression;
}

/** `a = b = value` has two targets. Without a value it only declares (`x: int`, `let x`). */
export interface Assign extends Range {
  readonly kind: 'assign';
  readonly targets: readonly Pattern[];
  readonly value?: Expression;
  readonly annotation?: Expression;
  readonly declaration?: 'const' | 'let' | 'var';
}

export interface AugmentedAssign extends Range {
  readonly kind: 'augmentedAssign';
  readonly target: Pattern;
  readonly operator: BinaryOperator | 'and' | 'or' | '??';
  readonly value: Expression;
}

export interface Return extends Range {
  readonly kind: 'return';
  readonly value?: Expression;
}

/** `elif` is an `if` alone in `otherwise`. */
export interface If extends Range {
  readonly kind: 'if';
  readonly test: Expression;
  readonly then: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

/** Python's `for`, JavaScript's `for…of` (`of`) and `for…in` (`keys`). */
export interface For extends Range {
  readonly kind: 'for';
  readonly target: Pattern;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
  readonly async: boolean;
  readonly over: 'values' | 'keys';
}

/** JavaScript's `for (initial; test; update)`. */
export interface CFor extends Range {
  readonly kind: 'cFor';
  readonly initial: readonly Statement[];
  readonly test?: Expression;
  readonly update: readonly Expression[];
  readonly body: readonly Statement[];
}

/** `testAfter` is JavaScript's `do … while`. */
export interface While extends Range {
  readonly kind: 'while';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
  readonly testAfter?: true;
}

export interface With extends Range {
  readonly kind: 'with';
  readonly items: readonly { readonly context: Expression; readonly target?: Pattern }[];
  readonly body: readonly Statement[];
  readonly async: boolean;
}

export interface Try extends Range {
  readonly kind: 'try';
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly otherwise: readonly Statement[];
  readonly finalizer: readonly Statement[];
}
export interface ExceptHandler extends Range {
  readonly type?: Expression;
  readonly target?: Pattern;
  readonly body: readonly Statement[];
}

/** Python's `match` and JavaScript's `switch` (`fallsThrough`: a case without `break` goes on). */
export interface Match extends Range {
  readonly kind: 'match';
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
  readonly fallsThrough: boolean;
}
export interface MatchCase extends Range {
  readonly pattern: CasePattern;
  readonly guard?: Expression;
  readonly body: readonly Statement[];
}
export type CasePattern =
  | ({ readonly kind: 'wildcard' } & Range)
  | ({ readonly kind: 'capture'; readonly name: string; readonly pattern?: CasePattern } & Range)
  | ({ readonly kind: 'value'; readonly value: Expression } & Range)
  | ({ readonly kind: 'or'; readonly alternatives: readonly CasePattern[] } & Range)
  | ({ readonly kind: 'sequence'; readonly elements: readonly CasePattern[] } & Range)
  | ({ readonly kind: 'star'; readonly name?: string } & Range)
  | ({
      readonly kind: 'mapping';
      readonly entries: readonly { readonly key: Expression; readonly pattern: CasePattern }[];
      readonly rest?: string;
    } & Range)
  | ({
      readonly kind: 'class';
      readonly callee: Expression;
      readonly args: readonly CasePattern[];
      readonly keywords: readonly { readonly name: string; readonly pattern: CasePattern }[];
    } & Range)
  | ({ readonly kind: 'opaquePattern' } & Range);

export interface Parameter extends Range {
  readonly kind: 'positionalOnly' | 'positional' | 'keywordOnly' | 'rest' | 'restDict';
  /** A name, or a destructuring pattern in JavaScript. */
  readonly target: Pattern;
  readonly annotation?: Expression;
  readonly default?: Expression;
}

export interface FunctionDefinition extends Range {
  readonly kind: 'function';
  readonly name: string;
  readonly nameRange: Range;
  readonly params: readonly Parameter[];
  readonly returns?: Expression;
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
  readonly async: boolean;
  readonly generator: boolean;
  /** JavaScript members only. */
  readonly member?: { readonly static: boolean; readonly accessor?: 'get' | 'set'; readonly constructor: boolean };
}

export interface ClassDefinition extends Range {
  readonly kind: 'class';
  readonly name: string;
  readonly nameRange: Range;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Argument[];
  /** Methods are `function`, fields are `assign` (JavaScript's instance fields have `declaration: 'let'`). */
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
}

/**
 * `import a.b as c`            → { module: 'a.b', names: [], alias: 'c' }
 * `import a.b`                 → { module: 'a.b', names: [] }   (binds `a`)
 * `from ..x import y as z`     → { module: 'x', level: 2, names: [{ name: 'y', alias: 'z' }] }
 * `from x import *`            → { module: 'x', names: [{ name: '*' }] }
 * `import d, { a as b } from m`→ { module: 'm', names: [{ name: 'default', alias: 'd' }, { name: 'a', alias: 'b' }] }
 * `import * as ns from m`      → { module: 'm', names: [], alias: 'ns' }
 */
export interface Import extends Range {
  readonly kind: 'import';
  readonly module: string;
  readonly moduleRange: Range;
  readonly level: number;
  readonly names: readonly ImportedName[];
  readonly alias?: string;
  readonly aliasRange?: Range;
  /** Python's `import …` (true) against `from … import …`. */
  readonly wholeModule: boolean;
}
export interface ImportedName extends Range {
  readonly name: string;
  readonly alias?: string;
}

/** JavaScript's `export`: of a declaration, of names (possibly from a module), or of a default expression. */
export interface Export extends Range {
  readonly kind: 'export';
  readonly declaration?: Statement;
  readonly default?: Expression;
  readonly names: readonly ImportedName[];
  readonly module?: string;
}

export interface Delete extends Range {
  readonly kind: 'delete';
  readonly targets: readonly Pattern[];
}
export interface Assert extends Range {
  readonly kind: 'assert';
  readonly test: Expression;
  readonly message?: Expression;
}
export interface Raise extends Range {
  readonly kind: 'raise';
  readonly value?: Expression;
}
export interface ScopeDeclaration extends Range {
  readonly kind: 'scope';
  readonly type: 'global' | 'nonlocal';
  readonly names: readonly string[];
}
/** JavaScript's `{ … }` and labelled blocks. */
export interface Block extends Range {
  readonly kind: 'block';
  readonly body: readonly Statement[];
}
export interface SimpleStatement extends Range {
  readonly kind: 'pass' | 'break' | 'continue';
}
/** `children` are the statements and expressions found inside, in source order. */
export interface OpaqueStatement extends Range {
  readonly kind: 'opaqueStatement';
  readonly reason: string;
  readonly children: readonly (Statement | Expression)[];
}
