import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import middy from '@middy/core';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { EventBridgeBus } from '../adapters/bus.ts';
import { readEnv } from '../edge/env.ts';
import { logger } from '../edge/logger.ts';
import { relay } from './relay.ts';

const env = readEnv('EVENT_BUS');
const metrics = new Metrics({ namespace: 'Gongkai', serviceName: 'gongkai' });
const bus = new EventBridgeBus(new EventBridgeClient({}), env.EVENT_BUS);

function reportTampering(stream: string, version: string, change: string): void {
  metrics.addMetric('RecordTampered', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  logger.error('the record was tampered with', { stream, version, change });
}

export const handler = middy<DynamoDBStreamEvent>().handler((event) =>
  relay(event.Records, { bus, reportTampering }),
);
