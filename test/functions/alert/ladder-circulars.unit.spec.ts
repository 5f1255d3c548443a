import { beforeEach, describe, expect, it } from 'vitest';
import { circularDecider } from '../../../domain/circular/circular.ts';
import { receiptDecider } from '../../../domain/circular/receipt.ts';
import { DISTRICT, SCHOOL } from './alert-world.ts';
import { CLIMB, climb, DUE, over } from './ladder-climb.ts';
import { beyond, by, LadderWorld } from './ladder-world.ts';

const ID = LadderWorld.ID;
let world: LadderWorld;
beforeEach(() => {
  world = new LadderWorld({ CIRCULAR: circularDecider, RECEIPT: receiptDecider });
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
    await climb(world);
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
    await climb(world);
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
    await climb(world);
    expect(world.heard).toHaveLength(2);
  });
});
