/** The built page as a visitor has it: static files under a sub-path, in a real Chromium. */
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

const dist = join(import.meta.dirname, '../../dist');
const shots = join(import.meta.dirname, '../../shots');
const subPath = '/some/where/softlens/';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

export interface Site {
  readonly url: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** No headers but the type, as the plainest server of files does. */
export async function serve(executablePath: string): Promise<Site> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname;
    const name = path === subPath ? 'index.html' : normalize(path.slice(subPath.length));
    const file = join(dist, name);
    if (!path.startsWith(subPath) || name.startsWith('..') || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  return {
    url: `http://127.0.0.1:${port}${subPath}`,
    browser,
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface Visit {
  readonly page: Page;
  /** What the console complained of, and what was asked of other places: both stay empty. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function visit(site: Site, hash = '', options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    colorScheme: 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  context.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(?:data|blob):/.test(request.url())) complaints.push(request.url());
  });
  await page.goto(site.url + hash);
  await ready(page);
  return { page, complaints, close: () => context.close() };
}

/** The server has said what it has to say of all files. */
export async function ready(page: Page): Promise<void> {
  await page.locator('.status[data-status=ready]').waitFor({ timeout: 30_000 });
}

/** Follows a link within the page that is open. */
export async function follow(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = '';
    location.hash = next;
  }, hash);
}

/** What the list of problems says: file and line, and rule. */
export async function problems(page: Page): Promise<string[]> {
  const items = page.locator('.panel > ul > li');
  const found = await items.evaluateAll((all) =>
    all.map((one) => `${one.querySelector('.places button')?.textContent} ${one.querySelector('.places a')?.textContent}`),
  );
  return found;
}

/** A line as it is seen: its code with the hints in it. */
export const line = (page: Page, text: string): Locator => page.locator('.monaco-editor .view-line', { hasText: text }).first();

/** Puts the cursor at the end of the line that holds `lineText` and types. */
export async function typeAt(page: Page, lineText: string, text: string): Promise<void> {
  await line(page, lineText).click();
  await page.keyboard.press('End');
  // In one piece, as a paste: the editor indents and closes brackets for those who type.
  await page.keyboard.insertText(text);
}

/** Rests the mouse on the middle of a word in the line that holds `lineText`, again until the hover shows what is expected. */
export async function hover(page: Page, lineText: string, word: string, expected: string): Promise<Locator> {
  const box = page.locator('.monaco-hover:visible', { hasText: expected }).first();
  for (let attempt = 0; ; attempt++) {
    const at = await centre(page, lineText, word);
    await page.mouse.move(2, 2);
    await page.mouse.move(at.x - 1, at.y, { steps: 3 });
    await page.mouse.move(at.x, at.y);
    try {
      await box.waitFor({ timeout: 3_000 });
      return box;
    } catch (error) {
      if (attempt === 4) throw error;
    }
  }
}

async function centre(page: Page, lineText: string, word: string): Promise<{ x: number; y: number }> {
  const shown = line(page, lineText);
  await shown.waitFor();
  return await shown.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces: { node: Node; start: number }[] = [];
    let text = '';
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      pieces.push({ node, start: text.length });
      text += node.textContent ?? '';
    }
    const middle = text.replaceAll('\u00a0', ' ').indexOf(wanted) + Math.floor(wanted.length / 2);
    const piece = pieces.findLast(({ start }) => start <= middle);
    if (!piece) throw new Error(`no '${wanted}' in '${text}'`);
    const range = document.createRange();
    range.setStart(piece.node, middle - piece.start);
    range.setEnd(piece.node, middle - piece.start + 1);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, word);
}

export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}
