import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type {
  DecisionCommandOf,
  DecisionCommandType,
  DecisionFacts,
} from '../../../domain/decision/commands.ts';
import { decisionDecider } from '../../../domain/decision/decision.ts';
import type { Decision, DecisionState } from '../../../domain/decision/state.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { given } from '../../support/decider.ts';
import { at, CLOCK, DISTRICT, NOW, person, SCHOOL } from '../item/school.ts';

export const FACTS: DecisionFacts = {
  organisation: SCHOOL,
  superior: DISTRICT,
  calendar: calendarOf({}),
};

export interface Circumstances {
  readonly by?: string | Actor;
  readonly now?: string;
  readonly facts?: Partial<DecisionFacts>;
}

/** A command by the head of the office, what is skipped by the head of the leading group, at {@link NOW}. */
export function issue<Type extends DecisionCommandType>(
  type: Type,
  data: DecisionCommandOf<Type>['data'],
  { by = type === 'SkipStep' ? 'zhou' : 'li', now = NOW, facts = {} }: Circumstances = {},
): DecisionCommandOf<Type> {
  const actor = typeof by === 'string' ? person(by) : by;
  return { type, data, now, actor, facts: { ...FACTS, ...facts } } as DecisionCommandOf<Type>;
}

type Proposal = DecisionCommandOf<'OpenDecision'>['data'];

export const MAJOR: Proposal = {
  title: '综合楼新建项目',
  summary: '拟新建综合楼一栋，资金由区财政安排。',
  matter: 'major-decision',
  audience: 'unit',
};
export const ORDINARY: Proposal = { ...MAJOR, title: '办公用品采购', matter: 'ordinary' };

export const nothing = () => given(decisionDecider);
export const propose = (data: Partial<Proposal> = {}, when?: Circumstances) =>
  issue('OpenDecision', { ...MAJOR, ...data }, when);

/** Tuesday the first: notice of a meeting on the twenty-fifth. */
export const notice = (when?: Circumstances) =>
  issue('GiveNotice', { requirements: '请各位委员研究建设方案。', meetingOn: '2026-09-25' }, when);
export const deliberation = (when?: Circumstances) =>
  issue('RecordDeliberation', { on: '2026-09-01', among: '班子成员', note: '交换了意见。' }, when);
export const round = (
  data: Partial<DecisionCommandOf<'RecordRound'>['data']> = {},
  when: Circumstances = { now: at('2026-09-08 09:00') },
) =>
  issue(
    'RecordRound',
    {
      kind: 'forum',
      from: '2026-09-02',
      until: '2026-09-03',
      heard: 12,
      points: [{ text: '建议增加停车位。', taken: true, reply: '已列入方案。' }],
      ...data,
    },
    when,
  );
export const publicity = (
  data: Partial<DecisionCommandOf<'Publicise'>['data']> = {},
  when: Circumstances = { now: at('2026-09-10 09:00') },
) => issue('Publicise', { place: '校门口公示栏', from: '2026-09-10', until: '2026-09-17', ...data }, when);
/** When it is met and voted on. */
export const MEETING_DAY = at('2026-09-25 16:00');
export const meeting = (
  data: Partial<DecisionCommandOf<'RecordMeeting'>['data']> = {},
  when: Circumstances = { now: MEETING_DAY },
) =>
  issue(
    'RecordMeeting',
    {
      heldOn: '2026-09-25',
      place: '二楼会议室',
      entitled: 9,
      present: 7,
      resolution: '同意建设方案，提交票决。',
      outcome: 'to-vote',
      ...data,
    },
    when,
  );
export const vote = (
  data: Partial<DecisionCommandOf<'RecordVote'>['data']> = {},
  when: Circumstances = { now: MEETING_DAY },
) => issue('RecordVote', { secret: true, present: 7, yes: 6, no: 0, abstain: 1, ...data }, when);
export const disclosure = (when: Circumstances = {}) =>
  issue(
    'DiscloseResult',
    { item: 'result-item' },
    { now: MEETING_DAY, facts: { disclosedTo: 'unit' }, ...when },
  );
export const action = (
  data: Partial<DecisionCommandOf<'AssignAction'>['data']> = {},
  when: Circumstances = { now: MEETING_DAY },
) => issue('AssignAction', { task: '办理规划许可', assignee: 'wu', dueOn: '2026-10-31', ...data }, when);
export const reported = (number = 1, done = true, when: Circumstances = { by: 'wu', now: MEETING_DAY }) =>
  issue('ReportAction', { action: number, note: '已办结。', done }, when);
export const confirmation = (when: Circumstances = { now: MEETING_DAY }) =>
  issue('ConfirmImplemented', { note: '现场核实，全部落实。' }, when);
export const skip = (step: DecisionCommandOf<'SkipStep'>['data']['step'], when?: Circumstances) =>
  issue('SkipStep', { step, reason: '情况紧急，经请示同意。' }, when);
export const passTime = (now: string) => issue('TimePassed', {}, { by: CLOCK, now });

export const proposed = (data?: Partial<Proposal>) => nothing().when(propose(data));
export const announced = (data?: Partial<Proposal>) => proposed(data).when(notice());
/** Twice consulted on. */
export const consulted = () =>
  announced()
    .when(deliberation())
    .when(round())
    .when(round({ kind: 'letter', until: '2026-09-08' }));
export const publicised = () => consulted().when(publicity());
export const discussed = () => publicised().when(meeting());
export const adopted = () => discussed().when(vote());
/** Of an ordinary matter on which the meeting agreed. */
export const agreed = () => announced(ORDINARY).when(meeting({ outcome: 'adopted' }));

export function decisionOf(state: DecisionState): Decision {
  if (!state) throw new Error('there is no decision');
  return state;
}
