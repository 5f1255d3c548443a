import { campaignDecider } from '../../domain/campaign/campaign.ts';
import { Calendars } from '../shell/calendars.ts';
import { campaignFacts } from '../shell/campaign-facts.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import { plainIssuer } from './plain.ts';
import type { Issue } from './request.ts';

export function campaignIssuer(ground: Ground): Issue {
  const { aggregates, views, district, permits } = ground;
  const sources = {
    aggregates,
    views,
    tenancy: new Tenancy(aggregates),
    calendars: new Calendars(aggregates, district.id),
    district: district.id,
  };
  return plainIssuer(ground, {
    kind: 'CAMPAIGN',
    decider: campaignDecider,
    id: 'campaign',
    creates: ['PlanCampaign'],
    actor: ({ scope, request }) => permits.worker(scope, request),
    facts: ({ scope, request: { command: type, data, now } }, state) =>
      campaignFacts(sources, scope, { type, data, now }, state),
  });
}
