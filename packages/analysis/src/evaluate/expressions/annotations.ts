/**
 * Expressions beside the code, evaluated in the scope where they stand: `# softlens: EXPRESSION`, and the code spans of a page. They
 * have no part in the program: what they change is undone, and rules do not hear of them.
 */
import { type Comment, type Expression, type Module, type Range, type Statement, shiftModule } from '@softlens/syntax';
import { createRecorder, record } from '../run/facts.ts';
import { isPython, type Run } from '../run/run.ts';
import { forkHeap } from '../state/heap.ts';
import { evaluate } from './expressions.ts';

const pattern = /^softlens:\s*(?!ignore\b)(.+)$/s;

export const isAnnotation = ({ text }: Comment): boolean => pattern.test(text);

interface Annotation extends Range {
  /** A comment asks for its value. */
  readonly asked: boolean;
  expression(run: Run): Expression | undefined;
}

const found = new WeakMap<object, readonly Annotation[]>();

function annotationsOf(run: Run): readonly Annotation[] {
  const { module, asides = [] } = run.frame.document;
  const known = found.get(module);
  if (known) return known;
  const annotations = [...module.comments.flatMap(annotationIn), ...asides.map(aside)];
  annotations.sort((one, other) => one.start - other.start);
  found.set(module, annotations);
  return annotations;
}

function annotationIn({ start, end, text }: Comment): readonly Annotation[] {
  const written = pattern.exec(text)?.[1];
  if (written === undefined) return [];
  let parsed: { readonly expression: Expression | undefined } | undefined;
  return [
    {
      start,
      end,
      asked: true,
      expression(run) {
        parsed ??= { expression: parse(run, written, { start, end }) };
        return parsed.expression;
      },
    },
  ];
}

const aside = (expression: Expression): Annotation => ({
  start: expression.start,
  end: expression.end,
  asked: false,
  expression: () => expression,
});

function parse(run: Run, written: string, comment: Range): Expression | undefined {
  const { text, language } = run.frame.document;
  const module = run.parseExpression?.(written, language);
  const at = text.indexOf(written, comment.start);
  if (!module || at < 0 || at >= comment.end) return undefined;
  const [statement, ...others] = shiftModule(module, at).body;
  return statement?.kind === 'expression' && others.length === 0 ? statement.value : undefined;
}

/** What stands behind a statement and before the next one, evaluated once the statement is done. */
export function annotationsBetween(run: Run, statement: Statement): void {
  if (!isRecorded(run)) return;
  const annotations = annotationsOf(run);
  if (annotations.length === 0) return;
  const until = nextCode(run, statement);
  for (let i = firstFrom(annotations, statement.end); i < annotations.length; i++) {
    const annotation = annotations[i];
    if (!annotation || annotation.start >= until) break;
    const isMeant = annotation.asked
      ? standsBeside(run, annotation, statement)
      : run.frame.topLevel && !run.annotated.has(annotation);
    if (isMeant) evaluateAnnotation(run, annotation);
  }
}

/** In Python the indentation says which block a comment on a line of its own is in, behind the last statement of an inner one. */
function standsBeside(run: Run, { start }: Range, statement: Statement): boolean {
  const { text } = run.frame.document;
  const own = columnOf(text, start);
  if (!isPython(run) || own === undefined) return true;
  const column = columnOf(text, statement.start) ?? 0;
  return own === column || (own > column && !('body' in statement || 'then' in statement));
}

/** Undefined where something else stands before it on its line. */
function columnOf(text: string, offset: number): number | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /\S/.test(line) ? undefined : line.length;
}

/** The place of the first annotation that starts at an offset or behind it. */
function firstFrom(annotations: readonly Annotation[], offset: number): number {
  let [low, high] = [0, annotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((annotations[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Comments before the first statement, which know no names. */
export function leadingAnnotations(run: Run): void {
  if (!isRecorded(run)) return;
  const until = run.frame.document.module.body[0]?.start ?? 0;
  for (const annotation of annotationsOf(run))
    if (annotation.asked && annotation.start < until) evaluateAnnotation(run, annotation);
}

/** What stands where no statement ends: in a document without any; code spans before the first may speak of what follows. */
export function trailingAnnotations(run: Run): void {
  if (!isRecorded(run)) return;
  for (const annotation of annotationsOf(run)) {
    if (!run.annotated.has(annotation) && isOutside(run, annotation)) evaluateAnnotation(run, annotation);
  }
}

/** Not those in functions that an annotation calls itself. */
const isRecorded = (run: Run): boolean => run.recorder?.path === run.frame.document.path && run.muted === 0 && !run.lenient;

/** False within a statement of the top level, whose ranges are in order. */
function isOutside(run: Run, { start, end }: Range): boolean {
  const { body } = run.frame.document.module;
  let [low, high] = [0, body.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((body[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const before = body[low - 1];
  return !before || end >= before.end;
}

const byStart = new WeakMap<Module, ReadonlyMap<number, Comment>>();

function commentsByStart(module: Module): ReadonlyMap<number, Comment> {
  const known = byStart.get(module) ?? new Map(module.comments.map((comment) => [comment.start, comment]));
  byStart.set(module, known);
  return known;
}

/** Where the code goes on behind a statement: nothing but comments and white space stands between. */
function nextCode(run: Run, statement: Statement): number {
  const { text, module } = run.frame.document;
  let at = statement.end;
  for (;;) {
    while (at < text.length && /[\s;]/.test(text[at] ?? '')) at++;
    const comment = commentsByStart(module).get(at);
    if (!comment) return Math.max(at, statement.end);
    at = comment.end;
  }
}

/** Of the facts only those of the expression itself are kept: a function that it calls is seen with the program's arguments. */
function evaluateAnnotation(run: Run, annotation: Annotation): void {
  const { recorder, listener, heap, lenient } = run;
  const [made, called] = [run.made.length, new Set(run.called)];
  const expression = annotation.expression(run);
  const own = run.annotated.get(annotation) ?? createRecorder(run.frame.document.path);
  run.annotated.set(annotation, own);
  if (!expression || !recorder) return;
  Object.assign(run, { recorder: own, listener: undefined, heap: forkHeap(heap), lenient: true });
  try {
    record(run, expression, 'expression', evaluate(run, expression));
  } finally {
    Object.assign(run, { recorder, listener, heap, lenient });
    run.made.length = made;
    for (const one of run.called) if (!called.has(one)) run.called.delete(one);
  }
  const entry = own.expressions.get(expression);
  if (entry && annotation.asked) entry.asked = true;
  for (const [node, seen] of own.expressions)
    if (node.start >= expression.start && node.end <= expression.end) recorder.expressions.set(node, seen);
}
