#!/usr/bin/env node
// Newer versions of Node keep the compiled bundle for the next start.
require('node:module').enableCompileCache?.();
const bundle = require('node:path').join(__dirname, '../dist/bundle/softlens.cjs');
if (require('node:fs').existsSync(bundle)) require(bundle);
else {
  // Only in a checkout: what is published is built.
  console.error('softlens is not built yet: `npm run build` in the repository builds it.');
  process.exitCode = 2;
}
