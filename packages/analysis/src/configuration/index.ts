export { userRowsByName } from '@softlens/frameworks';
export { applyConfiguration } from './apply.ts';
export type { Configuration, ConfigurationProblem, Override, RuleSettings } from './configuration.ts';
export { nearest } from './nearest.ts';
export { problemText } from './problem-text.ts';
export { configurationSchema } from './schema.ts';
export { validateConfiguration } from './validate.ts';
