import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configurationViolations, pure, readSources, violations } from './architecture.mjs';

const root = join(import.meta.dirname, '..');
const broken = (path: string, text: string) => violations([{ path, text }]);

describe('the invariants of the architecture', () => {
  test('hold for every source of the repository', () => {
    const sources = readSources(root);
    expect(sources.length).toBeGreaterThan(50);
    expect(violations(sources)).toEqual([]);
  });

  test('imports go one way', () => {
    expect(broken('packages/core/src/x.ts', "import type { Module } from '@softlens/syntax';")).toHaveLength(1);
    expect(broken('packages/analysis/src/x.ts', "export * from '@softlens/language-service';")).toHaveLength(1);
    expect(broken('packages/analysis/src/x.ts', "import { softmax } from '@softlens/core';")).toEqual([]);
  });

  test('only the language server knows the protocol', () => {
    expect(broken('packages/language-service/src/x.ts', "import { Position } from 'vscode-languageserver';")).toHaveLength(1);
    expect(broken('packages/cli/src/x.ts', "import { Diagnostic } from 'vscode-languageserver-protocol';")).toHaveLength(1);
  });

  test('the pure packages touch no file, clock, process or DOM', () => {
    for (const text of [
      "import fs from 'node:fs';",
      'const t = Date.now();',
      'process.exit(1);',
      'document.createElement("a");',
    ]) {
      expect(broken('packages/syntax/src/x.ts', text), text).toHaveLength(1);
    }
    expect(broken('packages/syntax/src/x.ts', '// Date.now() would be a clock')).toEqual([]);
  });

  test('nothing is executed, nothing is sent', () => {
    expect(broken('packages/cli/src/x.ts', "import { execSync } from 'node:child_process';")).toHaveLength(1);
    expect(broken('packages/language-server/src/x.ts', "import https from 'node:https';")).toHaveLength(1);
    expect(broken('packages/analysis/src/x.ts', 'new Function("return 1")();')).toHaveLength(1);
  });

  test('the type checker gives the pure packages nothing but ECMAScript', () => {
    const base = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;
    const configurations = pure.map((folder) => {
      const path = `${folder}/tsconfig.json`;
      return { path, options: { ...base, ...JSON.parse(readFileSync(join(root, path), 'utf8')).compilerOptions } };
    });
    expect(configurationViolations(configurations)).toEqual([]);
    expect(configurationViolations([{ path: 'x', options: { types: ['node'], lib: ['DOM'] } }])).toHaveLength(2);
  });
});
