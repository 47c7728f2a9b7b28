/**
 * Learning rate schedulers: each `step()` writes the next rate into the groups of the optimizer, by the chainable form that PyTorch
 * computes. https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate
 */
import type { Range } from '@softlens/syntax';
import { precisePower } from '../../operations/scalars/power.ts';
import { float, int, text } from '../../values/make.ts';
import type { LibraryObject, Reference, Value } from '../../values/value.ts';
import { callWith } from '../calls/calls.ts';
import { knownItems, newList, setState, stateOf } from '../objects/objects.ts';
import { type Run, unknown } from '../run/run.ts';

interface Rates {
  /** The group's rate now, and the one it began with. */
  readonly rate: number;
  readonly initial: number;
  readonly epoch: number;
}

/** The next rate, or undefined where it is not known. */
type Rule = (rates: Rates, setting: (name: string) => number) => number | undefined;

const rules: Readonly<Record<string, Rule>> = {
  StepLR: ({ rate, epoch }, setting) => (epoch === 0 || epoch % setting('_step_size') !== 0 ? rate : rate * setting('_gamma')),
  ExponentialLR: ({ rate, epoch }, setting) => (epoch === 0 ? rate : rate * setting('_gamma')),
  ConstantLR: ({ rate, epoch }, setting) =>
    epoch === 0 ? rate * setting('_factor') : epoch === setting('_total') ? rate * (1 / setting('_factor')) : rate,
  LinearLR: ({ rate, epoch }, setting) => {
    const [start, end, total] = [setting('_start'), setting('_end'), setting('_total')];
    if (epoch === 0) return rate * start;
    return epoch > total ? rate : rate * (1 + (end - start) / (total * start + (epoch - 1) * (end - start)));
  },
  PolynomialLR: ({ rate, epoch }, setting) => {
    const total = setting('_total');
    if (epoch === 0 || epoch > total) return rate;
    return rate * precisePower((1 - epoch / total) / (1 - (epoch - 1) / total), setting('_power'));
  },
  CosineAnnealingWarmRestarts: ({ initial, epoch }, setting) => {
    const [first, factor, least] = [setting('_period'), setting('_factor'), setting('_least')];
    let [length, since] = [first, epoch];
    while (since >= length) {
      since -= length;
      length *= factor;
    }
    return least + ((initial - least) * (1 + Math.cos((Math.PI * since) / length))) / 2;
  },
  CosineAnnealingLR: ({ rate, initial, epoch }, setting) => {
    const [period, least] = [setting('_period'), setting('_least')];
    if (epoch === 0) return rate;
    if ((epoch - 1 - period) % (2 * period) === 0) return rate + ((initial - least) * (1 - Math.cos(Math.PI / period))) / 2;
    const ratio = (1 + Math.cos((Math.PI * epoch) / period)) / (1 + Math.cos((Math.PI * (epoch - 1)) / period));
    return ratio * (rate - least) + least;
  },
};

/** A new scheduler begins with its first step. */
export function startScheduler(run: Run, name: string, args: ReadonlyMap<string, Value>, node: Range): void {
  if (name.endsWith('ReduceLROnPlateau')) return;
  const first = args.get('_last_epoch');
  const isNew = !first || (first.kind === 'int' && first.value === -1);
  advance(run, name, args, isNew ? 0 : undefined, node);
}

export function stepScheduler(run: Run, self: Reference, state: LibraryObject, given: boolean, node: Range): void {
  const before = state.fields.get('last_epoch') ?? int(0);
  const epoch = before.kind === 'int' && !given ? Number(before.value) + 1 : undefined;
  const fields = new Map(state.fields).set('last_epoch', epoch === undefined ? unknown(run, 'unmodelled', 'epoch') : int(epoch));
  setState(run, self, { ...state, fields });
  advance(run, state.row.name, state.args, epoch, node);
}

/** `ReduceLROnPlateau.step(loss)`: https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html */
export function stepPlateau(run: Run, self: Reference, state: LibraryObject, given: Value | undefined): void {
  const { args, fields } = state;
  const setting = (name: string): number => numberOf(args.get(name));
  const [mode, scale] = ['_mode', '_threshold_mode'].map((name) => wordOf(args.get(name)));
  const metric = given?.kind === 'array' && given.data?.data.length === 1 ? Number(given.data.data[0]) : numberOf(given);
  const bad = fields.get('num_bad_epochs') ?? int(0);
  const isKnown = !Number.isNaN(metric) && bad.kind === 'int' && mode !== undefined && scale !== undefined;
  const start = mode === 'max' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const best = fields.get('best') ? numberOf(fields.get('best')) : start;
  const [threshold, pause] = [setting('_threshold'), Math.max(numberOf(fields.get('cooldown_counter') ?? int(0)), 0)];
  const margin = scale === 'rel' && Number.isFinite(best) ? best * threshold : scale === 'rel' ? 0 : threshold;
  const isBetter = mode === 'max' ? metric > best + margin : metric < best - margin;
  const resting = pause > 0;
  const count = isBetter || resting ? 0 : numberOf(bad) + 1;
  const reduces = count > setting('_patience');
  const unknownNow = unknown(run, 'unmodelled', 'plateau');
  const now = new Map(fields)
    .set('best', isKnown ? float(isBetter ? metric : best) : unknownNow)
    .set('num_bad_epochs', isKnown ? int(reduces ? 0 : count) : unknownNow)
    .set('cooldown_counter', int(reduces ? setting('_cooldown') || 0 : Math.max(pause - 1, 0)));
  setState(run, self, { ...state, fields: now });
  run.opaque = true;
  for (const { reference, dict, entries } of groupsOf(run, args)) {
    const rate = numberOf(entries.get('s:lr')?.value);
    const lower = Math.max(rate * setting('_factor'), setting('_least'));
    const next = isKnown ? known(reduces && rate - lower > setting('_eps') ? lower : rate) : undefined;
    setState(run, reference, {
      ...dict,
      entries: new Map(entries).set('s:lr', { key: text('lr'), value: next ?? unknown(run, 'unmodelled', 'lr') }),
    });
  }
}

const wordOf = (value: Value | undefined): string | undefined => (value?.kind === 'text' ? value.value : undefined);

/** `get_last_lr()`: the rates as the groups have them. */
export function lastRates(run: Run, state: LibraryObject): Value {
  const rates = groupsOf(run, state.args).map(({ entries }) => entries.get('s:lr')?.value ?? unknown(run, 'unmodelled', 'lr'));
  return rates.length > 0 ? newList(run, rates) : unknown(run, 'unmodelled', 'lr');
}

function groupsOf(run: Run, args: ReadonlyMap<string, Value>) {
  const optimizer = args.get('_optimizer');
  const state = optimizer?.kind === 'reference' ? stateOf(run, optimizer) : undefined;
  const groups = state?.kind === 'libraryObject' ? state.fields.get('param_groups') : undefined;
  return ((groups && knownItems(run, groups)) ?? []).flatMap((reference) => {
    const dict = reference.kind === 'reference' ? stateOf(run, reference) : undefined;
    return reference.kind === 'reference' && dict?.kind === 'dict' ? [{ reference, dict, entries: dict.entries }] : [];
  });
}

function advance(run: Run, row: string, args: ReadonlyMap<string, Value>, epoch: number | undefined, node: Range): void {
  run.opaque = true;
  const name = row.slice(row.lastIndexOf('.') + 1);
  for (const [i, { reference, dict, entries }] of groupsOf(run, args).entries()) {
    const initial = entries.get('s:initial_lr')?.value ?? entries.get('s:lr')?.value ?? unknown(run, 'unmodelled', 'lr');
    const rate = entries.get('s:lr')?.value ?? initial;
    const next = epoch === undefined ? undefined : nextRate(run, name, args, { rate, initial, epoch, i }, node);
    setState(run, reference, {
      ...dict,
      entries: new Map(entries)
        .set('s:initial_lr', { key: text('initial_lr'), value: initial })
        .set('s:lr', { key: text('lr'), value: next ?? unknown(run, 'unmodelled', 'lr') }),
    });
  }
}

interface Turn {
  readonly rate: Value;
  readonly initial: Value;
  readonly epoch: number;
  readonly i: number;
}

function nextRate(
  run: Run,
  name: string,
  args: ReadonlyMap<string, Value>,
  { rate, initial, epoch, i }: Turn,
  node: Range,
): Value | undefined {
  const [now, first] = [numberOf(rate), numberOf(initial)];
  if (name === 'LambdaLR') return byLambda(run, args.get('_lambda'), first, epoch, i, node);
  if (name === 'MultiplicativeLR') return epoch === 0 ? known(now) : byLambda(run, args.get('_lambda'), now, epoch, i, node);
  if (name === 'MultiStepLR') {
    const milestones = args.get('_milestones');
    const times = milestones && knownItems(run, milestones)?.map(numberOf);
    const count = times?.filter((time) => time === epoch).length;
    if (count === undefined || times?.some(Number.isNaN)) return undefined;
    return known(count === 0 ? now : now * precisePower(numberOf(args.get('_gamma') ?? float(0.1)), count));
  }
  return known(rules[name]?.({ rate: now, initial: first, epoch }, (setting) => numberOf(args.get(setting))));
}

/** A function of the epoch, or one for each group. */
function byLambda(run: Run, given: Value | undefined, initial: number, epoch: number, i: number, node: Range): Value | undefined {
  const fn = given && (knownItems(run, given)?.[i] ?? given);
  return fn && known(initial * numberOf(callWith(run, fn, [int(epoch)], node)));
}

const known = (rate: number | undefined): Value | undefined =>
  rate === undefined || Number.isNaN(rate) ? undefined : float(rate);

const numberOf = (value: Value | undefined): number =>
  value?.kind === 'int' || value?.kind === 'float' ? Number(value.value) : Number.NaN;
