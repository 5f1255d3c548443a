import { followUpDecider } from '../../domain/supervision/followup/followup.ts';
import { followUpHistory } from '../../domain/supervision/followup/state.ts';
import { visitHistory } from '../../domain/supervision/visit/state.ts';
import { Calendars } from '../shell/calendars.ts';
import type { Ground } from './ground.ts';
import { plainIssuer, type Target } from './plain.ts';
import type { Issue } from './request.ts';
import { Supervision } from './supervision.ts';

export function followUpIssuer(ground: Ground): Issue {
  const { aggregates, district } = ground;
  const supervision = new Supervision(ground);
  const calendars = new Calendars(aggregates, district.id);
  return plainIssuer(ground, {
    kind: 'FOLLOWUP',
    decider: followUpDecider,
    id: 'followup',
    creates: ['FileSuggestion', 'OrderRectification'],
    actor: (target) => supervision.actor(target.scope, target.request, (person) => isOwner(target, person)),
    facts: async ({ scope, request }) => {
      const { visit } = request.data as { visit?: string };
      const [facts, { calendar }, named] = await Promise.all([
        supervision.facts(scope, request),
        calendars.current(),
        visit === undefined ? undefined : aggregates.load(scope.stream('VISIT', visit), visitHistory),
      ]);
      const followsVisit = named?.state !== undefined && named.state.stage !== 'cancelled';
      return { ...facts, calendar, followsVisit };
    },
    stage: (followUp) => followUp?.stage,
  });

  /** Whoever has to put it right may hold no seat at all. */
  async function isOwner({ scope, id }: Target, person: string): Promise<boolean> {
    const { state } = await aggregates.load(scope.stream('FOLLOWUP', id), followUpHistory);
    return state?.owner === person;
  }
}
