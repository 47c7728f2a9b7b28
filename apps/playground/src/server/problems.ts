/** What the server has found in all files, for the list beside the editor. */
import { editor, type IDisposable, MarkerSeverity } from 'monaco-editor/editor';
import { nameOf } from '../editor/workspace.ts';
import { owner } from './documents.ts';

export interface Place {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

export interface Problem extends Place {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly rule: string;
  /** The address of the rule's page. */
  readonly page: string | undefined;
  readonly related: readonly (Place & { readonly message: string })[];
}

export function currentProblems(): readonly Problem[] {
  const rank = (severity: MarkerSeverity) => -severity;
  return editor
    .getModelMarkers({ owner })
    .toSorted((a, b) => rank(a.severity) - rank(b.severity))
    .flatMap((marker) => {
      const place = placeOf(marker);
      if (!place) return [];
      const { code, message, severity, relatedInformation = [] } = marker;
      return {
        ...place,
        severity: severities[severity],
        message,
        rule: typeof code === 'string' ? code : (code?.value ?? ''),
        page: typeof code === 'string' ? undefined : code?.target.toString(true),
        related: relatedInformation.flatMap((one) => {
          const at = placeOf(one);
          return at ? { ...at, message: one.message } : [];
        }),
      };
    });
}

export function onProblems(listener: () => void): IDisposable {
  return editor.onDidChangeMarkers(listener);
}

const severities = {
  [MarkerSeverity.Error]: 'error',
  [MarkerSeverity.Warning]: 'warning',
  [MarkerSeverity.Info]: 'info',
  [MarkerSeverity.Hint]: 'hint',
} as const;

function placeOf(marker: Pick<editor.IMarker, 'resource' | 'startLineNumber' | 'startColumn'>): Place | undefined {
  const name = nameOf(marker.resource);
  return name === undefined ? undefined : { name, line: marker.startLineNumber, column: marker.startColumn };
}
