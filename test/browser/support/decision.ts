import { dayOf } from '../../../domain/kernel/time.ts';
import { bring, content, PEOPLE, SCHOOL } from './fixture.ts';
import type { MemoryDistrict } from './memory-district.ts';

/** Something that was decided, with a step left out, and is being carried out. */
export async function decide(district: MemoryDistrict): Promise<void> {
  const { issuers } = district.services('https://gongkai.example.edu.cn');
  const today = dayOf(district.now);
  const steps: readonly (readonly [command: string, data: object, who?: keyof typeof PEOPLE])[] = [
    [
      'OpenDecision',
      { title: '校门口道路改造', summary: '拟改造校门口道路。', matter: 'ordinary', audience: 'public' },
    ],
    ['SkipStep', { step: 'notice', reason: '道路塌陷，情况紧急。' }, 'secretary'],
    [
      'RecordRound',
      { kind: 'forum', from: today, until: today, heard: 9, points: [{ text: '尽快修复。', taken: true }] },
    ],
    [
      'RecordMeeting',
      { heldOn: today, place: '会议室', entitled: 5, present: 5, resolution: '同意。', outcome: 'to-vote' },
    ],
    ['RecordVote', { secret: true, present: 5, yes: 5, no: 0, abstain: 0 }],
    ['AssignAction', { task: '修复路面', assignee: PEOPLE.teacher[0], dueOn: today }],
    ['ReportAction', { action: 1, note: '已联系施工单位。', done: false }, 'teacher'],
  ];
  let decision = '';
  for (const [command, data, who = 'clerk'] of steps) {
    const { id } = await issuers.decision({
      command,
      data,
      parameters: { organisation: SCHOOL, decision },
      person: PEOPLE[who][0],
      actingSeat: undefined,
      key: { value: `decide-${command}`, minted: false },
      expectedVersion: undefined,
      now: district.now,
      correlation: 'walks',
      address: undefined,
      receipt: undefined,
    });
    decision = id;
  }
  const result = { title: '道路改造决策结果', decision, lifeMeeting: ['opinions' as const] };
  await bring(district, 'road-result', content(result), 'approved');
}
