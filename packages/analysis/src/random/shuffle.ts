/** Shuffling as R. A. Fisher and F. Yates do it, from the end: D. E. Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P. */

/** 0 … n − 1 in random order; `interval` draws from 0 to a number, both included. */
export function shuffledRange(n: number, interval: (most: number) => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  shuffleFrom(order, 1, interval);
  return order;
}

/** Shuffles all items where `first` is 1; else those from `first` on get some item from anywhere. */
export function shuffleFrom(items: number[], first: number, interval: (most: number) => number): void {
  for (let i = items.length - 1; i >= first; i--) swap(items, i, interval(i));
}

export function swap(items: number[], i: number, j: number): void {
  const moved = items[i] as number;
  items[i] = items[j] as number;
  items[j] = moved;
}
