import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import middy from '@middy/core';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { EventBridgeBus } from '../adapters/bus.ts';
import { readEnv } from '../edge/env.ts';
import { logger } from '../edge/logger.ts';
import { count } from '../edge/metrics.ts';
import { relay } from './relay.ts';

const env = readEnv('EVENT_BUS');
const bus = new EventBridgeBus(new EventBridgeClient({}), env.EVENT_BUS);

function reportTampering(stream: string, version: string, change: string): void {
  count('RecordTampered', 1);
  logger.error('the record was tampered with', { stream, version, change });
}

export const handler = middy<DynamoDBStreamEvent>().handler((event) =>
  relay(event.Records, { bus, reportTampering }),
);
