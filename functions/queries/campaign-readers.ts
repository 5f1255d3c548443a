import { CAMPAIGN_READS } from '../api/campaign-reads.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

export const campaignReaders = ({ campaigns }: Pick<Readings, 'campaigns'>, within: Within) =>
  answered(CAMPAIGN_READS, {
    campaigns: within((scope, reader, { now }) => campaigns.all(scope, reader, now)),
    campaign: within((scope, reader, { parameters: { campaign = '' }, now }) =>
      campaigns.one(scope, campaign, reader, now),
    ),
  });
