/** Damage as it happens while people edit: a stretch cut out, doubled or moved anywhere. */

/** Numbers in [0, 1) from a seed (mulberry32), so that what failed once can be repeated. */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function edited(text, random) {
  const start = Math.floor(random() * (text.length + 1));
  const piece = text.slice(start, start + 1 + Math.floor(random() ** 3 * 400));
  const kind = Math.floor(random() * 3);
  const rest = kind === 1 ? text : text.slice(0, start) + text.slice(start + piece.length);
  if (kind === 0) return rest;
  const to = Math.floor(random() * (rest.length + 1));
  return rest.slice(0, to) + piece + rest.slice(to);
}
