/** What a row says of its result and its arguments, as calls that show it. */
import type { Accepts, Gives, Literal, Parameter, SpaceName, When } from '@softlens/frameworks';
import type { Space, Value } from '../../src/index.ts';
import { argumentsText, type Callable } from './callables.ts';
import { asArray, givenText, spaces } from './given.ts';
import { run } from './run.ts';

/** What is wrong with a statement about the result, or undefined. */
export function wrongGives(callable: Callable, gives: Gives): string | undefined {
  const { name } = callable;
  const from = gives.from ?? 'x';
  const expected: SpaceName = gives.space === 'same' ? 'logits' : gives.space;
  const text = callText(callable, gives.when, (role) => {
    if (gives.space === 'same' && role === from) return givenText('logits');
    const [accepted] = callable.accepts.filter((one) => one.role === role && agree(one.when, gives.when));
    const [first] = accepted ? [accepted.space].flat() : [];
    return first && givenText(first, accepted?.family);
  });
  const whole =
    typeof gives.part === 'string' ? `${text}.${gives.part}` : typeof gives.part === 'number' ? `${text}[${gives.part}]` : text;
  const space = spaceOf(run(callable, whole).value);
  if (space?.name !== expected) return `${name} ${JSON.stringify(gives)}: ${space?.name ?? 'nothing'} from ${whole}`;
  if (gives.family !== undefined && space.family !== gives.family) return `${name}: family ${space.family} from ${whole}`;
  return undefined;
}

/** A value of every other space is noticed, and one of a right space is not. */
export function wrongAccepts(callable: Callable, accepts: Accepts): string | undefined {
  const right = [accepts.space].flat();
  const call = (given: string): { readonly text: string; readonly isNoticed: boolean } => {
    const text = callText(callable, accepts.when, (role) => (role === accepts.role ? given : undefined));
    return { text, isNoticed: run(callable, text).noticed.includes(accepts.role) };
  };
  const others = callable.accepts.filter((one) => one !== accepts && one.role === accepts.role && agree(one.when, accepts.when));
  if (others.length > 0) return undefined;
  const wrong = spaces.filter((one) => !right.includes(one));
  const missed = wrong.map((space) => call(givenText(space))).find(({ isNoticed }) => !isNoticed);
  if (missed) return `${callable.name} ${JSON.stringify(accepts)}: not noticed in ${missed.text}`;
  const alarm = right.map((space) => call(givenText(space, accepts.family))).find(({ isNoticed }) => isNoticed);
  if (alarm) return `${callable.name} ${JSON.stringify(accepts)}: noticed in ${alarm.text}`;
  const family = accepts.family && (accepts.family === 'categorical' ? 'bernoulli' : 'categorical');
  const other = family && right[0] && call(givenText(right[0], family));
  return other && !other.isNoticed
    ? `${callable.name} ${JSON.stringify(accepts)}: family not noticed in ${other.text}`
    : undefined;
}

function callText(callable: Callable, when: When | undefined, given: (role: string) => string | undefined): string {
  const { construction, parameters, callee, kind, language, receiver } = callable;
  const argument = ({ role, required }: Parameter): string | undefined => {
    const literal = when !== undefined && role in when ? when[role] : undefined;
    if (literal !== undefined) return literalText(literal, language);
    // Without targets there is no loss.
    return given(role) ?? (required || role === 'target' ? 'unknown_value' : undefined);
  };
  const own = kind === 'property' ? '' : argumentsText(parameters, argument, language);
  const self = receiver === undefined ? undefined : given(receiver);
  const array = self && asArray(self);
  return callee(argumentsText(construction, argument, language), array) + own;
}

function literalText(literal: Literal, language: Callable['language']): string {
  if (typeof literal === 'string') return `'${literal}'`;
  if (language === 'javascript') return String(literal);
  return literal === null ? 'None' : literal === true ? 'True' : literal === false ? 'False' : String(literal);
}

/** Both can hold at once. */
function agree(a: When | undefined, b: When | undefined): boolean {
  return Object.entries(a ?? {}).every(([role, literal]) => !(b && role in b) || b[role] === literal);
}

function spaceOf(value: Value | undefined): Space | undefined {
  return value && 'space' in value ? value.space : undefined;
}
