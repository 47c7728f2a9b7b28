/** The published JSON schema of softlens.json. */
import { reportedRules } from '@softlens/analysis';
import { configurationSchema } from '@softlens/analysis/configuration';

export const schemaText = (): string => `${JSON.stringify(configurationSchema(reportedRules.map(({ id }) => id)), null, 2)}\n`;
