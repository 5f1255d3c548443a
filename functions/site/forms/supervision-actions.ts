import { given, many, one, type Sent, whole } from './form-data.ts';
import type { OperationForms } from './operation-forms.ts';

/** What is pointed at: nothing when no id was filled in. */
function aboutIn(sent: Sent, action: string): object {
  const id = one(sent, `${action}.about.id`);
  if (id === '') return {};
  const step = whole(sent, `${action}.about.step`);
  return { about: { kind: one(sent, `${action}.about.kind`), id, ...(step !== undefined && { step }) } };
}

const matterIn = (sent: Sent, action: string) => ({
  aspects: many(sent, `${action}.aspects`),
  text: one(sent, `${action}.text`),
  ...aboutIn(sent, action),
});

function onBehalfIn(sent: Sent): object {
  const of = one(sent, 'suggest.of');
  return of === '' ? {} : { onBehalf: { of, channel: one(sent, 'suggest.channel') } };
}

const pageOf = (kind: string) => (issued: { readonly id: string }, page: string) =>
  `${page}/${kind}/${issued.id}`;
const followUpOf = (issued: { readonly id: string }, page: string) =>
  `${page.replace(/\/visits\/[^/]+$/, '')}/follow-ups/${issued.id}`;
const visitOf = (sent: Sent, action: string) => given(sent, 'visit', `${action}.visit`);

const suggest = {
  operation: 'fileSuggestion',
  read: (sent: Sent) => ({
    ...matterIn(sent, 'suggest'),
    ...visitOf(sent, 'suggest'),
    ...given(sent, 'dueOn', 'suggest.dueOn'),
    ...onBehalfIn(sent),
  }),
  done: '监督建议已提出。',
  next: followUpOf,
};

const order = {
  operation: 'orderRectification',
  read: (sent: Sent) => ({
    ...matterIn(sent, 'order'),
    ...visitOf(sent, 'order'),
    owner: one(sent, 'order.owner'),
    dueOn: one(sent, 'order.dueOn'),
  }),
  done: '整改通知已下达。',
  next: followUpOf,
};

/** On the list of everything. */
export const SUPERVISION_FORMS: OperationForms = {
  plan: {
    operation: 'planVisit',
    read: (sent) => {
      const visitors = many(sent, 'plan.visitors');
      return {
        means: one(sent, 'plan.means'),
        on: one(sent, 'plan.on'),
        purpose: one(sent, 'plan.purpose'),
        ...(visitors.length > 0 && { visitors }),
      };
    },
    done: '督查已安排。',
    next: pageOf('visits'),
  },
  suggest,
  order,
  open: {
    operation: 'openCase',
    read: (sent) => ({
      person: one(sent, 'open.person'),
      fact: one(sent, 'open.fact'),
      basis: one(sent, 'open.basis'),
      ...aboutIn(sent, 'open'),
    }),
    done: '已立案。',
    next: pageOf('cases'),
  },
  mark: {
    operation: 'markExample',
    read: (sent) => ({
      organisation: one(sent, 'mark.organisation'),
      item: one(sent, 'mark.item'),
      note: one(sent, 'mark.note'),
    }),
    done: '已列为示范案例。',
  },
  unmark: {
    operation: 'unmarkExample',
    read: (sent) => {
      const [organisation = '', item = ''] = one(sent, 'unmark.example').split('/');
      return { organisation, item, reason: one(sent, 'unmark.reason') };
    },
    done: '示范案例已撤下。',
  },
};

export const VISIT_FORMS: OperationForms = {
  cancel: {
    operation: 'cancelVisit',
    read: (sent) => ({ reason: one(sent, 'cancel.reason') }),
    done: '督查已取消。',
  },
  record: {
    operation: 'holdVisit',
    read: (sent) => ({ on: one(sent, 'record.on'), summary: one(sent, 'record.summary') }),
    done: '督查情况已记录。',
  },
  find: {
    operation: 'addFinding',
    read: (sent) => ({
      aspect: one(sent, 'find.aspect'),
      text: one(sent, 'find.text'),
      ...aboutIn(sent, 'find'),
      ...(one(sent, 'find.solved') === 'yes' && { solved: true }),
    }),
    done: '督查发现已记录。',
  },
  suggest,
  order,
};

export const FOLLOW_UP_FORMS: OperationForms = {
  answer: {
    operation: 'answerSuggestion',
    read: (sent) => ({ outcome: one(sent, 'answer.outcome'), text: one(sent, 'answer.text') }),
    done: '监督建议已答复。',
  },
  report: {
    operation: 'reportFollowUp',
    read: (sent) => ({ proof: one(sent, 'report.proof') }),
    done: '整改情况已报告，等待核验。',
  },
  verify: {
    operation: 'verifyFollowUp',
    read: (sent) => ({
      ok: { yes: true, no: false }[one(sent, 'verify.ok')],
      note: one(sent, 'verify.note'),
    }),
    done: '核验意见已记录。',
  },
  withdraw: {
    operation: 'withdrawFollowUp',
    read: (sent) => ({ reason: one(sent, 'withdraw.reason') }),
    done: '督办事项已撤回。',
  },
};

export const CASE_FORMS: OperationForms = {
  decide: {
    operation: 'decideCase',
    read: (sent) => ({ measure: one(sent, 'decide.measure'), reason: one(sent, 'decide.reason') }),
    done: '处理决定已作出。',
  },
  appeal: {
    operation: 'appealCase',
    read: (sent) => ({ text: one(sent, 'appeal.text') }),
    done: '申诉已提出。',
  },
  review: {
    operation: 'decideAppeal',
    read: (sent) => ({
      result: one(sent, 'review.result'),
      ...given(sent, 'measure', 'review.measure'),
      reason: one(sent, 'review.reason'),
    }),
    done: '申诉已处理，本案结案。',
  },
};
