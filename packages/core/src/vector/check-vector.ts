/** Throws a RangeError that names the function if the vector is empty. */
export function checkVector(z: ArrayLike<number>, name: string): void {
  if (z.length === 0) throw new RangeError(`${name}: the vector is empty`);
}
