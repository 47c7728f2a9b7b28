export {
  type Analyse,
  checkTest,
  type Observation,
  type ObservedFinding,
  type ObservedValue,
  type Problem,
} from './check.ts';
export { type MarkdownTest, readTests, type TestFile } from './document.ts';
export { type Expectation, type Level, readExpectations } from './expectations.ts';
export { createTestParser } from './parser.ts';
export { declareSuite, type Runner } from './suite.ts';
export { updateMarkdown } from './update.ts';
