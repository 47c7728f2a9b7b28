#!/usr/bin/env node
// Newer versions of Node keep the compiled bundle for the next start.
require('node:module').enableCompileCache?.();
require('../dist/bundle/softlens.cjs');
