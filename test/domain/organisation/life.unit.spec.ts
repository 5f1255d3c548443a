import { describe, expect, test } from 'vitest';
import { organisationDecider } from '../../../domain/organisation/decider.ts';
import { lightsOn } from '../../../domain/organisation/lights.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { isResting, standingOf, wasClosedBefore } from '../../../domain/organisation/standing.ts';
import { gapsOn, vitalsOf } from '../../../domain/organisation/vitals.ts';
import { given } from '../../support/decider.ts';
import { approved, at, CONTENT, FACTS, issue as issueItem, nothing, propose } from '../item/school.ts';
import { fill, head, issue, onboarded, people, SCHOOL, school, staffed, stateOf } from './samples.ts';

const REASON = { reason: '布局调整' };
const OTHER = stateOf(onboarded());
const SUSPENDED = issue('SuspendOrganisation', REASON);
const RESUMED = issue('ResumeOrganisation', REASON);
const MERGED = issue('MergeOrganisation', { into: 'hezui', ...REASON }, { successor: OTHER });

describe('an organisation', () => {
  test('[DF-01] is active only with both groups and an office, of different people', () => {
    const activate = issue('ActivateOrganisation', {});
    school().when(activate).thenRefused('body-without-head', {
      bodies: '党务公开领导小组、党务公开办公室、党务公开监督小组',
    });
    const unwatched = school().when(head('leading-group', 'zhou')).when(head('office', 'zhou'));
    unwatched.when(activate).thenRefused('body-without-head', { bodies: '党务公开监督小组' });
    unwatched.when(head('supervision-group', 'zhou')).thenRefused('supervisor-in-leading-group');
    const active = unwatched.when(head('supervision-group', 'lin')).when(activate);
    active.thenTypes('OrganisationActivated');
    expect([standingOf(stateOf(unwatched)), standingOf(stateOf(active))]).toEqual(['preparing', 'active']);
    active.when(activate).then([]);
  });

  test('rests while it is suspended: nothing new is proposed, and what is under way goes on', () => {
    const suspended = staffed().when(SUSPENDED);
    expect(standingOf(stateOf(suspended))).toBe('suspended');
    expect(isResting(stateOf(suspended))).toBe(true);
    const facts = { ...FACTS, organisation: { ...FACTS.organisation, ...restOf(stateOf(suspended)) } };
    nothing().when(propose({}, { facts })).thenRefused('organisation-suspended');
    const shown = approved();
    shown
      .when(issueItem('ReviseItem', { content: CONTENT, reason: '补充', answers: [] }, { facts }))
      .thenRefused('organisation-suspended');
    suspended.when(SUSPENDED).then([]);
    suspended.when(head('working-group', 'he')).thenTypes('SeatFilled');
    const resumed = suspended.when(RESUMED);
    expect(stateOf(resumed)).toEqual(stateOf(staffed()));
    resumed.when(RESUMED).then([]);
  });

  test('neither stops, closes nor distinguishes itself', () => {
    const own = { mayOversee: false };
    staffed()
      .when(issue('SuspendOrganisation', REASON, own))
      .thenRefused('not-permitted');
    staffed()
      .when(SUSPENDED)
      .when(issue('ResumeOrganisation', REASON, own))
      .thenRefused('not-permitted');
    staffed()
      .when(issue('MergeOrganisation', { into: 'hezui', ...REASON }, { ...own, successor: OTHER }))
      .thenRefused('not-permitted');
    staffed()
      .when(issue('DesignatePilot', { pilot: true, ...REASON }, own))
      .thenRefused('not-permitted');
  });

  test('is merged once nothing waits in it, and is closed from then on', () => {
    const merge = (facts: object) => issue('MergeOrganisation', { into: 'hezui', ...REASON }, facts);
    staffed().when(merge({})).thenRefused('successor-unfit');
    const closed = stateOf(onboarded().when(MERGED));
    staffed()
      .when(merge({ successor: closed }))
      .thenRefused('successor-unfit');
    staffed()
      .when(merge({ successor: OTHER, openWork: 3 }))
      .thenRefused('work-open', { count: 3 });
    staffed()
      .when(merge({ successor: OTHER, subordinates: 1 }))
      .thenRefused('subordinates-left');
    const merged = staffed().when(MERGED);
    expect(stateOf(merged).merged).toEqual({ into: 'hezui', at: '2026-09-01T01:00:00.000Z', ...REASON });
    expect(standingOf(stateOf(merged))).toBe('closed');
    expect(['2026-09-01', '2026-09-02'].map((day) => wasClosedBefore(stateOf(merged), day))).toEqual([
      false,
      true,
    ]);
    merged.when(people('late')).thenRefused('organisation-closed', { successor: 'hezui' });
    merged.when(MERGED).thenRefused('organisation-closed');
  });

  test('that was split from another one points to it and begins with its policy', () => {
    const policy = { ...DEFAULT_POLICY, minimumDisplayDays: 10 };
    const source: Organisation = { ...OTHER, policy };
    const split = given(organisationDecider).when(
      issue('OnboardOrganisation', { ...SCHOOL, origin: 'hezui' }, { source }),
    );
    split.thenTypes('OrganisationOnboarded', 'PolicyChanged');
    expect(stateOf(split)).toMatchObject({ origin: 'hezui', policy, seats: [], people: {} });
    given(organisationDecider)
      .when(issue('OnboardOrganisation', { ...SCHOOL, origin: 'nobody' }))
      .thenRefused('organisation-unknown', { field: 'origin' });
    given(organisationDecider)
      .when(
        issue(
          'OnboardOrganisation',
          { ...SCHOOL, origin: 'hezui' },
          { source, floor: { ...policy, feedbackAnswerDays: 5 } },
        ),
      )
      .thenRefused('policy-below-floor');
  });

  test('of which a branch is the superior there is none', () => {
    given(organisationDecider)
      .when(issue('OnboardOrganisation', SCHOOL, { superiorKind: 'branch' }))
      .thenRefused('branch-leads-nobody', { field: 'superior' });
    for (const superiorKind of ['committee', 'general-branch', 'leading-group'] as const) {
      given(organisationDecider)
        .when(issue('OnboardOrganisation', SCHOOL, { superiorKind }))
        .thenTypes('OrganisationOnboarded');
    }
  });

  test('takes over the policy of a pilot, of the one it was split from, and of nobody else', () => {
    const policy = { ...DEFAULT_POLICY, minimumDisplayDays: 10 };
    const ordinary: Organisation = { ...OTHER, policy };
    const pilot = { ...ordinary, pilotSince: '2026-01-01' };
    const copy = (source?: Organisation) =>
      issue('CopyScheme', { from: 'hezui', ...REASON }, source ? { source } : {});
    school().when(copy()).thenRefused('organisation-unknown', { field: 'from' });
    school().when(copy(ordinary)).thenRefused('not-a-pilot');
    const copied = school().when(copy(pilot));
    copied.then([{ type: 'PolicyChanged', data: { policy, from: 'hezui', ...REASON } }]);
    copied.when(copy(pilot)).then([]);
    given(organisationDecider)
      .when(issue('OnboardOrganisation', { ...SCHOOL, origin: 'hezui' }, { source: OTHER }))
      .when(copy(ordinary))
      .thenTypes('PolicyChanged');
    const named = school().when(issue('DesignatePilot', { pilot: true, ...REASON }));
    expect(stateOf(named).pilotSince).toBe('2026-09-01');
    named.when(issue('DesignatePilot', { pilot: true, ...REASON })).then([]);
    expect(
      stateOf(named.when(issue('DesignatePilot', { pilot: false, ...REASON }))).pilotSince,
    ).toBeUndefined();
  });
});

describe('responsibilities', () => {
  const TIERS = { leader: 'zhou', manager: 'chen', executor: 'he' };
  const UNITS = {
    accountable: '党委',
    responsible: '纪委',
    consulted: ['组织科', '宣传科'],
    informed: ['各党支部'],
  };

  test('[TZ-04] each item names the three tiers: those of the organisation, unless it says otherwise', () => {
    const organisation = { ...FACTS.organisation, responsibilities: { units: UNITS, tiers: TIERS } };
    const facts = { ...FACTS, organisation };
    const own = { ...TIERS, executor: 'li' };
    const tiersOf = (outcome: ReturnType<typeof approved>) =>
      outcome.state?.versions.at(-1)?.content.responsibility;
    expect(tiersOf(nothing().when(propose({}, { facts })))).toEqual(TIERS);
    expect(tiersOf(nothing().when(propose({ responsibility: own }, { facts })))).toEqual(own);
    const revised = approved({}, { facts }).when(
      issueItem('ReviseItem', { content: CONTENT, reason: '补充', answers: [] }, { facts }),
    );
    expect(tiersOf(revised)).toEqual(TIERS);
  });

  test('[ZH-01] say per organisation who leads, answers, helps and takes part', () => {
    const assign = issue('AssignResponsibilities', { units: UNITS, tiers: TIERS });
    expect(stateOf(school().when(assign)).responsibilities?.units).toEqual(UNITS);
    school()
      .when(issue('AssignResponsibilities', { units: UNITS, tiers: { ...TIERS, leader: 'nobody' } }))
      .thenRefused('person-unknown', { field: 'tiers.leader' });
  });
});

describe('what an organisation has', () => {
  const RULE = {
    title: '党务公开文件查阅制度',
    about: ['disclosure' as const],
    audience: 'public' as const,
    inForceFrom: '2026-03-01',
  };

  test('regulations are entered anew under their title, and repealed', () => {
    const once = school().when(issue('RecordRegulation', RULE));
    const twice = once.when(issue('RecordRegulation', { ...RULE, number: '3号' }));
    expect(stateOf(twice).regulations).toEqual([{ ...RULE, number: '3号' }]);
    const repeal = issue('RepealRegulation', { title: RULE.title, ...REASON });
    expect(stateOf(twice.when(repeal)).regulations).toEqual([]);
    school().when(repeal).thenRefused('regulation-unknown');
  });

  test('[TZ-17] six lights show on a card, each lit by what it stands for and nothing else', () => {
    const none = { hasHotline: false, hasMailbox: false, hasScheme: false };
    const lit = (organisation: Organisation, around = none) =>
      Object.entries(lightsOn(organisation, around, '2026-09-01')).flatMap(([light, on]) =>
        on ? [light] : [],
      );
    expect(lit(stateOf(school()))).toEqual([]);
    expect(lit(stateOf(staffed()))).toEqual(['structure']);
    expect(lit(stateOf(school().when(issue('DeclareChannels', { channels: ['notice-board'] }))))).toEqual([
      'place',
    ]);
    expect(lit(stateOf(school()), { ...none, hasHotline: true })).toEqual(['hotline']);
    expect(lit(stateOf(school().when(supervisor('wu'))))).toEqual(['supervisors']);
    expect(lit(stateOf(school()), { ...none, hasMailbox: true })).toEqual(['mailbox']);
    expect(lit(stateOf(school()), { ...none, hasScheme: true })).toEqual(['rules']);
    expect(lit(stateOf(school().when(issue('RecordRegulation', RULE))))).toEqual(['rules']);
    const whole = staffed()
      .when(issue('DeclareChannels', { channels: ['internet'] }))
      .when(supervisor('wu'))
      .when(issue('RecordRegulation', RULE));
    expect(lit(stateOf(whole), { ...none, hasHotline: true, hasMailbox: true })).toHaveLength(6);
  });

  test('[TZ-06] five supervisors from four sources are enough where five are asked for, and four are not', () => {
    const policy = { ...DEFAULT_POLICY, supervisorsAtLeast: 5 };
    const sources = [
      'own-office',
      'subordinate-unit',
      'enterprise',
      'retired-cadre',
      'retired-cadre',
    ] as const;
    const appoint = (count: number) =>
      (['wu', 'sun', 'gao', 'qian', 'he'] as const)
        .slice(0, count)
        .reduce(
          (outcome, who, index) => outcome.when(supervisor(who, sources[index])),
          school().when(issue('ChangePolicy', { policy, ...REASON })),
        );
    const isLit = (organisation: Organisation, day = '2026-09-01') =>
      lightsOn(organisation, { hasHotline: false, hasMailbox: false, hasScheme: false }, day).supervisors;
    expect(isLit(stateOf(appoint(4)))).toBe(false);
    expect(isLit(stateOf(appoint(5)))).toBe(true);
    expect(new Set(stateOf(appoint(5)).seats.map(({ source }) => source)).size).toBe(4);
    expect(isLit(stateOf(appoint(5)), '2028-01-01')).toBe(false);
  });

  test('[ZH-03] a branch without its own group is flagged, and other things that it lacks', () => {
    const on = (organisation: Organisation, day = '2026-09-01') => gapsOn(vitalsOf(organisation), day);
    expect(on(stateOf(school()))).toEqual(['secretary', 'group', 'supervision', 'liaison', 'channel']);
    expect(on(stateOf(staffed()))).toEqual(['secretary', 'liaison', 'channel']);
    const whole = staffed()
      .when(head('party-committee', 'chen'))
      .when(fill({ body: 'posts', position: 'liaison', person: 'he', until: '2027-01-01' }))
      .when(issue('DeclareChannels', { channels: ['screen'] }));
    expect(on(stateOf(whole))).toEqual([]);
    expect(on(stateOf(whole), '2027-01-01')).toEqual(['liaison']);
    expect(on(stateOf(school().when(MERGED)))).toEqual([]);
  });
});

function supervisor(
  who: string,
  source: 'retired-cadre' | 'own-office' | 'subordinate-unit' | 'enterprise' = 'retired-cadre',
) {
  return fill({ body: 'supervisors', position: 'member', person: who, until: '2028-01-01', source });
}

const restOf = ({ suspended }: Organisation) => (suspended ? { suspended } : {});

test('what happened in an organisation that rests is dated by the record', () => {
  const later = issue('SuspendOrganisation', REASON, {}, at('2026-10-08 10:00'));
  expect(stateOf(staffed().when(later)).suspended).toEqual({ since: at('2026-10-08 10:00'), ...REASON });
});
