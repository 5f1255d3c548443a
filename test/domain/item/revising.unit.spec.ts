import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { versionFor, versionsFor } from '../../../domain/item/for-reader.ts';
import { itemDecider } from '../../../domain/item/item.ts';
import { faces, inWork, onShow, stagesOf, tenseOf } from '../../../domain/item/state.ts';
import { type Reader, stranger } from '../../../domain/visibility.ts';
import {
  approve,
  approved,
  at,
  CONTENT,
  DECISION,
  drafted,
  FACTS,
  issue,
  itemOf,
  latestOf,
  NOW,
  passTime,
  released,
  review,
  reviewed,
  screen,
  submit,
  withPolicy,
} from './school.ts';

const revise = (content: Partial<typeof CONTENT> = {}, answers: string[] = []) =>
  issue('ReviseItem', { content: { ...CONTENT, ...content }, reason: '答复群众意见。', answers });
const MEMBER: Reader = { ...stranger('dongfang'), person: 'wu', partyMember: true };
const STRANGER = stranger('dongfang');

/** Both audiences have been reached on 9 September. */
const decided = () =>
  approved(DECISION)
    .when(passTime(at('2026-09-02 09:00')))
    .when(passTime(at('2026-09-09 09:00')));
const NEXT = {
  ...DECISION,
  title: '关于新建综合楼的决定（修订）',
  releasePlan: [
    { audience: 'party' as const, at: at('2026-10-01 09:00') },
    { audience: 'public' as const, at: at('2026-10-08 09:00') },
  ],
};

describe('ReviseItem', () => {
  test('[DF-32] begins version n+1, names the feedback it answers, and keeps version n readable', () => {
    const item = released().when(revise({ title: '更正后的情况' }, ['fb-1', 'fb-2']));
    expect(latestOf(item.state)).toMatchObject({
      number: 2,
      stage: 'drafted',
      revision: { reason: '答复群众意见。', answers: ['fb-1', 'fb-2'] },
    });
    const readable = (state: typeof item.state) =>
      versionsFor(MEMBER, itemOf(state), 'dongfang').map(({ number }) => number);
    expect(readable(item.state)).toEqual([1]);
    const second = item
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve())
      .when(passTime(at('2026-09-02 09:00')));
    expect(readable(second.state)).toEqual([2, 1]);
    expect(versionsFor(STRANGER, itemOf(second.state), 'dongfang')).toEqual([]);
  });

  test('[HZ-18] returns the item to review', () => {
    const item = released().when(revise());
    item.when(approve()).thenRefused('wrong-stage');
    item.when(submit()).when(screen()).when(approve()).thenRefused('wrong-stage');
  });

  test('leaves the old version up until the new one has reached the same people', () => {
    const second = decided()
      .when(revise(NEXT))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve({ by: 'zhou' }))
      .when(approve({ by: 'zhou' }));
    const seen = (reader: Reader, state: typeof second.state) =>
      versionFor(reader, itemOf(state), 'dongfang')?.number;
    expect([seen(MEMBER, second.state), seen(STRANGER, second.state)]).toEqual([1, 1]);
    const inside = second.when(passTime(at('2026-10-01 09:00')));
    expect([seen(MEMBER, inside.state), seen(STRANGER, inside.state)]).toEqual([2, 1]);
    const outside = inside.when(passTime(at('2026-10-08 09:00')));
    expect([seen(MEMBER, outside.state), seen(STRANGER, outside.state)]).toEqual([2, 2]);
    expect(faces(itemOf(outside.state))).toHaveLength(1);
  });

  test('withdrawal in between takes down both faces', () => {
    const inside = decided()
      .when(revise(NEXT))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve({ by: 'zhou' }))
      .when(approve({ by: 'zhou' }))
      .when(passTime(at('2026-10-01 09:00')));
    const gone = inside.when(issue('WithdrawItem', { reason: '有误。', inError: true }));
    gone.then([{ type: 'ItemWithdrawn', data: { reason: '有误。', inError: true, versions: [1, 2] } }]);
    expect(versionFor(STRANGER, itemOf(gone.state), 'dongfang')).toBeUndefined();
    expect(itemDecider.nextDue(gone.state)).toBeUndefined();
  });

  test('a draft does not stop the releases that were approved before it', () => {
    const inside = approved(DECISION)
      .when(passTime(at('2026-09-02 09:00')))
      .when(revise(NEXT));
    inside
      .when(passTime(at('2026-09-09 09:00')))
      .then([{ type: 'ItemReleased', data: { version: 1, audience: 'public', online: true } }]);
  });

  test('once approved, the new version alone is released', () => {
    const second = approved(DECISION)
      .when(passTime(at('2026-09-02 09:00')))
      .when(revise(NEXT))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve({ by: 'zhou' }))
      .when(approve({ by: 'zhou' }));
    second.when(passTime(at('2026-09-09 09:00'))).then([]);
  });

  test('given up once approved, leaves the plan before it in force', () => {
    const second = approved(DECISION)
      .when(passTime(at('2026-09-02 09:00')))
      .when(revise(NEXT))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve())
      .when(approve())
      .when(issue('WithdrawItem', { reason: '不必修订。', inError: false, draftOnly: true }));
    expect(itemDecider.nextDue(second.state)).toBe(at('2026-09-09 09:00'));
    second
      .when(passTime(at('2026-09-09 09:00')))
      .then([{ type: 'ItemReleased', data: { version: 1, audience: 'public', online: true } }]);
  });

  test('cannot be narrower than what is up is planned to become', () => {
    approved(DECISION)
      .when(passTime(at('2026-09-02 09:00')))
      .when(revise())
      .thenRefused('narrower-than-shown');
  });

  test('never takes back what is up', () => {
    const withheld = { kind: 'cannot', ground: 'personal-privacy', explanation: '涉及个人隐私。' } as const;
    decided()
      .when(revise({ ...NEXT, withheld }))
      .thenRefused('narrower-than-shown');
    decided().when(revise()).thenRefused('narrower-than-shown', { field: 'content.audience' });
    decided()
      .when(issue('WithdrawItem', { reason: '有误。', inError: true }))
      .when(revise())
      .thenTypes('ItemRevised');
  });

  test('is checked like a proposal, reason included', () => {
    released()
      .when(revise({ forms: ['飞鸽传书'] }))
      .thenRefused('form-unknown');
    released()
      .when(issue('ReviseItem', { content: CONTENT, reason: '应13812345678机主要求。', answers: [] }))
      .thenRefused('personal-data', { field: 'reason' });
    released()
      .when(issue('ReviseItem', { content: CONTENT, reason: '更正。', answers: [] }, { by: 'lin' }))
      .thenRefused('not-permitted');
  });

  test('takes an item whose latest version is decided', () => {
    reviewed().when(revise()).thenRefused('wrong-stage', { needed: '已公开或不予公开' });
    approved().when(revise()).thenRefused('wrong-stage');
    released().when(revise()).when(revise()).thenRefused('wrong-stage', { stage: '拟稿' });
  });

  test('reopens what was taken down, given up or closed', () => {
    const closed = released().when(issue('CloseItem', {}));
    expect(itemOf(closed.when(revise()).state).closed).toBeUndefined();
    released()
      .when(issue('WithdrawItem', { reason: '有误。', inError: true }))
      .when(revise())
      .thenTypes('ItemRevised');
    drafted()
      .when(issue('WithdrawItem', { reason: '重复。', inError: false }))
      .when(revise())
      .thenTypes('ItemRevised');
  });

  test('released again after a withdrawal in error it is on show again', () => {
    const again = released()
      .when(issue('WithdrawItem', { reason: '有误。', inError: true }))
      .when(revise())
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve())
      .when(passTime(at('2026-09-02 09:00')));
    expect(onShow(itemOf(again.state))?.number).toBe(2);
    expect(versionsFor(MEMBER, itemOf(again.state), 'dongfang').map(({ number }) => number)).toEqual([2]);
  });
});

describe('not for now', () => {
  const lookAgainOn = '2026-10-08';
  const withheld = {
    kind: 'not-for-now',
    ground: 'under-deliberation',
    explanation: '尚在酝酿。',
    lookAgainOn,
  } as const;
  const pending = () => reviewed({ withheld }).when(approve());

  test('is raised once, at the beginning of its day', () => {
    expect(itemDecider.nextDue(pending().state)).toBe(at('2026-10-08 00:00'));
    pending()
      .when(passTime(at('2026-10-07 23:59')))
      .then([]);
    const raised = pending().when(passTime(at('2026-10-08 00:00')));
    raised.then([{ type: 'LookAgainDue', data: {} }]);
    expect(itemDecider.nextDue(raised.state)).toBeUndefined();
    raised.when(passTime(at('2026-10-09 00:00'))).then([]);
  });

  test('cannot be closed away', () => {
    pending().when(issue('CloseItem', {})).thenRefused('look-again-open');
  });

  test('is not raised while somebody is at it, and again when they give up', () => {
    const revised = pending().when(revise());
    expect(itemDecider.nextDue(revised.state)).toBeUndefined();
    const given = revised.when(issue('WithdrawItem', { reason: '仍不宜公开。', inError: false }));
    expect(itemDecider.nextDue(given.state)).toBe(at('2026-10-08 00:00'));
  });

  test('can be put off by a new decision', () => {
    const later = pending()
      .when(revise({ withheld: { ...withheld, lookAgainOn: '2026-12-01' } }))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve());
    expect(itemDecider.nextDue(later.state)).toBe(at('2026-12-01 00:00'));
  });

  test('is raised again after it was raised and put off', () => {
    const later = pending()
      .when(passTime(at('2026-10-08 00:00')))
      .when(revise({ withheld: { ...withheld, lookAgainOn: '2026-12-01' } }))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve());
    later.when(passTime(at('2026-12-01 00:00'))).then([{ type: 'LookAgainDue', data: {} }]);
  });

  test('is nothing that could be withdrawn', () => {
    pending()
      .when(issue('WithdrawItem', { reason: '不再适用。', inError: false }))
      .thenRefused('not-on-show');
  });
});

describe('staged work', () => {
  const stages = [
    { name: '立项', plannedOn: '2026-10-01' },
    { name: '验收', plannedOn: '2026-12-20' },
  ];
  const complete = (stage: number, completedOn: string, now = at(`${completedOn} 17:00`)) =>
    issue('CompleteStage', { stage, completedOn, note: '已完成。' }, { now });
  const both = (last = '2026-12-18') =>
    released({ stages }).when(complete(0, '2026-09-30')).when(complete(1, last));

  test('is planned, under way and done', () => {
    const planned = released({ stages });
    expect(tenseOf(itemOf(planned.state))).toBe('planned');
    expect(tenseOf(itemOf(planned.when(complete(0, '2026-09-30')).state))).toBe('under-way');
    expect(tenseOf(itemOf(both().state))).toBe('done');
  });

  test('completes each stage once, in the past, of an item that has been disclosed', () => {
    both().when(complete(1, '2026-12-19')).thenRefused('stage-unknown');
    released({ stages }).when(complete(2, '2026-12-19')).thenRefused('stage-unknown');
    released().when(complete(0, '2026-12-19')).thenRefused('stage-unknown');
    released({ stages })
      .when(complete(0, '2026-09-30', at('2026-09-29 09:00')))
      .thenRefused('day-in-future');
    approved({ stages }).when(complete(0, '2026-09-30')).thenRefused('wrong-stage');
    released({ stages })
      .when(issue('CompleteStage', { stage: 0, completedOn: '2026-09-01', note: '经办人13812345678' }))
      .thenRefused('personal-data', { field: 'note' });
  });

  test('goes on while a revision is written, and keeps what is done under its name', () => {
    const turned = [stages[1], { name: '招标', plannedOn: '2026-11-01' }, stages[0]].filter(
      (s) => s !== undefined,
    );
    const working = released({ stages })
      .when(revise({ stages: turned }))
      .when(complete(0, '2026-09-30'));
    working.thenTypes('StageCompleted');
    const second = working
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve())
      .when(passTime(at('2026-10-02 09:00')));
    expect(stagesOf(itemOf(second.state)).map(({ name, completedOn }) => [name, completedOn])).toEqual([
      ['验收', undefined],
      ['招标', undefined],
      ['立项', '2026-09-30'],
    ]);
  });

  test('is closed once every stage is done', () => {
    released({ stages }).when(issue('CloseItem', {})).thenRefused('stages-open', { count: 2 });
    both().when(issue('CloseItem', {})).thenTypes('ItemClosed');
  });

  test('needs a summary when it crosses a year, in the plan or in fact', () => {
    const fact = both('2027-01-08');
    fact.when(issue('CloseItem', {})).thenRefused('summary-missing');
    fact.when(issue('CloseItem', { summary: '按期完成，经费无结余。' })).thenTypes('ItemClosed');
    fact
      .when(issue('CloseItem', { summary: '咨询13812345678。' }))
      .thenRefused('personal-data', { field: 'summary' });
    const planned = released({
      stages: [
        { name: '立项', plannedOn: '2026-12-01' },
        { name: '验收', plannedOn: '2027-02-01' },
      ],
    })
      .when(complete(0, '2026-12-01'))
      .when(complete(1, '2026-12-30'));
    planned.when(issue('CloseItem', {})).thenRefused('summary-missing');
    const reported = released()
      .when(issue('RecordProgress', { text: '开工', percent: 10 }, { now: at('2026-12-31 23:59') }))
      .when(issue('RecordProgress', { text: '完工', percent: 100 }, { now: at('2027-01-01 00:00') }));
    reported.when(issue('CloseItem', {})).thenRefused('summary-missing');
  });
});

describe('progress', () => {
  const report = (percent: number) => issue('RecordProgress', { text: '正在推进。', percent });

  test('is kept entry by entry with its day; the last one says how far it is', () => {
    const item = released().when(report(30)).when(report(60));
    expect(itemOf(item.state).progress).toMatchObject([{ percent: 30, by: 'li' }, { percent: 60 }]);
    expect(tenseOf(itemOf(item.state))).toBe('under-way');
    expect(tenseOf(itemOf(released().when(report(0)).state))).toBe('planned');
    expect(tenseOf(itemOf(item.when(report(100)).state))).toBe('done');
    expect(tenseOf(itemOf(released().state))).toBe('done');
  });

  test('holds no personal data, and ends with the item', () => {
    released()
      .when(issue('RecordProgress', { text: '联系13812345678', percent: 1 }))
      .thenRefused('personal-data');
    released().when(issue('CloseItem', {})).when(report(1)).thenRefused('wrong-stage', { stage: '已办结' });
    released()
      .when(issue('RecordProgress', { text: '推进', percent: 1 }, { by: 'lin' }))
      .thenRefused('not-permitted');
  });
});

describe('CloseItem', () => {
  const close = issue('CloseItem', {});

  test('ends the work and leaves the item up', () => {
    const closed = released().when(close);
    expect(onShow(itemOf(closed.state))?.number).toBe(1);
    expect(tenseOf(itemOf(closed.state))).toBe('done');
    closed.when(close).thenRefused('wrong-stage');
    expect(inWork(itemOf(closed.state))).toBeUndefined();
  });

  test('waits for every audience of the plan', () => {
    const inside = approved(DECISION).when(passTime(at('2026-09-02 09:00')));
    inside.when(close).thenRefused('releases-open', { count: 1 });
    decided().when(close).thenTypes('ItemClosed');
  });

  test('of a plan waits for its result', () => {
    const plan = released({ pair: { part: 'plan' } });
    plan.when(close).thenRefused('result-missing');
    const facts = { ...close.facts, resultDisclosed: true };
    plan.when(issue('CloseItem', {}, { facts })).thenTypes('ItemClosed');
    plan
      .when(issue('RecordProgress', { text: '已全部落实。', percent: 100 }))
      .when(close)
      .thenTypes('ItemClosed');
  });

  describe('while opinions are asked for', () => {
    const asking = withPolicy({ feedbackWindowDays: 10 });
    /** Released on Tuesday, the first of September: the tenth working day after it is the fifteenth. */
    const shown = (facts = asking) => reviewed({}, { facts }).when(approve({ facts })).when(passTime(NOW));
    const closeOn = (now: string, opinions = FACTS.opinions) =>
      issue('CloseItem', {}, { now, facts: { ...FACTS, ...(opinions && { opinions }) } });

    test('is refused until the last day is over', () => {
      for (const now of [NOW, at('2026-09-15 23:59')])
        shown().when(closeOn(now)).thenRefused('opinions-asked-for', { until: '2026-09-15' });
      shown()
        .when(closeOn(at('2026-09-16 00:00')))
        .thenTypes('ItemClosed');
    });

    test('the policy of the day of the approval holds, and the stricter of two', () => {
      const above = { ...FACTS, superior: withPolicy({ feedbackWindowDays: 10 }).organisation };
      for (const facts of [asking, above])
        shown(facts).when(closeOn(NOW)).thenRefused('opinions-asked-for', { until: '2026-09-15' });
      shown(FACTS).when(closeOn(NOW)).thenTypes('ItemClosed');
    });

    test('a calendar that makes days off of working days takes it further', () => {
      const calendar = calendarOf({ '2026-09-07': { working: false, name: '校庆' } });
      shown()
        .when(closeOn(NOW, { calendar, unanswered: 0 }))
        .thenRefused('opinions-asked-for', { until: '2026-09-16' });
    });

    test('is refused before every opinion is answered, whenever that is', () => {
      const waiting = { calendar: calendarOf({}), unanswered: 2 };
      shown()
        .when(closeOn(at('2026-12-01 09:00'), waiting))
        .thenRefused('opinions-unanswered', { count: 2 });
      released().when(closeOn(NOW, waiting)).thenRefused('opinions-unanswered', { count: 2 });
    });

    test('nobody is asked about what has been taken down', () => {
      shown()
        .when(issue('WithdrawItem', { reason: '有误。', inError: true }))
        .when(closeOn(NOW))
        .thenTypes('ItemClosed');
    });
  });

  test('of a withheld item is possible when it cannot be disclosed at all', () => {
    const withheld = { kind: 'cannot', ground: 'party-secret', explanation: '涉及党内秘密。' } as const;
    reviewed({ withheld }).when(approve()).when(close).thenTypes('ItemClosed');
  });

  test('does not cut off a revision, and takes somebody of the office', () => {
    released().when(revise()).when(close).thenRefused('wrong-stage', { stage: '拟稿' });
    released()
      .when(issue('CloseItem', {}, { by: 'lin' }))
      .thenRefused('not-permitted');
  });
});
