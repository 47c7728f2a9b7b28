/** Diagnostics: answered to clients that ask, sent to those that do not, never both. */
import type { Diagnostic as ServiceDiagnostic } from '@softlens/language-service';
import { type Connection, type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { isInside, type Target, toRange } from './convert.ts';
import type { Places } from './places.ts';
import type { ViewEvent, Views } from './views.ts';

export interface DiagnosticStyle {
  readonly places: Places;
  readonly relatedInformation: boolean;
  readonly unnecessaryTag: boolean;
  /** Where people read of a rule. */
  readonly pageOf: (rule: string) => string | undefined;
  /** The words with places named as people know them. */
  readonly named: (words: string) => string;
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** `near` is the address of the program: of the document, or of a cell's notebook. */
export function toDiagnostics(
  found: readonly ServiceDiagnostic[],
  near: string,
  target: Target,
  style: DiagnosticStyle,
): Diagnostic[] {
  return found.filter(({ start }) => isInside(start, target)).map((one) => toDiagnostic(one, near, target, style));
}

export function toDiagnostic(one: ServiceDiagnostic, near: string, target: Target, style: DiagnosticStyle): Diagnostic {
  const related = style.relatedInformation
    ? one.related.flatMap((each) => {
        const location = style.places.locationOf(near, each);
        return location ? [{ location, message: each.message }] : [];
      })
    : [];
  const page = style.pageOf(one.rule);
  return {
    range: toRange(one, target),
    severity: severities[one.severity],
    source: 'softlens',
    code: one.rule,
    ...(page !== undefined && { codeDescription: { href: page } }),
    ...(style.unnecessaryTag && one.rule === 'unused-suppression' && { tags: [DiagnosticTag.Unnecessary] }),
    message: style.named(one.message.replaceAll('`', '')),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/** Typing is left alone: they appear after a pause. */
const pauseMilliseconds = 300;

/** The client left while something was on its way to it. */
const gone = (): void => {};

/** Sends a document's diagnostics a while after its last edit, and takes them back when it closes. */
export function pushDiagnostics(
  connection: Connection,
  views: Views,
  make: (uri: string) => Promise<Diagnostic[]>,
): { all(): void } {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const send = async (uri: string): Promise<void> => {
    timers.delete(uri);
    const version = views.get(uri)?.text.version;
    if (version === undefined) return;
    const diagnostics = await make(uri).catch(() => undefined);
    if (diagnostics && views.get(uri)?.text.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const plan = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => send(uri).catch(gone), pauseMilliseconds),
    );
  };
  const all = (): void => {
    for (const view of views.all()) plan(view.text.uri);
  };
  views.onEvent((event: ViewEvent) => {
    // What is left of a closed document, its file or nothing, may be news in the others too.
    all();
    if (event.kind !== 'closed') return;
    const { uri } = event.view.text;
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch(gone);
  });
  return { all };
}
