/** What a rule is: it listens to the interpreter and reports what is wrong. Words live in `messages`, under `rule.<id>`. */
import type { Edit, Expectation, Fix, Message, ParsedDocument, Severity } from '../../api.ts';
import type { CallEvent, OperatorEvent } from '../../evaluate/run/listener.ts';
import type { Place } from '../../values/space.ts';
import type { Use } from './choices.ts';

export interface Rule {
  /** Names the bad pattern, so that `ignore[softmax-before-cross-entropy]` reads well. */
  readonly id: string;
  readonly severity: Severity;
  /** How safe the rule's best fix is, for the page and the list of rules. */
  readonly fix?: 'safe' | 'unsafe';
  onCall?(event: CallEvent, context: RuleContext): void;
  onOperator?(event: OperatorEvent, context: RuleContext): void;
  onExpectation?(expectation: Expectation, path: string, context: RuleContext): void;
}

export interface RuleContext {
  report(draft: Draft): void;
  /** Says that the rule remembers the event, whether or not it reports anything. */
  remember(): void;
  /** The parsed document at a path, for fixes. */
  document(path: string): ParsedDocument | undefined;
}

export interface Draft {
  readonly place: Place;
  readonly message: Message;
  /** Differs from the rule's own where this case is milder or graver. */
  readonly severity?: Severity;
  readonly related?: readonly (Place & { readonly message: Message })[];
  readonly fixes?: readonly Fix[];
  /** The value that is wrong there: with another choice it may be right. */
  readonly use?: Use | undefined;
  /** It only stands where the program takes the value for scores of classes elsewhere too: by a loss or an activation. */
  readonly needsClasses?: true;
}

export const message = (key: string, params: Message['params'] = {}): Message => ({ key, params });

export const edit = (place: Place, text: string): Edit => ({ path: place.path, start: place.start, end: place.end, text });

export const samePlace = (a: Place, b: Place): boolean => a.path === b.path && a.start === b.start && a.end === b.end;
