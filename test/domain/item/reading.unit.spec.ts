import { describe, expect, test } from 'vitest';
import { cardOf, type ItemCard } from '../../../domain/item/card.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { faceFor } from '../../../domain/item/for-reader.ts';
import { itemDecider } from '../../../domain/item/item.ts';
import { halfPairs } from '../../../domain/item/pairs.ts';
import type { ItemState } from '../../../domain/item/state.ts';
import { tasksOf } from '../../../domain/item/tasks.ts';
import { publicSteps, timelineOf } from '../../../domain/item/timeline.ts';
import type { Actor, DomainEvent } from '../../../domain/kernel/decider.ts';
import { stranger } from '../../../domain/visibility.ts';
import {
  approve,
  approved,
  at,
  CLEAR,
  CONTENT,
  DECISION,
  DISTRICT,
  drafted,
  issue,
  itemOf,
  NOW,
  OBJECTION,
  passTime,
  propose,
  released,
  review,
  reviewed,
  SCHOOL,
  SMALL,
  SMALL_SCHOOL,
  screen,
  submit,
  submitted,
  VERDICTS,
} from './school.ts';

const tasks = (state: ItemState, now = NOW, organisation = SCHOOL) =>
  tasksOf(itemOf(state), organisation, DISTRICT, now);
const kinds = (state: ItemState, now = NOW) => tasks(state, now).map(({ kind }) => kind);
const card = (state: ItemState, id = 'i-1'): ItemCard =>
  cardOf(itemOf(state), { id, organisation: 'dongfang' });

describe('tasks', () => {
  test('[DF-22] ask the office or the person who provides the content', () => {
    expect(tasks(drafted().state)).toEqual([
      { kind: 'provide-content', organisation: 'own', seats: SCHOOL.policy.proposers, since: NOW },
      { kind: 'submit', organisation: 'own', people: ['li'], since: NOW },
    ]);
    const personal = drafted({ provider: { kind: 'person', person: 'wu' } });
    expect(tasks(personal.state)[0]).toMatchObject({ kind: 'provide-content', people: ['wu'] });
  });

  test('follow the item from hand to hand', () => {
    const phone = { text: '联系13812345678' };
    expect(kinds(drafted().when(submit()).state)).toEqual([]);
    expect(tasks(submitted().state)).toEqual([
      { kind: 'review', organisation: 'own', seats: SCHOOL.policy.reviewers, except: ['li'], since: NOW },
    ]);
    expect(kinds(submitted(phone).state)).toEqual(['settle-findings', 'review']);
    expect(kinds(reviewed(phone).state)).toEqual(['settle-findings']);
    expect(tasks(reviewed().state)).toEqual([
      {
        kind: 'approve',
        organisation: 'own',
        seats: [{ body: 'leading-group' }],
        except: ['li'],
        since: NOW,
      },
    ]);
    expect(kinds(approved().state)).toEqual([]);
    expect(kinds(released().state)).toEqual([]);
    expect(tasks(submitted().when(issue('ReturnItem', { reason: '请补充。' })).state)).toMatchObject([
      { kind: 'amend', people: ['li'] },
    ]);
  });

  test('wait for whoever has not answered, until the deadline', () => {
    const deadline = at('2026-09-03 17:00');
    const asked = reviewed()
      .when(issue('ConsultMembers', { members: ['chen', 'he'], deadline }))
      .when(issue('AnswerConsultation', { agree: true }, { by: 'chen' }));
    expect(tasks(asked.state)).toMatchObject([
      { kind: 'answer-consultation', people: ['he'], due: deadline },
    ]);
    expect(kinds(asked.state, deadline)).toEqual(['approve']);
  });

  test('go to the district for a school of two, and for what is beyond its powers', () => {
    const small = submitted({ accountable: 'sun' }, { facts: SMALL, by: 'sun' }).when(
      review({ facts: SMALL, by: 'gao' }),
    );
    expect(tasks(small.state, NOW, SMALL_SCHOOL)).toMatchObject([
      { kind: 'approve-for-school', organisation: 'superior', except: ['sun', 'gao'] },
    ]);
    const escalated = reviewed()
      .when(issue('EscalateItem', { reason: '超出权限。' }))
      .when(approve());
    expect(kinds(escalated.state)).toEqual(['approve-for-school']);
  });

  test('ask for a proof of what only an offline form reaches, in its turn', () => {
    const meeting = approved({ forms: ['会议'] });
    expect(tasks(meeting.state)).toMatchObject([{ kind: 'record-proof', since: NOW }]);
    const decision = approved({ ...DECISION, forms: ['设限平台', '会议'] });
    expect(kinds(decision.state)).toEqual([]);
    const inside = decision.when(passTime(at('2026-09-02 09:00')));
    expect(tasks(inside.state, at('2026-09-02 09:01'))).toMatchObject([
      { kind: 'record-proof', since: at('2026-09-09 09:00') },
    ]);
    const late = decision.when(passTime(at('2026-09-10 09:00')));
    expect(kinds(late.state, at('2026-09-10 09:01'))).toEqual(['record-proof']);
    const gone = meeting.when(issue('WithdrawItem', { reason: '取消。', inError: false }));
    expect(kinds(gone.state)).toEqual([]);
  });

  test('remind of the next stage, with its day', () => {
    const stages = [{ name: '立项', plannedOn: '2026-10-01' }];
    expect(tasks(released({ stages }).state)).toMatchObject([
      { kind: 'complete-stage', since: NOW, due: at('2026-10-02 00:00') },
    ]);
  });

  test('[XH-22] look again at what was not disclosed for now, once its day has come', () => {
    const withheld = {
      kind: 'not-for-now',
      ground: 'under-deliberation',
      explanation: '尚在酝酿。',
      lookAgainOn: '2026-10-08',
    } as const;
    const item = reviewed({ withheld }).when(approve());
    expect(kinds(item.state)).toEqual([]);
    const raised = item.when(passTime(at('2026-10-08 00:00')));
    expect(tasks(raised.state)).toMatchObject([{ kind: 'look-again', since: at('2026-10-08 00:00') }]);
  });

  test('end with the item', () => {
    expect(kinds(released().when(issue('CloseItem', {})).state)).toEqual([]);
  });
});

describe('a card', () => {
  test('holds what a list shows', () => {
    expect(card(released(DECISION).when(passTime(at('2026-09-02 09:00'))).state)).toEqual({
      id: 'i-1',
      organisation: 'dongfang',
      version: 1,
      title: '关于新建综合楼的决定',
      releases: [{ audience: 'party', online: true, at: at('2026-09-02 09:00') }],
      row: 'b-12',
      documentType: 'matter',
      basis: 'voluntary',
      matter: 'major-decision',
      important: false,
      audience: 'public',
      stage: 'released',
      tense: 'done',
      onShow: true,
      releasedAt: at('2026-09-02 09:00'),
      waits: [],
    });
  });

  test('of a typical item stays within 700 bytes', () => {
    const long: Partial<ItemContent> = {
      ...DECISION,
      title: '关于2026年秋季学期校舍维修改造工程资金使用情况的公示',
      documentType: 'public-notice',
      important: true,
      objection: OBJECTION,
    };
    const done = approved(long)
      .when(passTime(at('2026-09-02 09:00')))
      .when(passTime(at('2026-09-09 09:00')));
    for (const item of [drafted(long), submitted(long), reviewed(long), done]) {
      expect(new TextEncoder().encode(JSON.stringify(card(item.state))).length).toBeLessThanOrEqual(700);
    }
  });

  test('says how it ended', () => {
    const gone = released().when(issue('WithdrawItem', { reason: '有误。', inError: true }));
    expect(card(gone.state)).toMatchObject({ stage: 'withdrawn', onShow: false });
    const over = released({ showUntil: '2026-09-03' });
    expect(card(over.state)).toMatchObject({ onShow: true, showUntil: at('2026-09-04 00:00') });
    expect(card(over.when(passTime(at('2026-09-04 00:00'))).state)).toMatchObject({
      stage: 'expired',
      onShow: false,
    });
    expect(card(released().when(issue('CloseItem', {})).state)).toMatchObject({
      stage: 'closed',
      onShow: true,
    });
    expect(card(drafted().state)).toMatchObject({ stage: 'drafted', onShow: false, releases: [] });
  });

  test('shows what is not disclosed and why, once that is decided', () => {
    const withheld = { kind: 'cannot', ground: 'party-secret', explanation: '涉及党内秘密。' } as const;
    expect(card(reviewed({ withheld }).state).withheld).toBeUndefined();
    expect(card(reviewed({ withheld }).when(approve()).state)).toMatchObject({ stage: 'withheld', withheld });
  });

  test('shows the version on show, and the one on its way', () => {
    const revision = { content: { ...CONTENT, title: '更正' }, reason: '更正。', answers: [] };
    expect(card(released().when(issue('ReviseItem', revision)).state)).toMatchObject({
      version: 1,
      title: CONTENT.title,
      stage: 'released',
      working: { version: 2, title: '更正', stage: 'drafted' },
      waits: [{ kind: 'provide-content' }, { kind: 'submit' }],
    });
  });

  test('has a face for each reader while a revision has reached the Party only', () => {
    const first = approved(DECISION)
      .when(passTime(at('2026-09-02 09:00')))
      .when(passTime(at('2026-09-09 09:00')));
    const releasePlan = [
      { audience: 'party' as const },
      { audience: 'public' as const, at: at('2026-10-08 09:00') },
    ];
    const content = { ...DECISION, title: '修订', releasePlan };
    const inside = first
      .when(issue('ReviseItem', { content, reason: '修订。', answers: [] }))
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve())
      .when(approve())
      .when(passTime(at('2026-10-01 09:00')));
    const member = { ...stranger('dongfang'), person: 'wu', partyMember: true };
    expect(faceFor(member, card(inside.state))).toMatchObject({ version: 2, title: '修订' });
    expect(faceFor(stranger('dongfang'), card(inside.state))).toMatchObject({
      version: 1,
      title: DECISION.title,
    });
    expect(faceFor(stranger('dongfang'), card(first.state))?.version).toBe(1);
    expect(faceFor(stranger('dongfang'), card(released().state))).toBeUndefined();
  });
});

describe('pairs', () => {
  const plan = released({ pair: { part: 'plan' } });
  const result = (of: string) => released({ pair: { part: 'result', plan: of } });

  test('[DF-08] [JX-14] a plan is half until its result is disclosed, a result until its plan is', () => {
    const missing = (...cards: ItemCard[]) => halfPairs(cards).map((half) => [half.card.id, half.missing]);
    const p = card(plan.state, 'p-1');
    expect(missing(p)).toEqual([['p-1', 'result']]);
    expect(missing(p, card(result('p-1').state, 'r-1'))).toEqual([]);
    expect(missing(card(result('p-1').state, 'r-1'))).toEqual([['r-1', 'plan']]);
    expect(missing(p, card(result('p-2').state, 'r-1'))).toEqual([
      ['p-1', 'result'],
      ['r-1', 'plan'],
    ]);
    expect(missing(p, card(approved({ pair: { part: 'result', plan: 'p-1' } }).state, 'r-1'))).toEqual([
      ['p-1', 'result'],
    ]);
    const gone = result('p-1').when(issue('WithdrawItem', { reason: '有误。', inError: true }));
    expect(missing(p, card(gone.state, 'r-1'))).toEqual([['p-1', 'result']]);
    expect(
      missing(card(approved({ pair: { part: 'plan' } }).state, 'p-1'), card(released().state, 'i-1')),
    ).toEqual([]);
  });

  test('[DF-08] a plan whose own entries say that it is carried out is whole', () => {
    const carriedOut = plan.when(issue('RecordProgress', { text: '已全部落实。', percent: 100 }));
    expect(halfPairs([card(carriedOut.state)])).toEqual([]);
  });
});

describe('the timeline', () => {
  /** Runs the commands and keeps what the record would keep. */
  function record(...commands: ReturnType<typeof issue>[]) {
    let state: ItemState;
    return commands.map((command) => {
      const by: Actor =
        command.actor.kind === 'person' ? { ...command.actor, seat: 'office' } : command.actor;
      const events: readonly DomainEvent[] = itemDecider.decide(command, state);
      state = events.reduce(
        (s, event) => itemDecider.evolve(s, event as never, { at: command.now, by }),
        state,
      );
      return { at: command.now, by, events };
    });
  }
  const submitAndScreen = [submit(), screen()];
  const verdicts = { ...VERDICTS, form: { ok: false, note: '不妥。' } };
  const commits = record(
    propose(),
    ...submitAndScreen,
    issue('ReviewItem', { ...CLEAR, verdicts }),
    ...submitAndScreen,
    issue('ReviewItem', { ...CLEAR, risk: '可能引起误解。' }),
    issue('ConsultMembers', { members: ['chen'], deadline: at('2026-09-03 17:00') }),
    issue('AnswerConsultation', { agree: false, opinion: '有不同看法。' }, { by: 'chen' }),
    approve(),
    passTime(NOW),
    issue('RecordProgress', { text: '已完成一半。', percent: 50 }),
    issue('ReviseItem', { content: CONTENT, reason: '更正。', answers: [] }),
    issue('RecordProgress', { text: '已完成大半。', percent: 80 }),
  );

  test('has every step for those who work on it', () => {
    expect(timelineOf(commits).map(({ event, version }) => `${version} ${event}`)).toEqual([
      '1 ItemProposed',
      '1 ItemSubmitted',
      '1 ItemScreened',
      '1 ItemReviewed',
      '1 ItemReturned',
      '1 ItemSubmitted',
      '1 ItemScreened',
      '1 ItemReviewed',
      '1 MembersConsulted',
      '1 ConsultationAnswered',
      '1 ApprovalStepPassed',
      '1 ItemApproved',
      '1 ItemReleased',
      '1 ProgressRecorded',
      '2 ItemRevised',
      '1 ProgressRecorded',
    ]);
    expect(timelineOf(commits)[4]).toMatchObject({ note: '不妥。', by: { person: 'wang', seat: 'office' } });
    expect(timelineOf(commits)[9]).toMatchObject({ note: '有不同看法。', by: { person: 'chen' } });
  });

  test('shows readers the process without names, opinions, returned attempts and later versions', () => {
    const steps = publicSteps(timelineOf(commits), 1);
    expect(steps.map(({ event }) => event)).toEqual([
      'ItemProposed',
      'ItemReviewed',
      'MembersConsulted',
      'ApprovalStepPassed',
      'ItemApproved',
      'ItemReleased',
      'ProgressRecorded',
      'ProgressRecorded',
    ]);
    expect(steps[1]).toMatchObject({ seat: 'office' });
    expect(steps[2]).toMatchObject({ count: 1 });
    expect(steps[5]).toMatchObject({ audience: 'party', online: true });
    const text = JSON.stringify(steps);
    for (const secret of ['wang', 'chen', 'zhou', '不妥', '不同看法', '引起误解'])
      expect(text).not.toContain(secret);
  });

  test('leaves out a version that was given up', () => {
    const given = record(
      propose(),
      ...submitAndScreen,
      review(),
      approve(),
      passTime(NOW),
      issue('ReviseItem', { content: CONTENT, reason: '更正。', answers: [] }),
      issue('WithdrawItem', { reason: '不必更正。', inError: false, draftOnly: true }),
      issue('ReviseItem', { content: CONTENT, reason: '答复意见。', answers: [] }),
      ...submitAndScreen,
      review(),
      approve(),
      passTime(NOW),
    );
    expect(publicSteps(timelineOf(given), 1).every(({ version }) => version === 1)).toBe(true);
    const steps = publicSteps(timelineOf(given), 3);
    expect(steps.filter(({ version }) => version === 2)).toEqual([]);
    expect(steps.find(({ event }) => event === 'ItemRevised')).toMatchObject({
      version: 3,
      note: '答复意见。',
    });
  });
});
