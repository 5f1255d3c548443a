import { describe, expect, test } from 'vitest';
import type { ItemFacts } from '../../../domain/item/commands.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import type { ApprovalStep } from '../../../domain/organisation/policy.ts';
import {
  approve,
  approved,
  at,
  CONTENT,
  DECISION,
  drafted,
  FACTS,
  issue,
  latestOf,
  NOW,
  organisation,
  person,
  ROW,
  review,
  reviewed,
  SCHOOL,
  SMALL,
  submitted,
  withPolicy,
} from './school.ts';

const MEETING = { heldOn: '2026-09-01', present: 9, yes: 5, no: 3, abstain: 1 };
const chainOf = (...ordinary: ApprovalStep[]): ItemFacts =>
  withPolicy({ approvalChains: { ...SCHOOL.policy.approvalChains, ordinary } });
const HEAD: ApprovalStep = { step: 'main-leader', by: [{ body: 'leading-group', position: 'head' }] };
const GROUP: ApprovalStep = { step: 'leading-group', by: [{ body: 'leading-group' }] };
const VOTE: ApprovalStep = { step: 'enlarged-meeting', by: [{ body: 'office' }] };

describe('ApproveItem', () => {
  test('approves, with the rules that hold from now on', () => {
    reviewed()
      .when(approve())
      .then([
        { type: 'ApprovalStepPassed', data: { step: 'leading-group', forSuperior: false } },
        {
          type: 'ItemApproved',
          data: { releasesOnline: ['party'], minimumDisplayDays: 7, officeSystem: true },
        },
      ]);
  });

  test.each([
    ['设限平台', true],
    ['电子办公系统', true],
    ['办公系统', true],
    ['网站', undefined],
    ['公示栏', undefined],
  ])('by a meeting and %s: goes to the office system %s', (form, officeSystem) => {
    const facts = { ...FACTS, row: { ...ROW, forms: [] } };
    const { events } = reviewed({ forms: ['会议', form] }, { facts }).when(approve({ facts }));
    const data = { releasesOnline: ['party'], minimumDisplayDays: 7, officeSystem };
    expect(events.at(-1)).toEqual({ type: 'ItemApproved', data });
  });

  test('for others than the Party goes to no office system, whatever its forms', () => {
    const plan = { forms: ['设限平台', '网站'], audience: 'public', releasePlan: [{ audience: 'public' }] };
    reviewed(plan as Partial<ItemContent>)
      .when(approve())
      .then([
        { type: 'ApprovalStepPassed', data: { step: 'leading-group', forSuperior: false } },
        { type: 'ItemApproved', data: { releasesOnline: ['public'], minimumDisplayDays: 7 } },
      ]);
  });

  test('by a meeting only goes nowhere by itself', () => {
    reviewed({ forms: ['会议'] })
      .when(approve())
      .then([
        { type: 'ApprovalStepPassed', data: { step: 'leading-group', forSuperior: false } },
        { type: 'ItemApproved', data: { releasesOnline: [], minimumDisplayDays: 7 } },
      ]);
  });

  test('[DF-21] takes a member of the leading group who is not the proposer', () => {
    reviewed()
      .when(approve({ by: 'wang' }))
      .thenRefused('not-permitted', { allowed: '东方小学党务公开领导小组任一成员' });
    const own = submitted({}, { by: 'chen' }).when(review());
    own.when(approve({ by: 'chen' })).thenRefused('own-proposal');
    own.when(approve({ by: 'he' })).thenTypes('ApprovalStepPassed', 'ItemApproved');
  });

  test('is not for whoever amended it', () => {
    const amended = drafted()
      .when(issue('AmendItem', CONTENT, { by: 'zhou' }))
      .when(issue('SubmitItem', {}))
      .when(issue('ScreenItem', {}))
      .when(review());
    amended.when(approve({ by: 'zhou' })).thenRefused('own-proposal');
  });

  test('passes a chain step by step', () => {
    const first = reviewed(DECISION).when(approve({ by: 'chen' }));
    first.thenTypes('ApprovalStepPassed');
    first
      .when(approve({ by: 'chen' }))
      .thenRefused('not-permitted', { allowed: '东方小学党务公开领导小组组长' });
    first.when(approve({ by: 'zhou' })).thenTypes('ApprovalStepPassed', 'ItemApproved');
  });

  test('a chain that the policy has shortened can still be finished', () => {
    const first = reviewed({}, { facts: chainOf(GROUP, HEAD) }).when(
      approve({ facts: chainOf(GROUP, HEAD) }),
    );
    first.when(approve({ facts: chainOf(GROUP) })).thenTypes('ApprovalStepPassed', 'ItemApproved');
  });

  test('a chain whose order the policy has changed asks for what has not been passed', () => {
    const first = reviewed({}, { facts: chainOf(GROUP, HEAD) }).when(
      approve({ facts: chainOf(GROUP, HEAD) }),
    );
    const turned = first.when(approve({ facts: chainOf(HEAD, GROUP) }));
    expect(latestOf(turned.state).approvals.map(({ step }) => step)).toEqual([
      'leading-group',
      'main-leader',
    ]);
  });

  test('an enlarged meeting votes on record', () => {
    const facts = chainOf(VOTE);
    const vote = (meeting: Partial<typeof MEETING>) =>
      reviewed().when(issue('ApproveItem', { meeting: { ...MEETING, ...meeting } }, { by: 'wang', facts }));
    reviewed()
      .when(approve({ by: 'wang', facts }))
      .thenRefused('meeting-missing');
    vote({ yes: 6 }).thenRefused('votes-do-not-add-up', { present: 9 });
    vote({ yes: 4, no: 4 }).thenRefused('vote-not-carried');
    vote({ present: 8, yes: 4 }).thenRefused('vote-not-carried');
    vote({ heldOn: '2026-09-02' }).thenRefused('day-in-future');
    expect(latestOf(vote({}).state).approvals[0]).toMatchObject({ meeting: MEETING, by: 'wang', at: NOW });
  });

  test('a last day of display that has slipped into the past sends it back', () => {
    reviewed({ showUntil: '2026-09-02' })
      .when(approve({ now: at('2026-09-03 09:00') }))
      .thenRefused('show-until-too-early');
  });

  test('withholds what was proposed to be withheld', () => {
    const withheld = { kind: 'cannot', ground: 'party-secret', explanation: '涉及党内秘密。' } as const;
    const item = reviewed({ withheld }).when(approve());
    item.thenTypes('ApprovalStepPassed', 'ItemApproved', 'ItemWithheld');
    expect(latestOf(item.state).stage).toBe('withheld');
  });

  test('[HZ-18] an old approval does not carry over to a revision', () => {
    const revised = approved()
      .when(issue('TimePassed', {}))
      .when(issue('ReviseItem', { content: CONTENT, reason: '补充说明。', answers: [] }));
    expect(latestOf(revised.state)).toMatchObject({ number: 2, stage: 'drafted', approvals: [] });
    expect(latestOf(revised.state).review).toBeUndefined();
    revised.when(approve()).thenRefused('wrong-stage');
  });
});

describe('a school of two', () => {
  const small = (by: string) =>
    submitted({ accountable: 'sun' }, { facts: SMALL, by: 'sun' }).when(review({ facts: SMALL, by }));

  test('is decided by the district', () => {
    small('gao')
      .when(approve({ facts: SMALL, by: 'sun' }))
      .thenRefused('own-proposal');
    small('gao')
      .when(approve({ facts: SMALL, by: 'gao' }))
      .thenRefused('not-permitted', {
        allowed: '区教育党工委党务公开领导小组任一成员、党务公开办公室主任',
      });
    small('gao')
      .when(approve({ facts: SMALL, by: person('qu-office', 'qu') }))
      .then([
        { type: 'ApprovalStepPassed', data: { step: 'leading-group', forSuperior: true } },
        {
          type: 'ItemApproved',
          data: { releasesOnline: ['party'], minimumDisplayDays: 7, officeSystem: true },
        },
      ]);
  });

  test('without a superior cannot decide alone', () => {
    const { superior: _none, ...alone } = SMALL;
    small('gao')
      .when(approve({ facts: alone, by: 'gao' }))
      .thenRefused('not-permitted');
  });

  test('the district decides by somebody else than the reviewer where it has somebody else', () => {
    const superior = organisation('区教育党工委', [
      ['qu-head', 'leading-group', 'head'],
      ['gao', 'leading-group', 'member'],
    ]);
    const facts = { ...SMALL, superior };
    small('gao')
      .when(approve({ facts, by: 'gao' }))
      .thenRefused('not-permitted');
  });
});

describe('a vacant seat', () => {
  test('is filled by the superior', () => {
    const facts = {
      ...FACTS,
      organisation: organisation('东方小学', [
        ['li', 'office', 'head'],
        ['wang', 'office', 'member'],
        ['tang', 'office', 'member'],
      ]),
    };
    reviewed({}, { facts })
      .when(approve({ facts, by: 'qu-head' }))
      .thenTypes('ApprovalStepPassed', 'ItemApproved');
  });
});

describe('EscalateItem', () => {
  const escalate = (facts = FACTS, by = 'zhou') =>
    issue('EscalateItem', { reason: '超出本级权限。' }, { facts, by });

  test('puts the superior at the end of the chain', () => {
    const item = reviewed().when(escalate()).when(approve());
    item.thenTypes('ApprovalStepPassed');
    item.when(approve({ by: 'zhou' })).thenRefused('not-permitted');
    item.when(approve({ by: person('qu-head', 'qu') })).then([
      { type: 'ApprovalStepPassed', data: { step: 'superior', forSuperior: true } },
      {
        type: 'ItemApproved',
        data: { releasesOnline: ['party'], minimumDisplayDays: 7, officeSystem: true },
      },
    ]);
  });

  test('adds nothing to a chain that goes up anyway', () => {
    const facts = chainOf(GROUP, { step: 'superior', by: [{ body: 'leading-group', position: 'head' }] });
    const item = reviewed({}, { facts }).when(escalate(facts)).when(approve({ facts }));
    item.when(approve({ facts, by: 'qu-member' })).thenRefused('not-permitted');
    item.when(approve({ facts, by: 'qu-head' })).thenTypes('ApprovalStepPassed', 'ItemApproved');
  });

  test('happens once, to somebody', () => {
    reviewed().when(escalate()).when(escalate()).thenRefused('already-escalated');
    const { superior: _none, ...alone } = FACTS;
    reviewed().when(escalate(alone)).thenRefused('no-superior');
    reviewed().when(escalate(FACTS, 'lin')).thenRefused('not-permitted');
    submitted().when(escalate()).thenRefused('wrong-stage');
  });
});

describe('a consultation', () => {
  const DEADLINE = at('2026-09-03 17:00');
  const consult = (members: string[], deadline = DEADLINE, now = NOW) =>
    issue('ConsultMembers', { members, deadline }, { now });
  const answer = (by: string, now = NOW) =>
    issue('AnswerConsultation', { agree: true, opinion: '同意。' }, { by, now });

  test('[DF-23] blocks the approval until all have answered or the deadline has passed, which is recorded', () => {
    const item = reviewed().when(consult(['chen', 'he']));
    item.when(approve()).thenRefused('consultation-open', { count: 2, deadline: '2026-09-03 17:00' });
    const half = item.when(answer('chen'));
    half.when(approve()).thenRefused('consultation-open', { count: 1 });
    half.when(answer('he')).when(approve()).thenTypes('ApprovalStepPassed', 'ItemApproved');
    const lapsed = half.when(issue('TimePassed', {}, { now: DEADLINE }));
    lapsed.then([{ type: 'ConsultationLapsed', data: { silent: ['he'] } }]);
    expect(latestOf(lapsed.state).consultation).toMatchObject({
      lapsed: true,
      answers: [{ member: 'chen' }],
    });
    lapsed.when(approve({ now: DEADLINE })).thenTypes('ApprovalStepPassed', 'ItemApproved');
  });

  test('does not wait for a clock that is late', () => {
    reviewed()
      .when(consult(['chen']))
      .when(approve({ now: DEADLINE }))
      .thenTypes('ApprovalStepPassed', 'ItemApproved');
  });

  test('asks each member once', () => {
    const item = reviewed().when(consult(['chen', 'chen']));
    item.then([{ type: 'MembersConsulted', data: { members: ['chen'], deadline: DEADLINE } }]);
    item.when(answer('chen')).when(approve()).thenTypes('ApprovalStepPassed', 'ItemApproved');
  });

  test('hears members only, each once, late ones too', () => {
    const item = reviewed().when(consult(['chen', 'he']));
    item.when(answer('wu')).thenRefused('not-consulted');
    reviewed().when(answer('chen')).thenRefused('not-consulted');
    item.when(answer('chen')).when(answer('chen')).thenRefused('already-answered');
    item
      .when(issue('TimePassed', {}, { now: DEADLINE }))
      .when(answer('chen', at('2026-09-04 09:00')))
      .thenTypes('ConsultationAnswered');
  });

  test('cannot be replaced while it is open', () => {
    const item = reviewed().when(consult(['chen']));
    item.when(consult(['he'])).thenRefused('consultation-open');
    item
      .when(answer('chen'))
      .when(consult(['he']))
      .thenTypes('MembersConsulted');
  });

  test('has a deadline ahead and members from the roster', () => {
    reviewed()
      .when(consult(['chen'], NOW))
      .thenRefused('deadline-not-ahead');
    reviewed()
      .when(consult(['chen', 'stranger']))
      .thenRefused('person-not-on-roster', { field: 'members.1' });
    submitted()
      .when(consult(['chen']))
      .thenRefused('wrong-stage');
    reviewed()
      .when(issue('ConsultMembers', { members: ['chen'], deadline: DEADLINE }, { by: 'lin' }))
      .thenRefused('not-permitted');
  });
});
