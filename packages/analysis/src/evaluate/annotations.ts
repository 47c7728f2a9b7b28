/** `# softlens: EXPRESSION` is evaluated where it stands; the fact has the comment's range. */
import type { Comment, Module, Range, Statement } from '@softlens/syntax';
import { evaluate } from './expressions.ts';
import { record } from './facts.ts';
import type { Run } from './run/run.ts';

const pattern = /^softlens:\s*(?!ignore\b)(.+)$/s;

interface Annotation {
  readonly comment: Comment;
  readonly text: string;
}

const found = new WeakMap<object, readonly Annotation[]>();

function annotationsOf(run: Run): readonly Annotation[] {
  const { module } = run.frame.document;
  const known = found.get(module);
  if (known) return known;
  const annotations = module.comments.flatMap((comment) => {
    const text = pattern.exec(comment.text)?.[1];
    return text === undefined ? [] : [{ comment, text }];
  });
  annotations.sort((one, other) => one.comment.start - other.comment.start);
  found.set(module, annotations);
  return annotations;
}

/** The comments behind a statement and before the next one, evaluated once the statement is done. */
export function annotationsBetween(run: Run, statement: Statement): void {
  if (!isRecorded(run)) return;
  const annotations = annotationsOf(run);
  if (annotations.length === 0) return;
  const until = nextCode(run, statement);
  for (let i = firstFrom(annotations, statement.end); i < annotations.length; i++) {
    const annotation = annotations[i];
    if (!annotation || annotation.comment.start >= until) break;
    evaluateAnnotation(run, annotation);
  }
}

/** The place of the first annotation that starts at an offset or behind it. */
function firstFrom(annotations: readonly Annotation[], offset: number): number {
  let [low, high] = [0, annotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((annotations[middle]?.comment.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Comments in a document without statements. */
export function trailingAnnotations(run: Run): void {
  if (!isRecorded(run)) return;
  for (const annotation of annotationsOf(run)) {
    if (!run.annotated.has(annotation.comment) && isOutside(run, annotation.comment)) evaluateAnnotation(run, annotation);
  }
}

const isRecorded = (run: Run): boolean =>
  run.parseExpression !== undefined && run.recorder?.path === run.frame.document.path && run.muted === 0;

/** False within a statement of the top level, whose ranges are in order. */
function isOutside(run: Run, comment: Range): boolean {
  const { body } = run.frame.document.module;
  let [low, high] = [0, body.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((body[middle]?.start ?? 0) < comment.start) low = middle + 1;
    else high = middle;
  }
  const before = body[low - 1];
  return !before || comment.end >= before.end;
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

function evaluateAnnotation(run: Run, { comment, text }: Annotation): void {
  run.annotated.add(comment);
  const module = run.parseExpression?.(text, run.frame.document.language);
  const [statement] = module?.body ?? [];
  if (module?.body.length !== 1 || statement?.kind !== 'expression') return;
  const { recorder } = run;
  run.muted++;
  run.lenient = true;
  const value = evaluate(run, statement.value);
  run.lenient = false;
  run.muted--;
  if (recorder) record(run, comment, 'expression', value);
}
