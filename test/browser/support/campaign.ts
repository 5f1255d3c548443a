import { addDays, dayOf, plusDays } from '../../../domain/kernel/time.ts';
import { PEOPLE, SCHOOL } from './fixture.ts';
import { DISTRICT, type MemoryDistrict } from './memory-district.ts';

/** Campaigns of the district and of the school, with one stage over and one running; a meeting and a reception day. */
export async function rollOut(district: MemoryDistrict): Promise<void> {
  const { activity, campaign } = district.services('').issuers;
  const from = (who: 'administrator' | 'clerk', command: string, organisation: string, data: object) => ({
    command,
    data,
    parameters: { organisation },
    person: PEOPLE[who][0],
    actingSeat: undefined,
    key: { value: `roll-out-${command}-${organisation}`, minted: false },
    expectedVersion: undefined,
    now: district.now,
    correlation: 'roll-out',
    address: undefined,
    receipt: undefined,
  });
  const today = dayOf(district.now);
  const plan = {
    title: '全面推行党务公开',
    about: '按阶段推进。',
    stages: [
      {
        name: '动员部署',
        from: addDays(today, -10),
        until: addDays(today, -1),
        closes: ['leading-group', 'mobilisation'],
      },
      { name: '实施公开', from: today, until: addDays(today, 30), closes: ['mandated-rows', 'training'] },
    ],
  };
  await campaign(from('administrator', 'PlanCampaign', DISTRICT, plan));
  await campaign(from('clerk', 'PlanCampaign', SCHOOL, { ...plan, title: '本校推行党务公开' }));
  await activity(
    from('clerk', 'RecordActivity', SCHOOL, {
      kind: 'meeting',
      meeting: { type: 'mobilisation', layer: 'members' },
      title: '党务公开动员部署会',
      heldOn: today,
      audience: 'public',
      attendance: { members: 5 },
      participants: [{ person: PEOPLE.member[0] }],
      minutes: '学习实施方案，部署公开工作。',
      items: [],
    }),
  );
  await activity(
    from('clerk', 'PlanReception', SCHOOL, {
      title: '书记接待日',
      host: PEOPLE.secretary[0],
      place: '党员活动室',
      audience: 'public',
      startsAt: plusDays(district.now, 1),
      slotMinutes: 20,
      slots: 4,
    }),
  );
  await district.settle();
}
