/**
 * `torch.nn`, `args.loss`: the text of a name and of what is read of it. The same text is the same string each time: one that is put
 * together anew is copied and hashed anew wherever it is looked up.
 */
export function memberName(object: string, name: string): string {
  const members = known.get(object) ?? new Map<string, string>();
  if (members.size === 0) {
    if (known.size >= maxKnown) known.clear();
    known.set(object, members);
  }
  const before = members.get(name);
  if (before !== undefined) return before;
  const text = `${object}.${name}`;
  if (members.size < maxKnown) members.set(name, text);
  return text;
}

const maxKnown = 4_000;
const known = new Map<string, Map<string, string>>();
