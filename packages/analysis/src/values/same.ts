import type { Space } from './space.ts';

/** Whether two spaces claim the same and come from the same place. */
export function sameSpace(a: Space | undefined, b: Space | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return (
    a.name === b.name &&
    a.family === b.family &&
    a.axis === b.axis &&
    a.classes === b.classes &&
    a.guarded === b.guarded &&
    sameOrigin(a, b)
  );
}

/** The producer decides: two branches that each apply a softmax are two origins, one softmax passed on in two ways is one. */
function sameOrigin(a: Space, b: Space): boolean {
  const first = a.origin[0];
  const second = b.origin[0];
  if (!first || !second) return first === second;
  return first.what === second.what && first.place.start === second.place.start && first.place.path === second.place.path;
}
