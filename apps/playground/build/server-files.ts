/** The language server's bundle as files of the page: the worker, its WebAssembly, and the pages of the rules as HTML. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { ruleHtml } from './rule-page.ts';

/** Written by the language server's own build. */
const bundle = fileURLToPath(new URL('bundle/', import.meta.resolve('@softlens/language-server')));

export async function serverFiles(): Promise<Plugin> {
  const files = readBundle();
  // A browser that kept an older worker must not use it under a newer page.
  const folder = `server-${createHash('sha256')
    .update(Buffer.concat([...files.values()]))
    .digest('hex')
    .slice(0, 8)}`;
  const served = new Map<string, string | Buffer>([...files].map(([name, content]) => [`${folder}/${name}`, content]));
  for (const [name, content] of await rulePages()) served.set(name, content);
  return {
    name: 'softlens-server-files',
    config: () => ({ define: { __SERVER_FOLDER__: JSON.stringify(folder) } }),
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const name = (request.url ?? '').replace(/^\//, '').replace(/[?#].*/, '');
        const content = served.get(name);
        if (content === undefined) return next();
        response.setHeader('Content-Type', typeOf(name));
        response.end(content);
      });
    },
    generateBundle() {
      for (const [fileName, source] of served) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

function readBundle(): ReadonlyMap<string, Buffer> {
  const names = readdirSync(bundle).filter((name) => name === 'browser.js' || name.endsWith('.wasm'));
  return new Map(names.map((name) => [name, withoutMap(name, readFileSync(join(bundle, name)))]));
}

function withoutMap(name: string, content: Buffer): Buffer {
  if (!name.endsWith('.js')) return content;
  return Buffer.from(content.toString('utf8').replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n'));
}

async function rulePages(): Promise<ReadonlyMap<string, string | Buffer>> {
  const folder = join(bundle, 'rules');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const pages = await Promise.all(
    names.map(
      async (name) =>
        [`rules/${name.replace(/\.md$/, '.html')}`, await ruleHtml(name, readFileSync(join(folder, name), 'utf8'))] as const,
    ),
  );
  return new Map<string, string | Buffer>([...pages, ['rules/rules.css', readFileSync(join(import.meta.dirname, 'rules.css'))]]);
}

function typeOf(name: string): string {
  if (name.endsWith('.html')) return 'text/html; charset=utf-8';
  if (name.endsWith('.css')) return 'text/css';
  return name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
}
