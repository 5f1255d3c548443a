import { printLine, SERVICE } from './logger.ts';

/**
 * Counts something in CloudWatch without a call: a line in the embedded metric format, which the log turns into a
 * metric of namespace `Gongkai` with the dimension `service`.
 */
export function count(metric: string, value: number): void {
  printLine({
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [
        { Namespace: 'Gongkai', Dimensions: [['service']], Metrics: [{ Name: metric, Unit: 'Count' }] },
      ],
    },
    service: SERVICE,
    [metric]: value,
  });
}
