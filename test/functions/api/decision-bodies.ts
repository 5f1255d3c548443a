import { PEOPLE } from '../../support/school.ts';

/** A body that each operation about decisions takes. */
export const DECISION_BODIES = {
  openDecision: {
    title: '综合楼新建项目',
    summary: '拟新建综合楼一栋。',
    matter: 'major-decision',
    hot: true,
    sensitive: true,
    audience: 'named',
    named: [PEOPLE.member],
  },
  giveNotice: { requirements: '请研究建设方案。', meetingOn: '2026-09-25' },
  recordDeliberation: { on: '2026-09-01', among: '班子成员', note: '交换了意见。' },
  recordRound: {
    kind: 'forum',
    from: '2026-09-02',
    until: '2026-09-03',
    heard: 12,
    survey: 'a-survey',
    points: [{ text: '建议增加停车位。', taken: true, reply: '已列入方案。' }],
  },
  publiciseDecision: { place: '公示栏', from: '2026-09-05', until: '2026-09-12' },
  recordMeeting: {
    heldOn: '2026-09-25',
    place: '会议室',
    entitled: 9,
    present: 7,
    resolution: '同意。',
    outcome: 'to-vote',
  },
  recordVote: {
    secret: false,
    present: 1,
    yes: 1,
    no: 0,
    abstain: 0,
    names: [{ person: PEOPLE.head, choice: 'yes' }],
  },
  discloseResult: { item: 'an-item' },
  assignAction: { task: '办理规划许可', assignee: PEOPLE.clerk, dueOn: '2026-10-31' },
  reportAction: { action: 1, note: '已办结。', done: true },
  confirmImplemented: { note: '已核实。' },
  skipStep: { step: 'deliberation', reason: '情况紧急。' },
  withdrawDecision: { reason: '上级统筹安排。' },
};
