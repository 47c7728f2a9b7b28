export * from './ndarray/index.ts';
export * from './scalar/index.ts';
export * from './vector/index.ts';
