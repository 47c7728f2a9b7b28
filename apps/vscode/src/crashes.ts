/** A server that ends by itself is started again, but not time and again. */

const maxRestarts = 4;
const spanMilliseconds = 180_000;

/** Told of each end, in milliseconds of any clock, it says whether to start again. */
export function createRestarts(): (now: number) => boolean {
  const ends: number[] = [];
  return (now) => {
    ends.push(now);
    if (ends.length <= maxRestarts) return true;
    const first = ends.shift() ?? now;
    return now - first > spanMilliseconds;
  };
}
