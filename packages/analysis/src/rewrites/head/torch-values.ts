/** Which values come from the head that is rewritten, and what they are by now. */
import type { Call } from '@softlens/syntax';
import type { Place } from '../../values/space.ts';
import type { LibraryObject, Value } from '../../values/value.ts';
import { placeIn, placeKey, type SourceTree } from '../source-tree.ts';

/** `nn.Linear(h, 2)` with the number written out. */
export interface TorchHead {
  readonly tree: SourceTree;
  readonly call: Call;
  readonly units: 1 | 2;
  readonly place: Place;
}

/** The raw scores with their axis of units, the scores without it, or what an activation made of them. */
export type Stage =
  | { readonly kind: 'scores' | 'flat' }
  | { readonly kind: 'softmax' | 'logSoftmax' | 'sigmoid'; readonly site: Place };

/** Stages of the head's values. `mixed` where a value may come from elsewhere too. */
export type StageOf = (value: Value) => Stage | 'mixed' | undefined;

export function torchHeads(trees: readonly SourceTree[]): readonly TorchHead[] {
  return trees.flatMap((tree) =>
    tree.facts.flatMap((fact): TorchHead[] => {
      const made = fact.call?.row.name === 'torch.nn.Linear' ? libraryObject(fact.value) : undefined;
      const units = made?.args.get('features');
      const place = placeIn(tree, fact);
      const call = tree.expressionAt(fact);
      if (!made || placeKey(made.place) !== placeKey(place) || call?.kind !== 'call' || units?.kind !== 'int') return [];
      return units.value === 1 || units.value === 2 ? [{ tree, call, units: units.value, place }] : [];
    }),
  );
}

/** Undefined where a call of the head may be one of another layer. */
export function stagesOf(head: TorchHead, trees: readonly SourceTree[]): StageOf | undefined {
  const places = callsOf(head.place, trees);
  if (!places) return undefined;
  const own = new Set([placeKey(head.place), ...places.map(placeKey)]);
  return (value) => {
    const kinds = of(value).map((one) => stage(one, own));
    const [first] = kinds;
    return kinds.every((kind) => same(kind, first)) ? first : kinds.some((kind) => kind !== undefined) ? 'mixed' : undefined;
  };
}

/** Where an object made at the place is called; undefined where that may be another one too. */
export function callsOf(made: Place, trees: readonly SourceTree[]): readonly Place[] | undefined {
  const places: Place[] = [];
  for (const tree of trees) {
    for (const fact of tree.facts) {
      const call = fact.call && tree.expressionAt(fact);
      const callee = call?.kind === 'call' ? tree.factOf(call.callee)?.value : undefined;
      const makers = callee ? of(callee).map((one) => libraryObject(one)?.place) : [];
      const ours = makers.filter((place) => place && placeKey(place) === placeKey(made));
      if (ours.length === 0) continue;
      if (ours.length < makers.length) return undefined;
      places.push(placeIn(tree, fact));
    }
  }
  return places;
}

/** The one object that a value is, by where it was made: a module that is imported makes its own another time. */
export function libraryObject(value: Value | undefined): LibraryObject | undefined {
  const [first, ...others] = value ? of(value).map(objectOf) : [];
  return first && others.every((one) => one && placeKey(one.place) === placeKey(first.place)) ? first : undefined;
}

const objectOf = (value: Value): LibraryObject | undefined =>
  value.kind === 'reference' && value.state?.kind === 'libraryObject' ? value.state : undefined;

/** The one object that a callee is, wherever it was made. */
export const calledObject = (tree: SourceTree, call: Call): LibraryObject | undefined =>
  libraryObject(tree.factOf(call.callee)?.value);

export const of = (value: Value): readonly Value[] =>
  value.kind === 'alternatives' ? value.of.map((one) => one.value) : [value];

function stage(value: Value, own: ReadonlySet<string>): Stage | undefined {
  const space = value.kind === 'array' || value.kind === 'unknown' || value.kind === 'float' ? value.space : undefined;
  const [first, second, third] = space?.origin ?? [];
  if (!space || !first || !own.has(placeKey(first.place)) || third) return undefined;
  if (!second) return space.name === 'logits' ? { kind: space.axis === undefined ? 'flat' : 'scores' } : undefined;
  const isWhole = space.axis !== undefined;
  if (/\.softmax$|\.Softmax$/.test(second.what) && space.name === 'probabilities' && isWhole)
    return { kind: 'softmax', site: second.place };
  if (/\.log_softmax$|\.LogSoftmax$/.test(second.what) && space.name === 'log-probabilities' && isWhole)
    return { kind: 'logSoftmax', site: second.place };
  if (/\.sigmoid$|\.Sigmoid$|\.expit$/.test(second.what) && space.name === 'probabilities')
    return { kind: 'sigmoid', site: second.place };
  return undefined;
}

function same(a: Stage | undefined, b: Stage | undefined): boolean {
  if (!a || !b) return a === b;
  return a.kind === b.kind && ('site' in a ? 'site' in b && placeKey(a.site) === placeKey(b.site) : true);
}
