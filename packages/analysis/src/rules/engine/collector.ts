/** Runs the rules over what the interpreter announces, and keeps one finding per rule and place. */
import type { Finding, ParsedDocument } from '../../api.ts';
import type { Listener } from '../../evaluate/listener.ts';
import type { Draft, Rule, RuleContext } from './rule.ts';

export interface Collector extends Listener {
  /** Findings so far, in every document the run went through, by place. */
  findings(): readonly Finding[];
}

export interface CollectorOptions {
  readonly rules: readonly Rule[];
  document(path: string): ParsedDocument | undefined;
  /** A rule that threw: the log gets a line, the other rules go on. */
  onError(rule: string, error: unknown): void;
}

export function createCollector(options: CollectorOptions): Collector {
  const found = new Map<string, Finding>();
  const contexts = options.rules.map((rule): readonly [Rule, RuleContext] => [
    rule,
    { document: options.document, report: (draft) => keep(found, rule, draft) },
  ]);
  const guarded = (rule: Rule, body: () => void): void => {
    try {
      body();
    } catch (error) {
      options.onError(rule.id, error);
    }
  };
  return {
    onCall(event) {
      for (const [rule, context] of contexts) if (rule.onCall) guarded(rule, () => rule.onCall?.(event, context));
    },
    onOperator(event) {
      for (const [rule, context] of contexts) if (rule.onOperator) guarded(rule, () => rule.onOperator?.(event, context));
    },
    findings: () => [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start || a.rule.localeCompare(b.rule))),
  };
}

function keep(found: Map<string, Finding>, rule: Rule, draft: Draft): void {
  const { path, start, end } = draft.place;
  const key = `${rule.id} ${path} ${start} ${end}`;
  const known = found.get(key);
  found.set(key, known ? withRelated(known, draft.related ?? []) : {
    path,
    start,
    end,
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    message: draft.message,
    related: draft.related ?? [],
    fixes: draft.fixes ?? [],
  });
}

/** The same defect reached with another producer: its places are told too. */
function withRelated(finding: Finding, related: Finding['related']): Finding {
  const fresh = related.filter((one) => !finding.related.some((known) => known.path === one.path && known.start === one.start && known.end === one.end));
  return fresh.length === 0 ? finding : { ...finding, related: [...finding.related, ...fresh] };
}
