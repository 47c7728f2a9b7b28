/** The moment this bundle began to load. Imported first by both entries, so that activation is measured from there. */
export const started = performance.now();
