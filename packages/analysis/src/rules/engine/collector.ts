/** Runs the rules over what the interpreter announces, and keeps one finding per rule and place. */
import type { Finding, ParsedDocument } from '../../api.ts';
import type { Listener } from '../../evaluate/run/listener.ts';
import {
  classified,
  isOtherwiseRight,
  isOtherwiseRightCall,
  rightActivations,
  rightUses,
  sourceOf,
  type Use,
} from './choices.ts';
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
  const found = new Map<string, Found>();
  const right: Use[] = [];
  const calls: Use[] = [];
  const classes = new Set<string>();
  /** Whether the event at hand left something. */
  let left = false;
  const contexts = options.rules.map((rule): readonly [Rule, RuleContext] => [
    rule,
    {
      document: options.document,
      report(draft) {
        left = true;
        keep(found, rule, draft);
      },
      remember() {
        left = true;
      },
    },
  ]);
  const ofCalls = contexts.filter(([rule]) => rule.onCall);
  const ofOperators = contexts.filter(([rule]) => rule.onOperator);
  const ofExpectations = contexts.filter(([rule]) => rule.onExpectation);
  return {
    onCall(event) {
      const uses = rightUses(event);
      const sources = classified(event);
      const activations = rightActivations(event);
      left = uses.length > 0 || sources.length > 0 || activations.length > 0;
      if (right.length < maxUses) right.push(...uses);
      if (calls.length < maxUses) calls.push(...activations);
      if (classes.size < maxUses) for (const source of sources) classes.add(source);
      for (const [rule, context] of ofCalls) {
        try {
          rule.onCall?.(event, context);
        } catch (error) {
          options.onError(rule.id, error);
        }
      }
      return left;
    },
    onOperator(event) {
      left = false;
      for (const [rule, context] of ofOperators) {
        try {
          rule.onOperator?.(event, context);
        } catch (error) {
          options.onError(rule.id, error);
        }
      }
      return left;
    },
    onExpectation(expectation, path) {
      for (const [rule, context] of ofExpectations) {
        try {
          rule.onExpectation?.(expectation, path, context);
        } catch (error) {
          options.onError(rule.id, error);
        }
      }
    },
    findings: () =>
      standing(found, { right, calls, classes }).sort((a, b) =>
        a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start || a.rule.localeCompare(b.rule),
      ),
  };
}

/** Right uses that are remembered: they only excuse. */
const maxUses = 500;

interface Found {
  readonly finding: Finding;
  /** Every way in which it came about. */
  readonly uses: readonly (Use | undefined)[];
  readonly needsClasses: boolean;
}

interface Seen {
  readonly right: readonly Use[];
  /** Activations that are right as calls. */
  readonly calls: readonly Use[];
  readonly classes: ReadonlySet<string>;
}

/** A finding stands when one of its ways does, and no graver one says the same. */
function standing(found: ReadonlyMap<string, Found>, { right, calls, classes }: Seen): Finding[] {
  const left = [...found.values()].filter(({ uses, needsClasses }) => {
    const stands = (use: Use | undefined): boolean =>
      (!needsClasses || (use !== undefined && classes.has(sourceOf(use.producer)))) &&
      (use === undefined || !(use.isCall ? isOtherwiseRightCall(use, calls) : isOtherwiseRight(use, right)));
    return uses.some(stands);
  });
  return told(left).map(({ finding }) => finding);
}

const gravity: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** One value given at one place to a loss that a configuration picks: one defect, told once, as it is gravest. */
function told(found: readonly Found[]): readonly Found[] {
  const known = new Set<string>();
  return [...found]
    .sort((a, b) => gravity[a.finding.severity] - gravity[b.finding.severity])
    .filter(({ finding: { path, start, end }, uses }) => {
      const keys = uses.map((use) => use && `${path} ${start} ${end} ${sourceOf(use.producer)}`);
      const isNew = keys.some((key) => key === undefined || !known.has(key));
      for (const key of keys) if (key !== undefined) known.add(key);
      return isNew;
    });
}

function keep(found: Map<string, Found>, rule: Rule, draft: Draft): void {
  const { path, start, end } = draft.place;
  const key = `${rule.id} ${path} ${start} ${end}`;
  const known = found.get(key);
  if (known) {
    const uses = known.uses.length < maxWays ? [...known.uses, draft.use] : known.uses;
    const finding = withRelated(known.finding, draft.related ?? []);
    found.set(key, { ...known, finding: agrees(finding.fixes, draft.fixes ?? []) ? finding : { ...finding, fixes: [] }, uses });
    return;
  }
  const finding: Finding = {
    path,
    start,
    end,
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    message: draft.message,
    related: draft.related ?? [],
    fixes: draft.fixes ?? [],
  };
  found.set(key, { finding, uses: [draft.use], needsClasses: draft.needsClasses === true });
}

/** A safe fix changes nothing, whichever way the program comes there: one way that wants another takes it back. */
function agrees(fixes: Finding['fixes'], others: Finding['fixes']): boolean {
  const text = (all: Finding['fixes']): string =>
    JSON.stringify(all.filter(({ safety }) => safety === 'safe').map(({ edits }) => edits));
  return text(fixes) === text(others);
}

/** Ways and places that one finding tells. */
const maxWays = 24;
const maxRelated = 8;

/** The same defect reached with another producer: its places are told too. */
function withRelated(finding: Finding, related: Finding['related']): Finding {
  const fresh = related.filter(
    (one) => !finding.related.some((known) => known.path === one.path && known.start === one.start && known.end === one.end),
  );
  return fresh.length === 0 ? finding : { ...finding, related: [...finding.related, ...fresh].slice(0, maxRelated) };
}
