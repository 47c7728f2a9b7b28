/**
 * A configuration value that picks the loss picks it for some models and not for others. Where the same output goes rightly into
 * another loss under another choice, the pair that does not fit is one that nobody configures.
 */
import type { CallEvent } from '../../evaluate/run/listener.ts';
import { baseSubject, type Condition, type Conditions, compatible, contradicts } from '../../values/condition.ts';
import type { Place, Space } from '../../values/space.ts';
import { consumerOf } from './consumer.ts';
import { applicable, literalOf, sameFamily, spaceOf } from './mismatch.ts';
import { producerOf } from './origin.ts';
import { samePlace } from './rule.ts';

/** A value's way into a parameter: where it got its space, and what is assumed on the way. */
export interface Use {
  readonly producer: Place;
  readonly conditions: Conditions;
  /** The call that takes it. */
  readonly consumer: Place;
  /** The producer is the call itself, whatever it is given. */
  readonly isCall?: true;
}

export function useOf(space: Space, { place, conditions }: Pick<CallEvent, 'place' | 'conditions'>): Use | undefined {
  const producer = producerOf(space)?.place;
  return producer && { producer, conditions, consumer: place };
}

/** The values that a loss takes as it wants them. */
export function rightUses(event: CallEvent): readonly Use[] {
  return applicable(event).flatMap(({ role, space: wanted, family }) => {
    const value = event.args.get(role);
    const space = value && spaceOf(value);
    if (!space || consumerOf(event, role) !== 'loss' || !wanted.includes(space.name) || !sameFamily(family, space.family))
      return [];
    const use = useOf(space, event);
    return use ? [use] : [];
  });
}

/** The call itself as a use: another choice may lead something else there. */
export const useAt = ({ place, conditions }: Pick<CallEvent, 'place' | 'conditions'>): Use => ({
  producer: place,
  conditions,
  consumer: place,
  isCall: true,
});

/** Activations of what is no probability yet, and layers of more than one unit, under some condition. */
export function rightActivations(event: CallEvent): readonly Use[] {
  if (event.conditions.length === 0) return [];
  if (event.kind === 'construct')
    return event.args.has('features') && literalOf(event.args.get('features')) !== 1 ? [useAt(event)] : [];
  const x = event.args.get('x');
  if (!x || consumerOf(event, 'x') !== 'activation') return [];
  return spaceOf(x)?.name === 'probabilities' ? [] : [useAt(event)];
}

/**
 * True when the same call is right under another choice (`act = Sigmoid() if n == 1 else Identity()`, then a softmax), or when two switches
 * are needed to make it wrong: `if self.sigmoid: x = sigmoid(x)`, then `if self.softmax: x = softmax(x)`.
 */
export function isOtherwiseRightCall(use: Use, right: readonly Use[]): boolean {
  const here = right.filter(({ producer }) => samePlace(producer, use.producer));
  return isOtherwiseRight(use, here) || here.some(({ conditions }) => isOneOfSwitches(use.conditions, conditions));
}

function isOneOfSwitches(wrong: Conditions, right: Conditions): boolean {
  const turned = turnedSubjects(wrong, right);
  return turned.size > 0 && wrong.some((one) => one.holds && !turned.has(subjectOf(one)));
}

/** Where values come from that the call takes for scores: a loss of logits, a softmax, a sigmoid. */
export function classified(event: CallEvent): readonly string[] {
  const x = event.args.get('x');
  const space = x && spaceOf(x);
  if (space?.name !== 'logits' || event.kind === 'construct') return [];
  const place = producerOf(space)?.place;
  const consumer = consumerOf(event, 'x');
  return place && (consumer === 'loss' ? applicable(event).length > 0 : consumer === 'activation') ? [sourceOf(place)] : [];
}

export const sourceOf = ({ path, start }: Place): string => `${path} ${start}`;

/** What has to be chosen otherwise to come from one set of conditions to another. */
function turnedSubjects(from: Conditions, to: Conditions): ReadonlySet<string> {
  return new Set(from.filter((one) => to.some((other) => contradicts(one, other))).map(subjectOf));
}

/** True when a choice made for this use, made otherwise, leads the same value into a loss that fits. */
export function isOtherwiseRight(use: Use, right: readonly Use[]): boolean {
  return isChosenOtherwise(use, right) || isPairedOtherwise(use, right) || isPickedByPosition(use, right);
}

/**
 * A list is filled under a test of which nothing is known (`if i == j: CrossEntropyLoss() else: KLDivLoss()`), and one of its elements
 * is called: where the same value suits the other element at the same call, the position decides, and that is not seen.
 */
function isPickedByPosition(use: Use, right: readonly Use[]): boolean {
  const here = right.filter((one) => samePlace(one.producer, use.producer) && samePlace(one.consumer, use.consumer));
  return here.some(({ conditions }) => [...turnedSubjects(use.conditions, conditions)].some(isUnnamedTest));
}

/** One switch picks the value and another the loss, and each has its right partner: they are to be turned together. */
function isPairedOtherwise(use: Use, right: readonly Use[]): boolean {
  const turned = (one: Use): ReadonlySet<string> => turnedSubjects(use.conditions, one.conditions);
  const [losses, values] = [
    right.filter((one) => samePlace(one.producer, use.producer)).map(turned),
    right.filter((one) => samePlace(one.consumer, use.consumer)).map(turned),
  ];
  return losses.some(
    (loss) => loss.size > 0 && values.some((value) => value.size > 0 && ![...value].some((subject) => loss.has(subject))),
  );
}

const isUnnamedTest = (subject: string): boolean => subject.startsWith('test#');

function isChosenOtherwise(use: Use, right: readonly Use[]): boolean {
  const chosen = new Set([...use.conditions.filter(isChoice).map(subjectOf), ...bounded(use.conditions)]);
  if (chosen.size === 0) return false;
  return right.some(
    ({ producer, conditions }) =>
      producer.path === use.producer.path &&
      producer.start === use.producer.start &&
      conditions.some((one) => chosen.has(subjectOf(one))) &&
      !compatible(conditions, use.conditions),
  );
}

/** `args.dataset == 'x'`, `args.dataset in ('x', 'y')`: not the default. */
const subjectOf = ({ subject }: Condition): string => baseSubject(subject);
export const isChoice = (one: Condition): boolean => one.holds && (one.test === 'equals' || subjectOf(one) !== one.subject);

/**
 * What a bound and another test speak of: `n <= 2` for the model, `n == 2` for the loss. Both sides look at the number, and only the
 * numbers between their bounds, which nobody has in mind, make a pair that does not fit.
 */
const bounded = (conditions: Conditions): readonly string[] =>
  conditions
    .filter((one) => one.test === 'below' && conditions.some((other) => other !== one && subjectOf(other) === one.subject))
    .map(({ subject }) => subject);
