/** Values of every space, from functions that a configuration could describe: `given.logits()`, `given.logits_of(array)`. */
import type { Family, Found, Library, SpaceName } from '@softlens/frameworks';

export const spaces: readonly SpaceName[] = ['logits', 'probabilities', 'log-probabilities', 'class-index', 'one-hot', 'loss'];
const families: readonly (Family | undefined)[] = [undefined, 'categorical', 'bernoulli'];

export const givenText = (space: SpaceName, family?: Family): string => `given.${functionName(space, family)}()`;

/** The same as an array: what has methods. */
export const asArray = (given: string): string => given.replace('()', '_of(array)');

export function givenRows(library: Library): ReadonlyMap<string, Found> {
  const found = spaces.flatMap((space) =>
    families.flatMap((family): Found[] => {
      const name = `given.${functionName(space, family)}`;
      const row = { kind: 'function', source: 'softlens.json', gives: [{ space, ...(family && { family }), axis: -1 }] } as const;
      return [
        { library, row: { ...row, name, signature: '()' } },
        { library, row: { ...row, name: `${name}_of`, signature: '(x)', op: 'identity' } },
      ];
    }),
  );
  return new Map(found.map((one) => [one.row.name, one]));
}

const functionName = (space: SpaceName, family?: Family): string =>
  [space.replace('-', '_'), ...(family ? [family] : [])].join('_');
