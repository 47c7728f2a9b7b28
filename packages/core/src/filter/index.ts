export type { FilterOptions } from './keep.ts';
export { minPFilter } from './min-p.ts';
export { type TopKFilterOptions, topKFilter } from './top-k.ts';
export { type TopPFilterOptions, topPFilter } from './top-p.ts';
