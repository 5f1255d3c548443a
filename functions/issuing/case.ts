import { refuse as refuseAny } from '../../domain/kernel/refusal.ts';
import { caseDecider } from '../../domain/supervision/case/case.ts';
import { mayKnow } from '../../domain/supervision/case/people.ts';
import { refuse } from '../../domain/supervision/case/refusals.ts';
import { caseHistory } from '../../domain/supervision/case/state.ts';
import { Calendars } from '../shell/calendars.ts';
import type { Ground } from './ground.ts';
import { plainIssuer } from './plain.ts';
import type { Issue } from './request.ts';
import { Supervision } from './supervision.ts';

/** Whoever may not know of a case gets the same answer as for one that does not exist. */
export function caseIssuer(ground: Ground): Issue {
  const { aggregates, district } = ground;
  const calendars = new Calendars(aggregates, district.id);
  const supervision = new Supervision(ground);
  return plainIssuer(ground, {
    kind: 'CASE',
    decider: caseDecider,
    id: 'case',
    creates: ['OpenCase'],
    actor: async ({ scope, id, request }) => {
      const { person = refuseAny('not-signed-in'), actingSeat, now } = request;
      if (request.command !== 'OpenCase') {
        const [houses, { state }] = await Promise.all([
          supervision.houses(scope),
          aggregates.load(scope.stream('CASE', id), caseHistory),
        ]);
        if (!state || !mayKnow(person, state, houses, now)) refuse('case-unknown');
      }
      return supervision.person(scope, person, actingSeat, now);
    },
    facts: async ({ scope, request }) => {
      const [facts, { calendar }] = await Promise.all([
        supervision.facts(scope, request),
        calendars.current(),
      ]);
      return { ...facts, calendar };
    },
    stage: (case_) => case_?.stage,
  });
}
