/** What a person does in an editor, and what they see there. */
import type { Locator, Page } from 'playwright-core';

/** What the active editors show; a notebook has one for each cell. */
const seen = (page: Page, selector: string, text: string): Locator =>
  page.locator(`.monaco-editor ${selector}:visible`, { hasText: text }).first();

export const lens = (page: Page, text: string): Locator => seen(page, '.codelens-decoration', text);

/** A line as it is seen: its code with the inlay hints in it. */
export const line = (page: Page, text: string): Locator => seen(page, '.view-line', text);

/** Opens a file through the Explorer: searching by name needs a search provider, which a web folder may lack. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/** Runs a command through the Command Palette, once it is the one that Enter will run. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pick(page, `>${title}`, title);
}

/** Types into the quick input and takes what is wanted, once the list has been filtered and it has the focus. */
async function pick(page: Page, typed: string, label: string): Promise<void> {
  await openPalette(page, typed);
  const wanted = page.locator('.quick-input-widget:visible .monaco-list-row', {
    has: page.locator('.label-name', { hasText: exactly(label) }),
  });
  await wanted.first().waitFor({ timeout: 60_000 });
  const focused = wanted.and(page.locator('.focused'));
  for (let step = 0; step < 20 && !(await focused.isVisible()); step++) await page.keyboard.press('ArrowDown');
  await focused.waitFor();
  await page.keyboard.press('Enter');
  // Another question may follow in the same place.
  await page.waitForFunction((asked) => {
    const open = [...document.querySelectorAll<HTMLElement>('.quick-input-widget')].find((one) => one.style.display !== 'none');
    return open?.querySelector<HTMLInputElement>('.quick-input-box input')?.value !== asked;
  }, typed);
}

/** A key is lost while the focus is on its way out of a page that closes: it is pressed again until the palette is there. */
async function openPalette(page: Page, typed: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input').first();
  for (let step = 0; step < 10; step++) {
    await page.keyboard.press('F1');
    const isThere = await input.fill(typed, { timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  throw new Error('the palette does not open');
}

const exactly = (text: string): RegExp =>
  new RegExp(`^${text.replace(/\.\.\.$/, '').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:\\.\\.\\.|…)?$`);

/** The extension's log, as its own command shows it; the panel is closed again. */
export async function readLog(page: Page, until: string): Promise<string> {
  await runCommand(page, 'Softlens: Show Log');
  const lines = page.locator('.part.panel .view-lines').first();
  await lines.filter({ hasText: until }).waitFor({ timeout: 60_000 });
  const text = (await lines.locator('.view-line').allTextContents()).join('\n').replaceAll('\u00a0', ' ');
  await runCommand(page, 'View: Hide Panel');
  return text;
}

/**
 * Rests the mouse on a token and gives the hover that shows `expected`. The mouse moves away and back until it does: the first
 * hover of a session may come before the server is ready.
 */
export async function hover(page: Page, lineText: string, token: string, expected: string | RegExp): Promise<Locator> {
  const box = page.locator('.monaco-hover:visible', { hasText: expected }).first();
  for (let attempt = 0; ; attempt++) {
    await unhover(page);
    const at = await centre(page, lineText, token);
    await page.mouse.move(at.x - 1, at.y, { steps: 4 });
    await page.mouse.move(at.x, at.y);
    try {
      await box.waitFor({ timeout: 4_000 });
      await settled(box);
      return box;
    } catch (error) {
      if (attempt === 7) throw error;
    }
  }
}

/** Moves the mouse out of the editor and closes what it had opened. */
export async function unhover(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await page.keyboard.press('Escape');
}

/** The middle of a token's own glyphs: the middle of its element may belong to a neighbour. */
async function centre(page: Page, lineText: string, token: string): Promise<{ x: number; y: number }> {
  const shown = line(page, lineText);
  await shown.waitFor({ timeout: 60_000 });
  return await shown.evaluate((element, wanted) => {
    const pieces: { node: Node; start: number }[] = [];
    let text = '';
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      pieces.push({ node, start: text.length });
      text += node.textContent ?? '';
    }
    const at = text.replaceAll('\u00a0', ' ').indexOf(wanted);
    if (at < 0) throw new Error(`no '${wanted}' in '${text}'`);
    const middle = at + Math.floor(wanted.length / 2);
    const piece = pieces.findLast(({ start }) => start <= middle);
    if (piece === undefined) throw new Error('an empty line');
    const range = document.createRange();
    range.setStart(piece.node, middle - piece.start);
    range.setEnd(piece.node, middle - piece.start + 1);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, token);
}

/** Waits until the box has stopped growing: pictures are laid out after the text. */
async function settled(box: Locator): Promise<void> {
  let before = '';
  for (let calm = 0; calm < 3; ) {
    const now = JSON.stringify(await box.boundingBox());
    calm = now === before ? calm + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 80));
  }
}

/** Puts the cursor of the active editor at a line and column, such as `7:12`. */
export async function goTo(page: Page, place: string): Promise<void> {
  const [line, column] = place.split(':');
  const row = page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: line ?? '' }).first();
  // The palette closes when the focus moves, as it does while a webview opens.
  await until(row, () => openPalette(page, `:${place}`));
  await page.keyboard.press('Enter');
  const status = page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` });
  await status.first().waitFor();
}

/**
 * Gives the code the focus, where a page beside it may have it. By its command: a click could land beside a line that is scrolled
 * out of sight.
 */
export async function focusCode(page: Page): Promise<void> {
  await until(page.locator('.editor-instance .monaco-editor.focused').first(), () =>
    runCommand(page, 'View: Focus First Editor Group'),
  );
}

/** Chooses an action of the lamp at a place such as `7:12`. */
export async function pickAction(page: Page, place: string, title: string): Promise<void> {
  await goTo(page, place);
  await takeFromMenu(page, title, () => page.keyboard.press('ControlOrMeta+.'));
}

/** Chooses an action of the lamp in a cell: by its key, as the palette of some versions lacks the command in a notebook. */
export async function pickActionInCell(page: Page, lineText: string, title: string): Promise<void> {
  const focused = page.locator('.notebook-editor .monaco-editor.focused', { hasText: lineText });
  await takeFromMenu(page, title, async () => {
    await until(focused, () => line(page, lineText).click());
    await page.keyboard.press('ControlOrMeta+.');
  });
}

/** Chooses a refactoring at the cursor; `seen` looks at the menu before. */
export async function pickRefactoring(page: Page, title: string, seen: () => Promise<void>): Promise<void> {
  await takeFromMenu(page, title, () => runCommand(page, 'Refactor...'), seen);
}

/**
 * VS Code drops the question for a menu of actions when problems come in meanwhile, as it then asks for its lamp anew, and closes
 * the menu when the focus moves: it is opened again until the action is there, as a person would.
 */
async function takeFromMenu(page: Page, title: string, open: () => Promise<void>, seen?: () => Promise<void>): Promise<void> {
  const rows = page.locator('.action-widget .monaco-list-row');
  const wanted = rows.filter({ hasText: title }).first();
  for (let attempt = 0; attempt < 8; attempt++) {
    await open();
    if (!(await comes(wanted, 10_000)) || !(await focusRow(page, wanted))) {
      // Elsewhere the key would leave the cell of a notebook.
      if (await rows.first().isVisible()) await page.keyboard.press('Escape');
      continue;
    }
    await seen?.();
    await page.keyboard.press('Enter');
    return await wanted.waitFor({ state: 'hidden' });
  }
  throw new Error(`the menu does not show '${title}'`);
}

/** By the keyboard: what lies over the page while the menu opens takes the clicks in some versions. */
async function focusRow(page: Page, wanted: Locator): Promise<boolean> {
  for (let step = 0; step < 20 && (await wanted.isVisible()); step++) {
    if ((await wanted.getAttribute('class', { timeout: 2_000 }).catch(() => null))?.includes('focused')) return true;
    await page.keyboard.press('ArrowDown');
  }
  return false;
}

/** Whether something is seen within a while, in milliseconds. */
const comes = (what: Locator, timeout: number): Promise<boolean> =>
  what.waitFor({ timeout }).then(
    () => true,
    () => false,
  );

/**
 * Does something until what it leads to is seen: a click on a lens that is being drawn anew is lost, and a command that asks for
 * actions is dropped when problems come in meanwhile.
 */
export async function until(outcome: Locator, act: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    await act();
    if (await comes(outcome, 10_000)) return;
  }
  throw new Error(`in vain waited for ${outcome}`);
}

/** Clicks a lens, which leads to `outcome`. */
export const clickLens = (page: Page, text: string, outcome: Locator): Promise<void> =>
  until(outcome, () => lens(page, text).locator('a').first().click());

/** Opens the list behind the language status in the status bar, which says `text` among others. */
export async function openStatus(page: Page, text: string): Promise<void> {
  const said = page.locator('.hover-language-status:visible', { hasText: text }).first();
  await until(said, async () => {
    await page.keyboard.press('Escape');
    await page.locator('[id="status.languageStatus"]').click();
  });
}

/** Replaces what the active editor holds, without what the editor adds to typed brackets. */
export async function replaceAll(page: Page, text: string): Promise<void> {
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  await line(page, text).waitFor();
}
