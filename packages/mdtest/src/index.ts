export { createTestParser } from './parser.ts';
