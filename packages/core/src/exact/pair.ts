/** An unevaluated sum high + low of two float64: |low| is at most about one unit in the last place of high. */
export interface Pair {
  high: number;
  low: number;
}
