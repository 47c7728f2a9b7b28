/** Imported first by both entries, so that it is evaluated before all else in the bundle. */
const begun = performance.now();

/** Milliseconds since the bundle began to load. Between that and activation the editor does work of its own, which is not ours to count. */
export function loadedIn(): number {
  return performance.now() - begun;
}
