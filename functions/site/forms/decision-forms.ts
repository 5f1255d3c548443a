import { given, many, one, type Sent, whole } from './form-data.ts';
import type { OperationForms } from './operation-forms.ts';

/** How many opinions of a round the form has room for. */
export const MOST_POINTS = 5;

const texts = (sent: Sent, action: string, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, one(sent, `${action}.${name}`)]));
const numbers = (sent: Sent, action: string, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, whole(sent, `${action}.${name}`)]));
const isTicked = (sent: Sent, name: string): boolean => one(sent, name) === 'yes';

/** What was said in a round; lines without a text are left out. */
const pointsIn = (sent: Sent) =>
  Array.from({ length: MOST_POINTS }, (_, index) => `round.points.${index}`)
    .filter((name) => one(sent, `${name}.text`) !== '')
    .map((name) => ({
      text: one(sent, `${name}.text`),
      taken: isTicked(sent, `${name}.taken`),
      ...given(sent, 'reply', `${name}.reply`),
    }));

/** The form of the list. */
export const PROPOSAL_FORMS: OperationForms = {
  propose: {
    operation: 'openDecision',
    read: (sent) => {
      const named = many(sent, 'propose.named');
      return {
        ...texts(sent, 'propose', 'title', 'summary', 'matter', 'audience'),
        ...(many(sent, 'propose.flags').includes('hot') && { hot: true }),
        ...(many(sent, 'propose.flags').includes('sensitive') && { sensitive: true }),
        ...(named.length > 0 && { named }),
      };
    },
    done: '已登记，下一步是事先预告。',
    next: ({ id }, page) => `${page}/${id}`,
  },
};

/** The forms of one decision, in the order of its steps. */
export const DECISION_FORMS: OperationForms = {
  notice: {
    operation: 'giveNotice',
    read: (sent) => texts(sent, 'notice', 'requirements', 'meetingOn'),
    done: '已预告，知悉范围内的人员可以看到。',
  },
  deliberation: {
    operation: 'recordDeliberation',
    read: (sent) => texts(sent, 'deliberation', 'on', 'among', 'note'),
    done: '已登记会前酝酿。',
  },
  round: {
    operation: 'recordRound',
    read: (sent) => {
      const points = pointsIn(sent);
      return {
        ...texts(sent, 'round', 'kind', 'from', 'until'),
        ...numbers(sent, 'round', 'heard'),
        ...given(sent, 'survey', 'round.survey'),
        ...(points.length > 0 && { points }),
      };
    },
    done: '已登记一轮征求意见。',
  },
  publicity: {
    operation: 'publiciseDecision',
    read: (sent) => texts(sent, 'publicity', 'place', 'from', 'until'),
    done: '已登记公示，期满后方可议定。',
  },
  meeting: {
    operation: 'recordMeeting',
    read: (sent) => ({
      ...texts(sent, 'meeting', 'heldOn', 'place', 'resolution', 'outcome'),
      ...numbers(sent, 'meeting', 'entitled', 'present'),
    }),
    done: '已登记会议讨论。',
  },
  vote: {
    operation: 'recordVote',
    read: (sent) => ({
      secret: isTicked(sent, 'vote.secret'),
      ...numbers(sent, 'vote', 'present', 'yes', 'no', 'abstain'),
    }),
    done: '已登记票决结果。',
  },
  disclosure: {
    operation: 'discloseResult',
    read: (sent) => texts(sent, 'disclosure', 'item'),
    done: '已登记结果公示。',
  },
  action: {
    operation: 'assignAction',
    read: (sent) => texts(sent, 'action', 'task', 'assignee', 'dueOn'),
    done: '已分工，责任人会收到待办。',
  },
  report: {
    operation: 'reportAction',
    read: (sent) => ({
      ...numbers(sent, 'report', 'action'),
      note: one(sent, 'report.note'),
      done: isTicked(sent, 'report.done'),
    }),
    done: '已登记落实情况。',
  },
  confirm: {
    operation: 'confirmImplemented',
    read: (sent) => texts(sent, 'confirm', 'note'),
    done: '已确认落实。',
  },
  skip: {
    operation: 'skipStep',
    read: (sent) => texts(sent, 'skip', 'step', 'reason'),
    done: '已跳过，理由随决策一并显示。',
  },
  withdraw: {
    operation: 'withdrawDecision',
    read: (sent) => texts(sent, 'withdraw', 'reason'),
    done: '已撤回。',
  },
};
