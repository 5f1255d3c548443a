import { describe, expect, test } from 'vitest';
import { enquiryDecider } from '../../../domain/enquiry/enquiry.ts';
import { supervisors } from '../../../domain/enquiry/outcome.ts';
import { DECISIONS, GROUNDS_OF } from '../../../domain/enquiry/vocabulary.ts';
import { endOfDay, startOfDay } from '../../../domain/kernel/time.ts';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { at, DISTRICT, NOW, organisation, person, SCHOOL } from '../item/school.ts';
import {
  approve,
  caseOf,
  decided,
  FACTS,
  HOLDER,
  issue,
  passTime,
  proposal,
  propose,
  REFUSAL,
  registered,
  VISITOR,
} from './cases.ts';

const later = proposal({
  outcome: 'not-for-now',
  ground: 'under-deliberation',
  text: '方案仍在讨论。',
  lookAgainOn: '2026-10-09',
});
const links = (links: (typeof FACTS)['links']) => ({ facts: { ...FACTS, links } });

describe('ProposeDecision', () => {
  test('is the owner’s or the office’s', () => {
    registered()
      .when(propose())
      .then([{ type: 'EnquiryDecisionProposed', data: proposal() }]);
    registered()
      .when(propose(proposal(), { by: person('teacher-qian') }))
      .thenRefused('not-permitted');
    registered().when(propose()).when(propose()).thenRefused('decision-pending');
  });

  test('takes a reason from the list of its own outcome, for every outcome', () => {
    const fits = Object.entries(GROUNDS_OF).flatMap(([outcome, grounds]) =>
      Object.keys(grounds).map((ground) => [outcome, ground] as const),
    );
    expect(new Set(fits.map(([outcome]) => outcome)).size).toBe(Object.keys(DECISIONS).length);
    for (const [outcome, ground] of fits) {
      const data = proposal({
        outcome: outcome as never,
        ground: ground as never,
        ...(outcome === 'not-for-now' && { lookAgainOn: '2026-10-09' }),
        ...(outcome === 'already-public' && { row: 'b-12' }),
      });
      registered()
        .when(propose(data, links({ row: 'known' })))
        .thenTypes('EnquiryDecisionProposed');
    }
    registered()
      .when(propose(proposal({ ground: 'state-secret' })))
      .thenRefused('ground-does-not-fit', { field: 'ground' });
  });

  test('holds back only to a day, and names the place of what is public already', () => {
    registered().when(propose(later)).thenTypes('EnquiryDecisionProposed');
    const { lookAgainOn: _, ...dayless } = later;
    registered().when(propose(dayless)).thenRefused('look-again-day-missing');
    registered()
      .when(propose({ ...later, lookAgainOn: '2026-09-01' }))
      .thenRefused('day-out-of-range', { earliest: '2026-09-02', latest: '2027-09-02' });
    registered()
      .when(propose({ ...REFUSAL, lookAgainOn: '2026-10-09' }))
      .thenRefused('look-again-day-superfluous');
    const already = proposal({ outcome: 'already-public', ground: 'on-board', text: '见公开栏。' });
    registered().when(propose(already)).thenRefused('link-missing');
    registered()
      .when(propose({ ...already, item: 'i-1' }, links({ item: 'hidden' })))
      .thenRefused('enquiry-item-not-visible');
    registered()
      .when(propose({ ...already, item: 'i-9' }, links({ item: 'unknown' })))
      .thenRefused('enquiry-item-unknown');
    registered()
      .when(propose({ ...already, item: 'i-1' }, links({ item: 'visible' })))
      .thenTypes('EnquiryDecisionProposed');
  });

  test('tells nobody personal data', () => {
    registered()
      .when(propose(proposal({ text: '请联系13800138000' })))
      .thenRefused('reply-holds-personal-data');
  });
});

describe('ApproveDecision', () => {
  test('is by the chain, and neither by the proposer nor by others', () => {
    const proposed = registered().when(propose());
    proposed.when(approve()).then([
      { type: 'EnquiryStepPassed', data: { step: 'leading-group', forSuperior: false } },
      {
        type: 'EnquiryDecided',
        data: {
          outcome: 'disclosed',
          leg: expect.objectContaining({ why: 'to-disclose', due: '2026-09-08' }),
        },
      },
    ] as never);
    proposed.when(approve({ by: person('wang') })).thenRefused('not-permitted');
    registered().when(approve()).thenRefused('no-proposal');
    const leading = registered()
      .when(issue('AssignEnquiry', { owner: 'chen' }))
      .when(propose(proposal(), { by: person('chen') }));
    leading.when(approve({ by: person('chen') })).thenRefused('own-proposal');
  });

  test('goes up step by step where the matter asks for it', () => {
    const chain = [
      { step: 'leading-group' as const, by: [{ body: 'leading-group' as const }] },
      { step: 'superior' as const, by: [{ body: 'leading-group' as const, position: 'head' as const }] },
    ];
    const policy = {
      ...DEFAULT_POLICY,
      approvalChains: { ...DEFAULT_POLICY.approvalChains, personnel: chain },
    };
    const facts = { ...FACTS, organisation: { ...SCHOOL, policy } };
    const proposed = registered({}, { facts }).when(propose(proposal({ matter: 'personnel' }), { facts }));
    const first = proposed.when(approve({ facts }));
    first.thenTypes('EnquiryStepPassed');
    first.when(approve({ facts })).thenRefused('not-permitted');
    first.when(approve({ by: person('qu-head'), facts })).thenTypes('EnquiryStepPassed', 'EnquiryDecided');
  });

  test('falls to the superior where nobody here may decide', () => {
    const only = organisation('独人学校', [
      ['li', 'office', 'head'],
      ['li', 'leading-group', 'head'],
    ]);
    const facts = { ...FACTS, organisation: only };
    const proposed = registered({}, { facts }).when(propose(proposal(), { facts }));
    proposed.when(approve({ by: person('li'), facts })).thenRefused('own-proposal');
    proposed
      .when(approve({ by: person('qu-member'), facts }))
      .then([
        { type: 'EnquiryStepPassed', data: { step: 'leading-group', forSuperior: true } },
        expect.objectContaining({ type: 'EnquiryDecided' }) as never,
      ]);
  });

  test('closes the case when there is nothing to hand over', () => {
    expect(caseOf(decided(REFUSAL).state)).toMatchObject({ stage: 'closed', legs: [{ why: 'registered' }] });
    expect(caseOf(decided(REFUSAL).state).decisions[0]).toMatchObject({ by: 'li', approvers: ['zhou'] });
    expect(enquiryDecider.nextDue(decided(REFUSAL).state)).toBeUndefined();
  });
});

test('ReturnDecision sends it back to the owner, and the steps begin anew', () => {
  const proposed = registered().when(propose());
  const reason = '请写明依据。';
  proposed.when(issue('ReturnDecision', { reason })).thenRefused('own-proposal');
  const returned = proposed.when(issue('ReturnDecision', { reason }, { by: person('zhou') }));
  expect(caseOf(returned.state)).toMatchObject({ stage: 'to-approve', returned: { reason, by: 'zhou' } });
  returned.when(propose()).when(approve()).thenTypes('EnquiryStepPassed', 'EnquiryDecided');
});

describe('DiscloseEnquiry', () => {
  const disclose = (when?: object, text = '合同总价与分项费用见附表。') =>
    issue('DiscloseEnquiry', { text }, { ...when });

  test('hands it over, and the case is closed', () => {
    const given = decided().when(disclose());
    expect(caseOf(given.state)).toMatchObject({ stage: 'closed', disclosure: { by: 'li' } });
    decided().when(disclose({}, '电话13800138000')).thenRefused('reply-holds-personal-data');
    decided()
      .when(issue('DiscloseEnquiry', { text: '见事项。', item: 'i-1' }, links({ item: 'hidden' })))
      .thenRefused('enquiry-item-not-visible');
    decided(REFUSAL).when(disclose()).thenRefused('wrong-stage', { stage: '已办结' });
  });

  test('may become a row or an item, or not for a reason', () => {
    const given = decided().when(disclose());
    const settle = (data: Parameters<typeof issue<'SettlePromotion'>>[1], when = {}) =>
      issue('SettlePromotion', data, when);
    given
      .when(settle({ as: 'row', row: 'l-bus' }, links({ row: 'known' })))
      .thenTypes('EnquiryPromotionSettled');
    given
      .when(settle({ as: 'row', row: 'l-bus' }, links({ row: 'unknown' })))
      .thenRefused('enquiry-row-unknown', { field: 'row' });
    given
      .when(settle({ as: 'item', item: 'i-9' }, links({ item: 'unknown' })))
      .thenRefused('enquiry-item-unknown', { field: 'item' });
    given
      .when(settle({ as: 'item', item: 'i-1' }, links({ item: 'hidden' })))
      .thenTypes('EnquiryPromotionSettled');
    const declined = given.when(settle({ as: 'declined', reason: '只涉及申请人一人。' }));
    declined.when(settle({ as: 'declined', reason: '只涉及申请人一人。' })).thenRefused('promotion-settled');
    decided(REFUSAL)
      .when(settle({ as: 'declined', reason: '无' }))
      .thenRefused('not-disclosed');
  });
});

describe('not for now', () => {
  test('is taken up again on its day, with a date of its own', () => {
    const held = decided(later);
    expect(enquiryDecider.nextDue(held.state)).toBe(startOfDay('2026-10-09'));
    held.when(passTime(at('2026-10-08 23:59'))).then([]);
    const again = held.when(passTime(startOfDay('2026-10-09')));
    again.thenTypes('EnquiryReopened');
    expect(caseOf(again.state)).toMatchObject({
      stage: 'to-approve',
      legs: [{ why: 'look-again', due: '2026-10-13' }],
    });
    expect(enquiryDecider.nextDue(again.when(propose(REFUSAL, { now: at('2026-10-09 09:00') })).state)).toBe(
      startOfDay('2026-10-12'),
    );
  });
});

describe('a complaint', () => {
  const text = '合同不应当属于商业秘密。';
  const complaint = (when: object = HOLDER) => issue('FileComplaint', { text }, when);
  const verdict = (upheld: boolean, by = 'lin') =>
    issue('DecideComplaint', { upheld, text: '经复核，答复如下。' }, { by: person(by) });

  test('is the asker’s, about a decision that gave less, once', () => {
    const refused = decided(REFUSAL);
    const filed = refused.when(complaint());
    filed.thenTypes('EnquiryComplaintFiled');
    expect(caseOf(filed.state)).toMatchObject({ stage: 'complained', legs: [{ why: 'complaint' }] });
    expect(caseOf(filed.state).legs[0]?.due).toBe('2026-09-15');
    refused.when(complaint({ by: VISITOR })).thenRefused('not-the-asker');
    refused.when(complaint({ by: person('li') })).thenRefused('not-the-asker');
    filed.when(complaint()).thenRefused('wrong-stage');
    filed.when(verdict(false)).when(complaint()).thenRefused('already-complained');
    const given = decided().when(issue('DiscloseEnquiry', { text: '见附表。' }));
    given.when(complaint()).thenRefused('nothing-to-complain-of');
    refused
      .when(issue('FileComplaint', { text: '回电13800138000' }, HOLDER))
      .thenRefused('question-holds-personal-data');
  });

  test('is decided by the supervision group and by nobody who decided before', () => {
    const filed = decided(REFUSAL).when(complaint());
    for (const by of ['li', 'zhou', 'teacher-qian'])
      filed.when(verdict(true, by)).thenRefused('not-permitted', { allowed: '党务公开监督小组任一成员' });
    expect(caseOf(filed.when(verdict(false)).state)).toMatchObject({
      stage: 'closed',
      complaint: { text, settled: { upheld: false, by: 'lin' } },
    });
    decided(REFUSAL)
      .when(complaint())
      .when(issue('DecideComplaint', { upheld: true, text: '电话13800138000' }, { by: person('lin') }))
      .thenRefused('reply-holds-personal-data');
  });

  test('that is right begins the case again, with a date of its own', () => {
    const upheld = decided(REFUSAL).when(complaint()).when(verdict(true));
    expect(caseOf(upheld.state)).toMatchObject({
      stage: 'to-approve',
      legs: [{ why: 'complaint-upheld', due: '2026-09-04' }],
    });
    expect(enquiryDecider.nextDue(upheld.state)).toBe(startOfDay('2026-09-03'));
    const again = upheld.when(propose()).when(approve());
    expect(caseOf(again.state).decisions.map(({ outcome }) => outcome)).toEqual(['refused', 'disclosed']);
  });

  test('goes up where the supervision group is none, or took part itself', () => {
    expect(supervisors([], FACTS, NOW)).toMatchObject({ people: ['lin'], isSuperior: false });
    const up = supervisors(['lin', 'qu-head'], { organisation: SCHOOL, superior: DISTRICT }, NOW);
    expect(up).toMatchObject({ people: ['qu-member', 'qu-office'], isSuperior: true });
    const own = registered({ from: { kind: 'signed' } }, { by: person('lin') });
    const filed = own
      .when(propose(REFUSAL))
      .when(approve())
      .when(complaint({ by: person('lin') }));
    filed.when(verdict(true)).thenRefused('own-enquiry');
    filed.when(verdict(true, 'qu-member')).thenTypes('EnquiryComplaintDecided');
  });
});

test('a date that was missed stays missed', () => {
  const late = registered().when(passTime(endOfDay('2026-09-04')));
  late.thenTypes('EnquiryDueSoon', 'EnquiryOverdue');
  expect(caseOf(late.state)).toMatchObject({ overdue: true, late: true });
  expect(enquiryDecider.nextDue(late.state)).toBeUndefined();
  const now = at('2026-09-07 09:00');
  const after = late.when(propose(REFUSAL, { now })).when(approve({ now }));
  expect(caseOf(after.state).late).toBe(true);
});
