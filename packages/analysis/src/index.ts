export type * from './api.ts';
export type * from './values/condition.ts';
export type * from './values/dim.ts';
export type * from './values/space.ts';
export type * from './values/value.ts';
