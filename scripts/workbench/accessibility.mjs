/** Rules of WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** @typedef {{ id: string, nodes: { target: string[], any: { message: string }[] }[] }} Violation */

/**
 * What axe-core has to say of a page, or of a frame in it, as it is shown: one line for each element that breaks a rule.
 * @param {{ evaluate(script: string): Promise<unknown> }} page a page or frame of Playwright
 * @param {string} axe the source of axe-core
 * @returns {Promise<string[]>}
 */
export async function inaccessible(page, axe) {
  await page.evaluate(axe);
  const asked = `axe.run(${JSON.stringify({ runOnly: rules })}).then(({ violations }) => violations)`;
  const violations = /** @type {Violation[]} */ (await page.evaluate(asked));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`.trim()),
  );
}
