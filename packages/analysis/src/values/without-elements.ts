import type { ArrayValue } from './value.ts';

/** What holds of an array whose elements are not known, or no longer: neither these nor how they were computed. */
export type WithoutElements = Omit<ArrayValue, 'data' | 'texts' | 'partial' | 'form'>;

export function withoutElements(array: ArrayValue): WithoutElements {
  const { data: _data, texts: _texts, partial: _partial, form: _form, ...rest } = array;
  return rest;
}
