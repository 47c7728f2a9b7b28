/** A size along an axis: known, or a symbol such as `N` (equal symbols are equal sizes), or `?` when nothing is known. */
export type Dim = number | string;
/** Absent where even the rank is unknown. */
export type Shape = readonly Dim[];

export const unknownDim: Dim = '?';

export const shapeOfRank = (rank: number): Shape => Array.from({ length: rank }, () => unknownDim);
