import type { ActivityKind } from '../../domain/activity/vocabulary.ts';
import { idOfReceipt } from '../shell/feedback-receipts.ts';
import type { Readings } from '../shell/readings.ts';
import type { Readers } from './readers.ts';
import type { Within } from './within.ts';

export const activityReaders = (
  { activities }: Pick<Readings, 'activities'>,
  within: Within,
): Pick<Readers, 'activities' | 'activity' | 'trainings'> => ({
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
