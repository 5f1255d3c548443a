import { activityDecider } from '../../domain/activity/activity.ts';
import type { ActivityCommandOf, ActivityFacts } from '../../domain/activity/commands.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import { idFor } from '../api/ids.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { unitsBelow } from '../shell/below.ts';
import { idOfReceipt } from '../shell/feedback-receipts.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import { plainIssuer, type Target } from './plain.ts';
import { type Issue, type IssueRequest, scopeOf } from './request.ts';
import { voiceOf } from './voice.ts';

/** A booking is issued for somebody who has signed in, or under the receipt that whoever asks has made for them. */
export function activityIssuer(ground: Ground): Issue {
  const { aggregates, permits } = ground;
  const tenancy = new Tenancy(aggregates);
  return plainIssuer(ground, {
    kind: 'ACTIVITY',
    decider: activityDecider,
    id: 'activity',
    creates: ['RecordActivity', 'PlanReception'],
    actor: ({ scope, request }) =>
      request.command === 'BookReception'
        ? permits.speaker(scope, request, false)
        : permits.worker(scope, request),
    facts: async (target): Promise<ActivityFacts> => {
      const { scope, request } = target;
      const { participants = [], items = [] } = request.data as Partial<Recorded>;
      const named = [scope.organisation, ...participants.flatMap(({ organisation }) => organisation ?? [])];
      const [{ organisation }, reader, units, there] = await Promise.all([
        tenancy.tenants(scope),
        permits.reader(scope, request),
        unitsBelow(tenancy, scope, named),
        itemsThere(aggregates, scope, items),
      ]);
      const booking = bookingOf(target);
      return { organisation, reader, units, items: there, ...(booking !== undefined && { booking }) };
    },
  });
}

/** As {@link activityIssuer}, for strangers as well: they get a receipt with which they come back. */
export function bookingIssuer(ground: Ground): Issue {
  const voice = voiceOf(ground);
  const issue = activityIssuer(ground);
  return async (request) => {
    const { person, address, now, key } = request;
    if (person !== undefined) return issue(request);
    const scope = scopeOf(request);
    await voice.guard.admit(scope, 'leave', address, now);
    const { code } = voice.receipts.issue(scope, key.value);
    return { ...(await issue({ ...request, receipt: code })), receipt: code };
  };
}

type Recorded = ActivityCommandOf<'RecordActivity'>['data'];

const bookingOf = ({ scope, request }: Target): string | undefined => {
  if (request.command !== 'BookReception') return undefined;
  const { person, receipt = '', key }: IssueRequest = request;
  return person === undefined ? idOfReceipt(scope, receipt) : idFor(scope.organisation, key.value);
};

async function itemsThere(
  aggregates: Aggregates,
  scope: OrgScope,
  ids: readonly string[],
): Promise<string[]> {
  const found = ids.map(async (id) => {
    const { state } = await aggregates.load(scope.stream('ITEM', id), itemHistory);
    return state ? [id] : [];
  });
  return (await Promise.all(found)).flat();
}
