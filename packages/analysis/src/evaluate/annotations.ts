/** `# softlens: EXPRESSION` and the expected value in `# => EXPRESSION` are evaluated where they stand; the fact has the comment's range. */
import type { Comment, Range, Statement } from '@softlens/syntax';
import { evaluate } from './expressions.ts';
import { record } from './facts.ts';
import type { Run } from './run/run.ts';

const pattern = /^(?:softlens:\s*(?!ignore\b)|=>\s*)(.+)$/s;

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
  found.set(module, annotations);
  return annotations;
}

/** The comments behind a statement and before the next one, evaluated once the statement is done. */
export function annotationsBetween(run: Run, statement: Statement): void {
  if (!isRecorded(run)) return;
  const annotations = annotationsOf(run);
  if (annotations.length === 0) return;
  const until = nextCode(run, statement);
  for (const annotation of annotations) {
    if (annotation.comment.start >= statement.end && annotation.comment.start < until) evaluateAnnotation(run, annotation);
  }
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

const isOutside = (run: Run, comment: Range): boolean =>
  !run.frame.document.module.body.some(({ start, end }) => comment.start > start && comment.end < end);

/** Where the code goes on behind a statement: nothing but comments and white space stands between. */
function nextCode(run: Run, statement: Statement): number {
  const { text, module } = run.frame.document;
  let at = statement.end;
  for (;;) {
    while (at < text.length && /[\s;]/.test(text[at] ?? '')) at++;
    const comment = module.comments.find(({ start }) => start === at);
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
