#!/usr/bin/env node
require('../dist/bundle/node.cjs');
