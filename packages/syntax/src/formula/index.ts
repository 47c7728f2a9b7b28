export { readFormula } from './read.ts';
