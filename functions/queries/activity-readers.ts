import type { ActivityKind } from '../../domain/activity/vocabulary.ts';
import { ACTIVITY_READS } from '../api/activity-reads.ts';
import { idOfReceipt } from '../shell/feedback-receipts.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

export const activityReaders = ({ activities }: Pick<Readings, 'activities'>, within: Within) =>
  answered(ACTIVITY_READS, {
    activities: within((scope, reader, { query, now }) =>
      activities.all(scope, reader, now, query as { year?: number; kind?: ActivityKind }),
    ),
    activity: within((scope, reader, { parameters: { activity = '' }, receipt }) =>
      activities.one(scope, activity, reader, receipt && idOfReceipt(scope, receipt)),
    ),
    trainings: within((scope, reader, { query, now }) =>
      activities.trainings(scope, reader, now, (query as { year?: number }).year),
    ),
  });
