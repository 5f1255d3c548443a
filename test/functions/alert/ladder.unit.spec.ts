import { beforeEach, describe, expect, it } from 'vitest';
import { circularDecider } from '../../../domain/circular/circular.ts';
import { receiptDecider } from '../../../domain/circular/receipt.ts';
import { decisionDecider } from '../../../domain/decision/decision.ts';
import { OrgScope, parseStream } from '../../../domain/kernel/scope.ts';
import { caseDecider } from '../../../domain/supervision/case/case.ts';
import { followUpDecider } from '../../../domain/supervision/followup/followup.ts';
import { DISTRICT, SCHOOL } from './alert-world.ts';
import { beyond, by, LadderWorld } from './ladder-world.ts';

const ID = LadderWorld.ID;

/** A Thursday. The working days before it are the 16th, 15th, 14th, 11th; those after it the 18th, 21st … 24th. */
const DUE = '2026-12-17';
const SOON = ['2026-12-08', '2026-12-14', '2026-12-16'] as const;
const LATE = ['2026-12-18', '2026-12-21', '2026-12-22', '2026-12-24', '2026-12-31'] as const;

/** By the district's own ladder: the office, with the deputy on the day, then the head, then the district. */
const CLIMB = [
  'zhou-min due-soon T-7',
  'zhou-min due-soon T-3',
  'zhou-min due-soon T-1',
  'zhou-min due-soon T',
  'ma-yuan due-soon T',
  'chen-guang overdue T+1',
  'chen-guang escalated T+2',
  'chen-guang escalated T+3',
  'qiu-lan escalated T+5',
  'qiu-lan escalated T+10',
  'chen-guang escalated T+10',
];

let world: LadderWorld;
beforeEach(() => {
  world = new LadderWorld({
    FOLLOWUP: followUpDecider,
    CASE: caseDecider,
    DECISION: decisionDecider,
    CIRCULAR: circularDecider,
    RECEIPT: receiptDecider,
  });
  world.now = '2026-12-01T01:00:00.000Z';
});

/** Every morning to the top of the ladder, and each of them twice. */
async function climb(): Promise<void> {
  for (const day of [...SOON, DUE, ...LATE]) await world.mornings(day, day);
}

/** With the owner on every step, who is told no second time where the ladder names them. */
const withOwner = (owner: string) => {
  const steps = [...new Set(CLIMB.map((line) => line.replace(/^\S+ /, '')))];
  return [...new Set([...CLIMB, ...steps.map((step) => `${owner} ${step}`)])].toSorted();
};

/** Once it is done, everybody who was told hears that, once, by the highest step. */
const over = (told: readonly string[], kind: string, step: string) =>
  [...new Set(told.map((line) => `${line.split(' ')[0]} ${kind} ${step}`))].toSorted();

describe('a suggestion of supervisors', () => {
  const SUGGESTION = { aspects: ['content'], text: '建议公开校服采购价格。', dueOn: DUE };
  const suggest = () =>
    world.do({
      kind: 'FOLLOWUP',
      type: 'FileSuggestion',
      data: SUGGESTION,
      by: by('qiu-lan', DISTRICT),
    });
  const answer = () =>
    world.do({
      kind: 'FOLLOWUP',
      type: 'AnswerSuggestion',
      data: { outcome: 'adopted', text: '已公开。' },
      by: by('zhou-min'),
    });

  it('climbs the ladder rung by rung, each of them once, and never quotes itself', async () => {
    await suggest();
    await world.mornings('2026-12-07');
    expect(world.heard).toEqual([]);
    await climb();
    expect(world.heard.toSorted()).toEqual(CLIMB.toSorted());
    const [first] = world.linesFor('chen-guang', SCHOOL);
    expect(first).toEqual({
      text: '逾期：监督建议，办理期限2026年12月17日',
      about: { organisation: SCHOOL.organisation, followup: ID },
    });
    expect(JSON.stringify([world.recorded('DIGEST'), world.mails])).not.toContain('校服');
  });

  it('is silent once it is answered, and tells those who were told', async () => {
    await suggest();
    await world.mornings('2026-12-17', '2026-12-18');
    const before = world.heard;
    await answer();
    expect(world.since(before)).toEqual(over(before, 'met', 'T+1'));
    await climb();
    expect(world.heard).toHaveLength(before.length + 3);
    expect(world.linesFor('chen-guang', SCHOOL).map(({ text }) => text)).toEqual([
      '已办结：监督建议，不再提醒',
    ]);
  });

  it('that is answered in time is spoken of to nobody', async () => {
    await suggest();
    await answer();
    await climb();
    expect(world.heard).toEqual([]);
  });
});

describe('an order to put something right', () => {
  const order = () =>
    world.do({
      kind: 'FOLLOWUP',
      type: 'OrderRectification',
      data: { aspects: ['form'], text: '公示栏未更新。', owner: 'ma-yuan', dueOn: DUE },
      by: by('qiu-lan', DISTRICT),
    });
  const report = () =>
    world.do({ kind: 'FOLLOWUP', type: 'ReportFollowUp', data: { proof: '已更新。' }, by: by('ma-yuan') });
  const look = (type: 'VerifyFollowUp' | 'WithdrawFollowUp', data: object) =>
    world.do({ kind: 'FOLLOWUP', type, data, by: by('qiu-lan', DISTRICT) });

  it('reminds whoever has to do it on every step, beside those whom the ladder names', async () => {
    await order();
    await climb();
    expect(world.heard.toSorted()).toEqual(withOwner('ma-yuan'));
  });

  it('reminds whoever has to look once it is reported, and the owner again once that was not enough', async () => {
    await order();
    await report();
    await world.mornings('2026-12-16');
    const first = world.heard;
    // In the digest of the house where they sit.
    const houses = world.recorded('DIGEST').map(({ stream }) => parseStream(stream).organisation);
    expect(new Set(houses)).toEqual(new Set([SCHOOL.organisation, DISTRICT.organisation]));
    expect(first.toSorted()).toEqual(['qiu-lan due-soon T-1', 'zhou-min due-soon T-1']);
    await look('VerifyFollowUp', { ok: false, note: '缺十一月。' });
    await world.mornings('2026-12-18');
    expect(world.since(first)).toEqual(['chen-guang overdue T+1', 'ma-yuan overdue T+1']);
    await report();
    const before = world.heard;
    await look('VerifyFollowUp', { ok: true, note: '齐全。' });
    expect(world.since(before)).toEqual(over(before, 'met', 'T+1'));
  });

  it('that is taken back is over, and is not said to be done', async () => {
    await order();
    await world.mornings('2026-12-18');
    const before = world.heard;
    await look('WithdrawFollowUp', { reason: '重复。' });
    expect(world.since(before)).toEqual(over(before, 'waived', 'T+1'));
    expect(world.linesFor('ma-yuan', SCHOOL).map(({ text }) => text)).toEqual(['已撤回：整改通知，不再提醒']);
  });
});

describe('a case', () => {
  const SECRETS = ['逾期不公开', '情节较轻', '并非本人'];
  beforeEach(() => {
    for (const [scope, id, body] of [
      [SCHOOL, 'accused', 'office'],
      [SCHOOL, 'watcher', 'supervision-group'],
      [SCHOOL, 'second', 'leading-group'],
    ] as const) {
      const person = { id, name: id, partyMember: true, staff: true, email: `${id}@example.edu.cn` };
      world.write(
        scope,
        'ORGANISATION',
        scope.organisation,
        { type: 'PeopleRegistered', data: { people: [person] } },
        { type: 'SeatFilled', data: { person: id, body, position: 'member', from: '2026-01-01' } },
      );
    }
    world.write(SCHOOL, 'ROBOT', 'group-robot', {
      type: 'RobotRegistered',
      data: { kind: 'wecom', name: '校务群', base: 'https://example.org/', key: 'sealed', ending: 'abcd' },
    });
  });
  const step = (type: string, data: object, person: string) =>
    world.do({ kind: 'CASE', type, data, by: by(person) });
  const decide = async () => {
    await step('OpenCase', { person: 'accused', fact: '逾期不公开。', basis: '条例' }, 'watcher');
    await step('DecideCase', { measure: 'notice', reason: '情节较轻。' }, 'chen-guang');
  };
  const appeal = () => step('AppealCase', { text: '并非本人负责。' }, 'accused');
  const silentOn = (secrets: readonly string[]) => {
    const out = JSON.stringify([world.recorded('DIGEST'), world.mails, world.groups]);
    for (const secret of secrets) expect(out).not.toContain(secret);
  };

  it('reminds the person alone of the time to appeal, and is silent when that is over', async () => {
    await decide();
    await world.mornings('2026-12-22', '2026-12-28', '2026-12-30', '2026-12-31');
    await world.mornings('2027-01-04', '2027-01-05', '2027-01-20');
    expect(world.heard).toEqual([
      'accused due-soon T-7',
      'accused due-soon T-3',
      'accused due-soon T-1',
      'accused due-soon T',
    ]);
    expect(world.linesFor('accused', SCHOOL)[0]).toEqual({
      text: '即将到期：一件问责事项，申诉期限2026年12月31日',
      about: { organisation: SCHOOL.organisation, case: ID },
    });
    silentOn(SECRETS);
  });

  it('reminds whoever has to answer the appeal, then the group that opened it, and nobody else', async () => {
    await decide();
    await appeal();
    await world.mornings('2026-12-30', '2026-12-31', '2027-01-04', '2027-01-11');
    // The head decided before, so those left of the leading group decide.
    const deciders = ['ma-yuan', 'second'];
    expect([...new Set(world.heard)].toSorted()).toEqual(
      [
        ...['due-soon T-1', 'due-soon T'].flatMap((said) => deciders.map((who) => `${who} ${said}`)),
        ...['overdue T+1', 'escalated T+5'].flatMap((said) =>
          [...deciders, 'watcher'].map((who) => `${who} ${said}`),
        ),
      ].toSorted(),
    );
    const before = world.heard;
    await step('DecideAppeal', { result: 'upheld', reason: '事实清楚。' }, 'ma-yuan');
    expect(world.since(before)).toEqual(over(before, 'met', 'T+5'));
    expect(world.linesFor('watcher', SCHOOL).map(({ text }) => text)).toEqual([
      '已处理申诉：一件问责事项，不再提醒',
    ]);
    silentOn([...SECRETS, 'accused@', '事实清楚', '校务群']);
    expect(world.groups).toEqual([]);
  });

  it('tells the person who appealed that they need not be reminded, and of an answer in time nobody', async () => {
    await decide();
    await world.mornings('2026-12-30');
    await appeal();
    await step('DecideAppeal', { result: 'revoked', reason: '事实不清。' }, 'ma-yuan');
    await world.mornings('2027-02-01');
    expect(world.heard).toEqual(['accused due-soon T-1', 'accused met T-1']);
  });
});

describe('a decision', () => {
  const decided = () =>
    world.write(
      SCHOOL,
      'DECISION',
      ID,
      {
        type: 'DecisionProposed',
        data: {
          title: '综合楼新建项目',
          summary: '拟新建。',
          matter: 'ordinary',
          audience: 'unit',
          rules: { noticeDays: 3, rounds: 0, publicityDays: 0, disclosureDays: 5 },
        },
      },
      { type: 'DecisionDiscussed', data: { heldOn: '2026-12-01', outcome: 'adopted' } },
    );
  const assign = (assignee: string) =>
    world.do({
      kind: 'DECISION',
      type: 'AssignAction',
      data: { task: '办理规划许可', assignee, dueOn: DUE },
      by: by('zhou-min'),
    });
  const report = (action: number, done = true) =>
    world.do({
      kind: 'DECISION',
      type: 'ReportAction',
      data: { action, note: '办妥。', done },
      by: by('zhou-min'),
    });
  /** Of tasks; of the result that is late there is a test below. */
  const ofTasks = () =>
    world.noted.flatMap(({ alert }, index) =>
      'matter' in alert && alert.matter === 'decision' ? [world.heard[index] as string] : [],
    );

  it('reminds whoever has to carry it out until they have, task by task', async () => {
    decided();
    await assign('ma-yuan');
    await climb();
    expect(ofTasks().toSorted()).toEqual(withOwner('ma-yuan'));
    const line = world.linesFor('ma-yuan', SCHOOL).find(({ about }) => about?.decision !== undefined);
    expect(line).toEqual({
      text: '逾期：重大事项落实任务，落实期限2026年12月17日',
      about: { organisation: SCHOOL.organisation, decision: ID },
    });
    expect(JSON.stringify(world.recorded('DIGEST'))).not.toContain('规划许可');
  });

  it('is silent of what is done, and goes on about the rest', async () => {
    decided();
    await assign('ma-yuan');
    world.now = '2026-12-01T02:00:00.000Z';
    await assign('chen-guang');
    await report(1);
    await world.mornings('2026-12-18');
    expect(ofTasks()).toEqual(['chen-guang overdue T+1']);
    await report(2, false);
    expect(ofTasks()).toHaveLength(1);
    await world.mornings('2026-12-22');
    const before = ofTasks();
    await report(2);
    expect(beyond(before, ofTasks())).toEqual(['chen-guang met T+3']);
    await climb();
    expect(ofTasks()).toHaveLength(before.length + 1);
  });

  it('whose result is late is told to the leaders once, and that it is out', async () => {
    decided();
    await world.at('2026-12-31T16:00:00.000Z', '2027-01-05T01:00:00.000Z');
    const results = () =>
      world.noted.filter(({ alert }) => 'matter' in alert && alert.matter === 'decision-result');
    expect(results().map(({ addressee }) => addressee.id)).toEqual(['chen-guang']);
    world.write(SCHOOL, 'DECISION', ID, { type: 'DecisionDisclosed', data: { item: 'the-item' } });
    await world.settle();
    expect(results().map(({ addressee, alert }) => `${addressee.id} ${alert.kind}`)).toEqual([
      'chen-guang overdue',
      'chen-guang met',
    ]);
  });
});

describe('a circular', () => {
  const send = (task?: string) =>
    world.do({
      scope: DISTRICT,
      kind: 'CIRCULAR',
      type: 'IssueCircular',
      data: {
        title: '关于廉政学习的通知',
        text: '请组织学习。',
        recipients: [SCHOOL.organisation, DISTRICT.organisation],
        readers: 'office',
        dueOn: DUE,
        ...(task !== undefined && { task }),
      },
      by: by('qiu-lan', DISTRICT),
      facts: { reach: new Set([SCHOOL.organisation, DISTRICT.organisation]) },
    });
  const receipt = async (type: 'ReceiveCircular' | 'ReportCircularDone', person: string, scope = SCHOOL) => {
    const circular = await world.aggregates.load(DISTRICT.stream('CIRCULAR', ID), circularDecider);
    await world.do({
      scope,
      kind: 'RECEIPT',
      type,
      data: {},
      by: by(person, scope),
      facts: {
        issuer: DISTRICT.organisation,
        circular: circular.state,
        reader: { organisation: scope.organisation, person },
      },
    });
  };
  /** What was said of the school, which the district hears of as well. */
  const ofSchool = () =>
    world.noted.flatMap(({ alert }, index) =>
      'duties' in alert && alert.organisation.id === SCHOOL.organisation
        ? [world.heard[index] as string]
        : [],
    );

  it('that nobody signed for climbs, in the organisation that has to', async () => {
    await send();
    await receipt('ReceiveCircular', 'qiu-lan', DISTRICT);
    await climb();
    expect(world.heard.toSorted()).toEqual(CLIMB.toSorted());
    expect(world.linesFor('chen-guang', SCHOOL)[0]).toEqual({
      text: '逾期：上级下发的文件，办理期限2026年12月17日',
      about: { organisation: SCHOOL.organisation, circular: ID, of: DISTRICT.organisation },
    });
    expect(world.linesFor('qiu-lan', DISTRICT).map(({ text }) => text)).toEqual([
      '云溪小学：逾期1项，最早期限2026年12月17日',
    ]);
  });

  it('waits for the task, not only for the signature, and says when it is done', async () => {
    await send('学习后报送小结。');
    await world.mornings('2026-12-16');
    await receipt('ReceiveCircular', 'zhou-min');
    await world.mornings('2026-12-18');
    const before = ofSchool();
    expect(before).toEqual(['zhou-min due-soon T-1', 'chen-guang overdue T+1']);
    await receipt('ReportCircularDone', 'zhou-min');
    expect(beyond(before, ofSchool())).toEqual(over(before, 'met', 'T+1'));
    await climb();
    expect(ofSchool()).toHaveLength(4);
  });

  it('is silent for everybody once it is withdrawn, and from the start for who was in time', async () => {
    await send();
    await receipt('ReceiveCircular', 'zhou-min');
    await world.mornings('2026-12-16');
    expect(world.heard).toEqual(['qiu-lan due-soon T-1']);
    await world.do({
      scope: DISTRICT,
      kind: 'CIRCULAR',
      type: 'WithdrawCircular',
      data: { reason: '有误。' },
      by: by('qiu-lan', DISTRICT),
    });
    expect(world.heard).toEqual(['qiu-lan due-soon T-1', 'qiu-lan waived T-1']);
    await climb();
    expect(world.heard).toHaveLength(2);
  });
});

describe('a campaign', () => {
  const OTHER = 'hezui';
  /** As the record has it once the due-worker has looked who is behind; what it finds is proved with the campaigns. */
  const reached = async (step: string, says: string, behind: readonly string[], stage = 0) => {
    world.now = `2026-12-${String(16 + Number(step.slice(1) || 0)).padStart(2, '0')}T00:30:00.000Z`;
    const data = { step, says, stage, dueOn: DUE, behind };
    world.write(DISTRICT, 'CAMPAIGN', ID, { type: 'LadderStepReached', data });
    await world.settle();
  };
  beforeEach(() => {
    const people = [{ id: 'he-clerk', name: 'he-clerk', partyMember: true, staff: true }];
    const onboarded = {
      name: '河嘴小学',
      shortName: '河嘴小学',
      kind: 'branch',
      superior: DISTRICT.organisation,
    };
    world.write(
      new OrgScope(OTHER),
      'ORGANISATION',
      OTHER,
      { type: 'OrganisationOnboarded', data: onboarded },
      { type: 'PeopleRegistered', data: { people } },
      {
        type: 'SeatFilled',
        data: { person: 'he-clerk', body: 'office', position: 'head', from: '2026-01-01' },
      },
    );
    const stages = [{ name: '宣传发动', from: '2026-12-01', until: DUE, closes: ['scheme'] }];
    world.write(DISTRICT, 'CAMPAIGN', ID, { type: 'CampaignPlanned', data: { title: '推进公开', stages } });
  });

  it('tells each of those who are behind of themselves, and whoever is above them of each', async () => {
    await reached('T-1', 'due-soon', [SCHOOL.organisation, OTHER]);
    expect(world.heard.toSorted()).toEqual(['he-clerk due-soon T-1', 'zhou-min due-soon T-1']);
    await reached('T+5', 'escalated', [SCHOOL.organisation, OTHER]);
    expect(world.linesFor('qiu-lan', DISTRICT).map(({ text }) => text)).toEqual([
      '云溪小学：逾期1项，最早期限2026年12月17日',
      '河嘴小学：逾期1项，最早期限2026年12月17日',
    ]);
    expect(world.linesFor('zhou-min', SCHOOL)).toEqual([
      {
        text: '即将到期：推进部署的阶段任务，阶段期限2026年12月17日',
        about: { organisation: SCHOOL.organisation, campaign: ID, of: DISTRICT.organisation },
      },
    ]);
    expect(JSON.stringify(world.recorded('DIGEST'))).not.toContain('推进公开');
  });

  it('says nothing to whoever has caught up, and to those behind that it is taken back', async () => {
    await reached('T-1', 'due-soon', [SCHOOL.organisation, OTHER]);
    const before = world.heard;
    await reached('T+1', 'overdue', [SCHOOL.organisation]);
    expect(world.since(before)).toEqual(['chen-guang overdue T+1']);
    const late = world.heard;
    world.write(DISTRICT, 'CAMPAIGN', ID, { type: 'CampaignWithdrawn', data: { reason: '重排。' } });
    await world.settle();
    expect(world.since(late)).toEqual(['chen-guang waived T+1', 'zhou-min waived T+1']);
  });

  it('counts each stage by itself', async () => {
    await reached('T-1', 'due-soon', [OTHER], 0);
    await reached('T-1', 'due-soon', [SCHOOL.organisation], 1);
    world.write(DISTRICT, 'CAMPAIGN', ID, { type: 'CampaignWithdrawn', data: { reason: '重排。' } });
    await world.settle();
    const over = world.noted.flatMap(({ addressee, alert }) =>
      'duties' in alert && alert.kind === 'waived'
        ? alert.duties.map(({ id }) => `${addressee.id} ${id}`)
        : [],
    );
    expect(over.toSorted()).toEqual([`he-clerk ${ID}.0`, `zhou-min ${ID}.1`]);
  });
});

describe('an organisation that is suspended', () => {
  it('is not pressed, nor is anybody about it, until it works again', async () => {
    await world.do({
      kind: 'FOLLOWUP',
      type: 'FileSuggestion',
      data: { aspects: ['content'], text: '建议公开。', dueOn: DUE },
      by: by('qiu-lan', DISTRICT),
    });
    world.openLedger('b-01');
    await world.mornings('2026-12-16');
    const before = world.heard;
    expect(before).toEqual(['zhou-min due-soon T-1']);
    const life = (type: string) =>
      world.write(SCHOOL, 'ORGANISATION', SCHOOL.organisation, { type, data: { reason: '校舍改造。' } });
    life('OrganisationSuspended');
    // The duties' own first step and the suggestion's fifth, of which the district would hear.
    await world.mornings('2026-12-18', '2026-12-22', '2026-12-24');
    expect(world.heard).toEqual(before);
    life('OrganisationResumed');
    await world.mornings('2026-12-31');
    expect(world.since(before)).toContain('qiu-lan escalated T+10');
  });
});
