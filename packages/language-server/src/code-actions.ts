import type { CodeAction as ServiceAction } from '@softlens/language-service';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import type { Target } from './convert.ts';
import { type DiagnosticStyle, toDiagnostic } from './diagnostics.ts';

/** Nothing where an edit's document is not at hand: half a fix is worse than none. */
export function toCodeAction(
  action: Omit<ServiceAction, 'kind'> & { readonly kind: string },
  near: string,
  target: Target,
  style: DiagnosticStyle,
): CodeAction[] {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of action.edits) {
    const location = style.places.locationOf(near, edit);
    if (!location) return [];
    const edits = changes[location.uri] ?? [];
    changes[location.uri] = edits;
    edits.push({ range: location.range, newText: edit.text });
  }
  return [
    {
      title: action.title,
      kind: action.kind,
      edit: { changes },
      ...(action.diagnostic && { diagnostics: [toDiagnostic(action.diagnostic, near, target, style)] }),
      ...(action.preferred && { isPreferred: true }),
    },
  ];
}
