import { Logger } from '@aws-lambda-powertools/logger';

/** One JSON line a message. Log ids and codes, never names, texts or whole events: they may hold personal data. */
export const logger = new Logger({ serviceName: 'gongkai' });
