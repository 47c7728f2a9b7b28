/** Where the largest element of a group stands: the first of equals, the first NaN if there is one. */
export function largest(values: Float64Array, name: string): number {
  return best(values, name, (x, y) => x > y);
}

/** Where the least element of a group stands: the first of equals, the first NaN if there is one. */
export function least(values: Float64Array, name: string): number {
  return best(values, name, (x, y) => x < y);
}

function best(values: Float64Array, name: string, better: (x: number, y: number) => boolean): number {
  if (values.length === 0) throw new RangeError(`${name}: no elements`);
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? Number.NaN;
    if (Number.isNaN(x)) return i;
    if (better(x, values[at] ?? Number.NaN)) at = i;
  }
  return at;
}
