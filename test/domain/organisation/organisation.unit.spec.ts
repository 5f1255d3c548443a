import { describe, expect, test } from 'vitest';
import { holders, requireSeat, seatsOf } from '../../../domain/organisation/authority.ts';
import { seatTitle } from '../../../domain/organisation/body.ts';
import { onboardOrganisation, registerPeople } from '../../../domain/organisation/commands.ts';
import {
  type OrganisationCommand,
  type OrganisationFacts,
  organisationDecider,
} from '../../../domain/organisation/decider.ts';
import type { OrganisationKind } from '../../../domain/organisation/kinds.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import {
  APPROVAL_STEPS,
  DEFAULT_POLICY,
  feedbackWindowOf,
  strictest,
} from '../../../domain/organisation/policy.ts';
import { policySchema } from '../../../domain/organisation/policy-schema.ts';
import { ORGANISATION_REFUSALS } from '../../../domain/organisation/refusals.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { approve, at, FACTS, NOW, person, reviewed } from '../item/school.ts';

type DataOf<Type extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: Type }>['data'];
const ALLOWED: OrganisationFacts = { mayAdminister: true };
const issue = <Type extends OrganisationCommand['type']>(type: Type, data: DataOf<Type>, facts = ALLOWED) =>
  ({ type, data, now: NOW, actor: person('qu-office', 'qu'), facts }) as OrganisationCommand;

const SCHOOL = { name: '东方小学党支部', shortName: '东方小学', kind: 'branch', superior: 'qu' } as const;
const onboard = (data: DataOf<'OnboardOrganisation'> = SCHOOL) => issue('OnboardOrganisation', data);
const people = (...ids: string[]) =>
  issue('RegisterPeople', { people: ids.map((id) => ({ id, name: id, partyMember: true, staff: true })) });
const fill = (
  who: string,
  body: 'leading-group' | 'supervision-group' | 'office' = 'leading-group',
  from = '2026-01-01',
) => issue('FillSeat', { body, position: 'head', person: who, from });
const vacate = (who: string, until: string) =>
  issue('VacateSeat', { body: 'leading-group', position: 'head', person: who, until });
const school = () =>
  given(organisationDecider)
    .when(onboard())
    .when(people('zhou', 'chen', 'lin'));
const stateOf = (outcome: { state: Organisation | undefined }): Organisation => {
  if (!outcome.state) throw new Error('no organisation');
  return outcome.state;
};

describe('setting up', () => {
  test('begins with nobody and the default policy', () => {
    const outcome = given(organisationDecider).when(onboard());
    outcome.then([{ type: 'OrganisationOnboarded', data: SCHOOL }]);
    expect(outcome.state).toEqual({
      ...SCHOOL,
      people: {},
      seats: [],
      policy: DEFAULT_POLICY,
      channels: [],
      feedEdition: 0,
      since: '2026-09-01',
    });
  });

  test('happens once, by those who may', () => {
    school().when(onboard()).thenRefused('organisation-exists');
    given(organisationDecider).when(people('zhou')).thenRefused('organisation-unknown');
    given(organisationDecider)
      .when(issue('OnboardOrganisation', SCHOOL, { mayAdminister: false }))
      .thenRefused('not-permitted');
  });

  test('refuses ids that could forge a key', () => {
    for (const superior of ['qu#x', 'Q', '', 'x'.repeat(41)]) {
      expect(onboardOrganisation.safeParse({ ...SCHOOL, superior }).success).toBe(false);
    }
    expect(
      registerPeople.safeParse({ people: [{ id: 'a#b', name: '某', partyMember: true, staff: true }] })
        .success,
    ).toBe(false);
  });
});

describe('seats', () => {
  test('are dated: nobody holds one before its first or from its last day', () => {
    const outcome = school()
      .when(fill('zhou', 'leading-group', '2026-09-02'))
      .when(vacate('zhou', '2026-10-01'));
    const held = (when: string) =>
      holders(stateOf(outcome), [{ body: 'leading-group' }], at(when)).has('zhou');
    expect([
      held('2026-09-01 23:59'),
      held('2026-09-02 00:00'),
      held('2026-09-30 23:59'),
      held('2026-10-01 00:00'),
    ]).toEqual([false, true, true, false]);
  });

  test('[DF-02] a new head takes over open approvals, and the record shows who was head when', () => {
    const changed = stateOf(
      school()
        .when(fill('zhou'))
        .when(vacate('zhou', '2026-09-01'))
        .when(fill('chen', 'leading-group', '2026-09-01')),
    );
    const facts = { ...FACTS, organisation: { ...FACTS.organisation, seats: changed.seats } };
    reviewed()
      .when(approve({ by: 'zhou', facts }))
      .thenRefused('not-permitted');
    reviewed()
      .when(approve({ by: 'chen', facts }))
      .thenTypes('ApprovalStepPassed', 'ItemApproved');
    expect(seatsOf(changed, 'zhou', at('2026-08-31 12:00'))).toHaveLength(1);
    expect(seatsOf(changed, 'zhou', NOW)).toEqual([]);
    expect(seatsOf(changed, 'chen', NOW)).toHaveLength(1);
  });

  test('[LY-05] allow two heads at a time', () => {
    const both = stateOf(school().when(fill('zhou')).when(fill('chen')));
    expect([...holders(both, [{ body: 'leading-group', position: 'head' }], NOW)]).toEqual(['zhou', 'chen']);
  });

  test('are filled from the roster, each once', () => {
    school().when(fill('stranger')).thenRefused('person-unknown', { person: 'stranger' });
    school().when(fill('constructor')).thenRefused('person-unknown');
    school().when(fill('zhou')).when(fill('zhou')).thenRefused('seat-taken');
  });

  test('a supervisor supervises others', () => {
    school()
      .when(fill('zhou'))
      .when(fill('zhou', 'supervision-group'))
      .thenRefused('supervisor-in-leading-group');
    school()
      .when(fill('lin', 'supervision-group'))
      .when(fill('lin'))
      .thenRefused('supervisor-in-leading-group');
    school().when(fill('zhou')).when(fill('zhou', 'office')).thenTypes('SeatFilled');
    const leaving = school().when(fill('zhou')).when(vacate('zhou', '2026-10-01'));
    leaving.when(fill('zhou', 'supervision-group', '2026-09-30')).thenRefused('supervisor-in-leading-group');
    leaving.when(fill('zhou', 'supervision-group', '2026-10-01')).thenTypes('SeatFilled');
  });

  test('are left by who holds them, after they began', () => {
    school().when(vacate('zhou', '2026-10-01')).thenRefused('seat-not-held');
    school().when(fill('zhou')).when(vacate('zhou', '2025-12-31')).thenRefused('seat-ends-before-it-begins');
    const left = school().when(fill('zhou')).when(vacate('zhou', '2026-10-01'));
    left.when(vacate('zhou', '2026-10-02')).thenRefused('seat-not-held');
  });

  test('give their holder a say, and nobody else', () => {
    const held = stateOf(school().when(fill('zhou')));
    const rules = [{ body: 'leading-group' as const, position: 'head' as const }];
    expect(requireSeat(person('zhou'), held, rules, NOW)).toBe('zhou');
    expect(() => requireSeat(person('chen'), held, rules, NOW)).toThrowError(/党务公开领导小组组长/);
    expect(() => requireSeat({ kind: 'system', name: 'zhou' }, held, rules, NOW)).toThrowError();
    expect(seatTitle({ body: 'office', position: 'head' })).toBe('党务公开办公室主任');
    expect(seatTitle({ body: 'office' })).toBe('党务公开办公室任一成员');
  });
});

describe('ChangePolicy', () => {
  const change = (policy: Partial<typeof DEFAULT_POLICY>, facts = ALLOWED) =>
    issue('ChangePolicy', { policy: { ...DEFAULT_POLICY, ...policy }, reason: '按上级要求。' }, facts);
  const floor = { mayAdminister: true, floor: DEFAULT_POLICY };

  test('may be stricter than the superior, never weaker', () => {
    school()
      .when(change({ minimumDisplayDays: 10, feedbackAnswerDays: 7 }, floor))
      .thenTypes('PolicyChanged');
    school()
      .when(change({ minimumDisplayDays: 6 }, floor))
      .thenRefused('policy-below-floor', { field: 'policy.minimumDisplayDays', days: 7 });
    school()
      .when(change({ feedbackAnswerDays: 16 }, floor))
      .thenRefused('policy-below-floor', { field: 'policy.feedbackAnswerDays', answerDays: 15 });
    const asking = { mayAdminister: true, floor: { ...DEFAULT_POLICY, feedbackWindowDays: 5 } };
    school()
      .when(change({ feedbackWindowDays: 4 }, asking))
      .thenRefused('policy-below-floor', { field: 'policy.feedbackWindowDays', windowDays: 5 });
    school()
      .when(change({ feedbackWindowDays: 5 }, asking))
      .thenTypes('PolicyChanged');
    school()
      .when(change({ minimumDisplayDays: 6 }))
      .thenTypes('PolicyChanged');
  });

  test('sends nothing up where there is nobody above', () => {
    const { superior: _none, ...alone } = SCHOOL;
    const approvalChains = {
      ...DEFAULT_POLICY.approvalChains,
      personnel: [{ step: 'superior' as const, by: [{ body: 'office' as const }] }],
    };
    school().when(change({ approvalChains })).thenTypes('PolicyChanged');
    given(organisationDecider)
      .when(onboard(alone))
      .when(change({ approvalChains }))
      .thenRefused('chain-without-superior', { field: 'policy.approvalChains.personnel' });
  });

  test('reaches the members below for a committee or a general branch, which have some', () => {
    const reaching = (kind: OrganisationKind) =>
      given(organisationDecider)
        .when(onboard({ ...SCHOOL, kind }))
        .when(change({ partyReach: 'subordinate' }));
    reaching('committee').thenTypes('PolicyChanged');
    reaching('general-branch').thenTypes('PolicyChanged');
    reaching('branch').thenRefused('reach-of-branch', { field: 'policy.partyReach' });
    reaching('leading-group').thenRefused('reach-of-branch');
    given(organisationDecider)
      .when(onboard())
      .when(change({ partyReach: 'own' }))
      .thenTypes('PolicyChanged');
  });

  test('each step of a chain occurs once', () => {
    const [step] = DEFAULT_POLICY.approvalChains.ordinary;
    const twice = { ...DEFAULT_POLICY.approvalChains, ordinary: [step, step] };
    expect(policySchema.safeParse(DEFAULT_POLICY).success).toBe(true);
    expect(policySchema.safeParse({ ...DEFAULT_POLICY, approvalChains: twice }).success).toBe(false);
    expect(Object.keys(APPROVAL_STEPS)).toHaveLength(4);
  });

  test('what holds is the stricter of both', () => {
    const own = { ...DEFAULT_POLICY, minimumDisplayDays: 5, feedbackAnswerDays: 10 };
    expect(strictest(own, DEFAULT_POLICY)).toMatchObject({ minimumDisplayDays: 7, feedbackAnswerDays: 10 });
    expect(strictest(own, undefined)).toBe(own);
    const asking = (feedbackWindowDays?: number) => ({
      ...DEFAULT_POLICY,
      ...(feedbackWindowDays !== undefined && { feedbackWindowDays }),
    });
    expect(
      [
        [undefined, undefined],
        [undefined, 0],
        [0, undefined],
        [3, 5],
        [20, 5],
      ].map(([mine, above]) => feedbackWindowOf(asking(mine), asking(above))),
    ).toEqual([10, 0, 0, 5, 20]);
  });
});

test('an event on an organisation that was never set up changes nothing', () => {
  const event = {
    type: 'SeatVacated',
    data: { body: 'office', position: 'head', person: 'li', until: '2026-01-01' },
  } as const;
  expect(given(organisationDecider, [event]).state).toBeUndefined();
  expect(organisationDecider.nextDue(undefined)).toBeUndefined();
});

test('every refusal of an organisation is provoked by some test', () => {
  expect(unexercised(ORGANISATION_REFUSALS, import.meta.dirname)).toEqual([]);
});
