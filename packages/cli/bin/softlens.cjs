#!/usr/bin/env node
require('../dist/bundle/softlens.cjs');
