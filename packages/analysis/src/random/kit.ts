/** What NumPy's two kinds of generators draw with; everything else is made of it in the same way. */
export interface Kit<State> {
  /** Uniform in [0, 1), of 53 bits. */
  random(): number;
  /** Likewise of 24 bits, where the generator has them. */
  single?(): number;
  /** Normal, with mean 0 and deviation 1. */
  normal(): number;
  /** Uniform in 0 … `most`, both included: what shuffles. */
  interval(most: number): number;
  /** Uniform in low … most, both included. */
  integers(low: number, most: number, count: number, dtype: string): readonly number[];
  /** So many different numbers of 0 … population − 1. */
  withoutReplacement(population: number, count: number): readonly number[];
  /** The words that were taken. */
  readonly taken: number;
  left(): State;
}
