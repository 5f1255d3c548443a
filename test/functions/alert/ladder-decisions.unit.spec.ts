import { beforeEach, describe, expect, it } from 'vitest';
import { decisionDecider } from '../../../domain/decision/decision.ts';
import { SCHOOL } from './alert-world.ts';
import { climb, DUE, withOwner } from './ladder-climb.ts';
import { beyond, by, LadderWorld } from './ladder-world.ts';

const ID = LadderWorld.ID;
let world: LadderWorld;
beforeEach(() => {
  world = new LadderWorld({ DECISION: decisionDecider });
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
    await climb(world);
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
    await climb(world);
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
