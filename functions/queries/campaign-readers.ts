import type { Readings } from '../shell/readings.ts';
import type { Readers } from './readers.ts';
import type { Within } from './within.ts';

export const campaignReaders = (
  { campaigns }: Pick<Readings, 'campaigns'>,
  within: Within,
): Pick<Readers, 'campaigns' | 'campaign'> => ({
  campaigns: within((scope, reader, { now }) => campaigns.all(scope, reader, now)),
  campaign: within((scope, reader, { parameters: { campaign = '' }, now }) =>
    campaigns.one(scope, campaign, reader, now),
  ),
});
