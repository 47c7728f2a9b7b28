// The invariants of ARCHITECTURE.md that the type checker cannot see: which package may import what, and what none may use.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Imports go one way: package folder → the workspace packages its sources may import. */
export const mayImport = {
  'packages/core': [],
  'packages/syntax': [],
  'packages/frameworks': [],
  'packages/analysis': ['@softlens/core', '@softlens/syntax', '@softlens/frameworks'],
  'packages/language-service': ['@softlens/analysis', '@softlens/core', '@softlens/syntax', '@softlens/frameworks'],
  'packages/language-server': ['@softlens/language-service', '@softlens/analysis', '@softlens/syntax'],
  'packages/cli': [
    '@softlens/analysis',
    '@softlens/core',
    '@softlens/syntax',
    '@softlens/frameworks',
    '@softlens/language-server',
  ],
  'packages/mdtest': ['@softlens/syntax'],
  'apps/vscode': ['@softlens/language-server', '@softlens/core'],
  'apps/playground': ['@softlens/language-server'],
};

/** Packages that touch no file, clock, process or DOM. */
export const pure = ['core', 'syntax', 'frameworks', 'analysis', 'language-service'].map((name) => `packages/${name}`);

const protocolOwners = ['packages/language-server', 'apps/vscode', 'apps/playground'];
const impureGlobals =
  /(?<![.\w'"`$-])(?:Date\.now|new Date\b|performance\.|process\.|setTimeout\(|setInterval\(|fetch\(|XMLHttpRequest|localStorage|document\.(?:createElement|querySelector|body))/;
const execution = /(?<![.\w'"`])(?:eval\(|new Function\()/;
const sending = /^node:(?:http|https|http2|net|tls|dgram|dns)$/;
const running = /^node:(?:child_process|vm|cluster)$/;

/** Returns a line for every violation in `files`: [{ path, text }], paths from the repository's root with `/`. */
export function violations(files) {
  const found = [];
  for (const { path, text } of files) {
    const owner = Object.keys(mayImport).find((folder) => path.startsWith(`${folder}/src/`));
    if (!owner) continue;
    const say = (what) => found.push(`${path}: ${what}`);
    for (const specifier of specifiersOf(text)) {
      const target = specifier.startsWith('@softlens/') ? specifier.split('/').slice(0, 2).join('/') : undefined;
      if (target && !mayImport[owner].includes(target)) say(`${owner} must not import ${target}`);
      if (/^vscode-language(?:server|client)/.test(specifier) && !protocolOwners.includes(owner))
        say(`only the language server knows the protocol, but this imports ${specifier}`);
      if (pure.includes(owner) && /^(?:node:|vscode$)/.test(specifier))
        say(`${owner} touches no file, clock, process or DOM, but this imports ${specifier}`);
      if (sending.test(specifier)) say(`nothing is ever sent anywhere, but this imports ${specifier}`);
      if (running.test(specifier)) say(`nothing of the user's code is executed, but this imports ${specifier}`);
    }
    const code = withoutComments(text);
    if (execution.test(code)) say("nothing of the user's code is executed, but this uses eval or Function");
    const impure = pure.includes(owner) && code.match(impureGlobals);
    if (impure) say(`${owner} touches no file, clock, process or DOM, but this uses ${impure[0]}`);
  }
  return found;
}

function specifiersOf(text) {
  return [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"]([^'"\n]+)['"]/g)].map((match) => match[1]);
}

function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** tsconfig.json of every pure package must give its sources no ambient types and no DOM. */
export function configurationViolations(configurations) {
  return configurations.flatMap(({ path, options }) => [
    ...((options.types ?? []).length > 0 ? [`${path}: "types" must stay empty`] : []),
    ...((options.lib ?? []).some((lib) => !/^es/i.test(lib)) ? [`${path}: "lib" must hold ECMAScript only`] : []),
  ]);
}

export function readSources(root) {
  return Object.keys(mayImport).flatMap((folder) =>
    walk(join(root, folder, 'src')).map((file) => ({
      path: relative(root, file).replaceAll('\\', '/'),
      text: readFileSync(file, 'utf8'),
    })),
  );
}

function walk(folder) {
  let entries = [];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error; // a package that is not there yet
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return /\.(?:ts|tsx|mts|mjs)$/.test(entry.name) ? [path] : [];
  });
}
