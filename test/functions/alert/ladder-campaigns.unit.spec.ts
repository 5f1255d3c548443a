import { beforeEach, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { DISTRICT, SCHOOL } from './alert-world.ts';
import { DUE } from './ladder-climb.ts';
import { LadderWorld } from './ladder-world.ts';

const ID = LadderWorld.ID;
let world: LadderWorld;
beforeEach(() => {
  world = new LadderWorld({});
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
