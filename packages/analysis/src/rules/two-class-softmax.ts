import type { CallEvent } from '../evaluate/run/listener.ts';
import type { Place } from '../values/space.ts';
import { isKnown, spaceOf } from './engine/mismatch.ts';
import { shortName } from './engine/mismatch-rule.ts';
import { originText, placeText, producerOf, relatedOrigins } from './engine/origin.ts';
import { message, type Rule, type RuleContext } from './engine/rule.ts';
import { axisOfSoftmax } from './engine/softmax-axis.ts';
import { writesSoftmaxLayer } from './engine/written-softmax.ts';

/** softmax([a, b])[1] = σ(b − a): one unit with w = w₁ − w₀ and b = b₁ − b₀ says the same with half the weights. */
export const rule: Rule = {
  id: 'two-class-softmax',
  severity: 'hint',
  onCall(event, context) {
    if (event.row.op === 'dense') rememberHead(event, context);
    if (isTwoUnitSoftmaxLayer(event) && writesSoftmaxLayer(event, context)) {
      const origin = `${shortName(event.row.name)}, ${placeText(event.place, context)}`;
      context.report({ place: event.place, message: message('rule.two-class-softmax', { origin }) });
      return;
    }
    const x = event.args.get('x');
    const space = x && spaceOf(x);
    if (
      !x ||
      event.row.op !== 'softmax' ||
      event.kind === 'construct' ||
      space?.name !== 'logits' ||
      isKnown(x) ||
      !isOverTwo(event)
    )
      return;
    const origin = originText(space, context);
    const inputs = heads.get(context)?.get(placeKey(producerOf(space)?.place));
    context.report({
      place: event.made ?? event.place,
      message:
        inputs === undefined
          ? message('rule.two-class-softmax', { origin })
          : message('rule.two-class-softmax.numbers', { origin, ...numbersOf(inputs) }),
      related: relatedOrigins(space),
    });
  },
};

/** Keras' layers bring their activation along: Dense(2, activation='softmax'). */
function isTwoUnitSoftmaxLayer({ kind, classRow, row, args }: CallEvent): boolean {
  const [units, activation] = [args.get('features'), args.get('activation')];
  const isLayer = kind === 'construct' && (classRow?.call ?? row).op !== undefined && units?.kind === 'int' && units.value === 2;
  return isLayer && activation?.kind === 'text' && activation.value === 'softmax';
}

interface Inputs {
  readonly count: number;
  readonly hasBias: boolean;
}

/** Of each layer with two units that ran: by where its scores come from. */
const heads = new WeakMap<RuleContext, Map<string, Inputs>>();

function rememberHead({ args, result, place }: CallEvent, context: RuleContext): void {
  const units = args.get('features');
  const x = args.get('x');
  const given = args.get('_in_features');
  const width = x?.kind === 'array' ? x.shape?.at(-1) : undefined;
  const count = given?.kind === 'int' ? given.value : width;
  if (units?.kind !== 'int' || units.value !== 2 || typeof count !== 'number') return;
  const bias = args.get('_bias');
  context.remember();
  const known = heads.get(context) ?? new Map<string, Inputs>();
  heads.set(context, known);
  const space = spaceOf(result);
  const made = (space && producerOf(space)?.place) ?? place;
  known.set(placeKey(made), { count, hasBias: !(bias?.kind === 'bool' && !bias.value) });
}

/** A layer's weights and biases: with two units, and with one. */
function numbersOf({ count, hasBias }: Inputs): { readonly two: number; readonly one: number } {
  const one = count + (hasBias ? 1 : 0);
  return { two: 2 * one, one };
}

const placeKey = (place: Place | undefined): string => (place ? `${place.path} ${place.start} ${place.end}` : '');

/** The softmax runs along the axis of a layer's two units. */
function isOverTwo(event: CallEvent): boolean {
  const x = event.args.get('x');
  const axis = axisOfSoftmax(event);
  if (x?.kind !== 'array' || !x.shape || axis === undefined || x.space?.axis === undefined) return false;
  const placed = (at: number): number => (at < 0 ? at + (x.shape?.length ?? 0) : at);
  return placed(axis) === placed(x.space.axis) && x.shape[placed(axis)] === 2;
}
