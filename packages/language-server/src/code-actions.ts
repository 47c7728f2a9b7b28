import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import type { CodeAction as ServiceAction } from '@softlens/language-service';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import type { Target } from './convert.ts';
import { type DiagnosticStyle, toDiagnostic } from './diagnostics.ts';

export const explainCommand = 'softlens.openRulePage';

/** Opens the pages of the rules, by a command that the client has. */
export function explainActions(rules: readonly string[], language: DisplayLanguage): CodeAction[] {
  return rules.map((rule) => {
    const title = text('action.explain', language, { rule });
    return { title, kind: 'quickfix', command: { title, command: explainCommand, arguments: [rule] } };
  });
}

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
