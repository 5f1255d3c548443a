import { CRITERION_IDS } from '../../../domain/evaluation/criteria.ts';
import type { Standard } from '../../../domain/evaluation/standard/state.ts';
import { given, many, one, type Sent, whole } from './form-data.ts';
import type { OperationForms } from './operation-forms.ts';

/** Points may have a half. What is no number is left for the schema to refuse. */
function points(sent: Sent, name: string): number | string {
  const text = one(sent, name);
  return /^\d{1,3}(\.\d)?$/.test(text) ? Number(text) : text;
}

/** A share, written in percent. */
function percent(sent: Sent, name: string): number | string | undefined {
  const value = whole(sent, name);
  return typeof value === 'number' ? value / 100 : value;
}

interface StandardNumber {
  /** In the standard. */
  readonly path: string;
  readonly label: string;
  of(standard: Standard): number;
  readonly isShare?: boolean;
}

/** Every number of the standard beside the weights, as a form and a page show it. */
export const STANDARD_NUMBERS: readonly StandardNumber[] = [
  { path: 'priorityFactor', label: '重点条目计几倍', of: ({ priorityFactor }) => priorityFactor },
  { path: 'resultDays', label: '没有阶段的计划，公开后几日内公开结果', of: ({ resultDays }) => resultDays },
  { path: 'signals.burstDays', label: '检查前几日内算集中', of: ({ signals }) => signals.burstDays },
  {
    path: 'signals.burstShare',
    label: '集中公开占本期事项的比例（%）',
    of: ({ signals }) => Math.round(signals.burstShare * 100),
    isShare: true,
  },
  {
    path: 'signals.copiedShare',
    label: '与上期正文相同部分的比例（%）',
    of: ({ signals }) => Math.round(signals.copiedShare * 100),
    isShare: true,
  },
  { path: 'signals.silenceDays', label: '连续几日没有公开算过长', of: ({ signals }) => signals.silenceDays },
  { path: 'signals.unreadDays', label: '公开几日后仍无人阅读', of: ({ signals }) => signals.unreadDays },
  { path: 'inputs.self', label: '自评占比（%）', of: ({ inputs }) => inputs.self },
  { path: 'inputs.masses', label: '群众评议占比（%）', of: ({ inputs }) => inputs.masses },
  { path: 'inputs.superior', label: '上级评议占比（%）', of: ({ inputs }) => inputs.superior },
  { path: 'rating.met', label: '达标（分）', of: ({ rating }) => rating.met },
  { path: 'rating.model', label: '示范（分）', of: ({ rating }) => rating.model },
];

const IN_STANDARD = 'publish.standard';

/** What the form of a new edition starts from. */
export const standardValues = (standard: Standard): Readonly<Record<string, string | readonly string[]>> => ({
  ...Object.fromEntries(
    CRITERION_IDS.map((id) => [`${IN_STANDARD}.weights.${id}`, String(standard.weights[id])]),
  ),
  ...Object.fromEntries(
    STANDARD_NUMBERS.map(({ path, of }) => [`${IN_STANDARD}.${path}`, String(of(standard))]),
  ),
  [`${IN_STANDARD}.fields`]: standard.fields.flatMap(({ field, rows }) => (rows ? [] : [field])),
});

function standardIn(sent: Sent): object {
  const data: Record<string, unknown> = {
    weights: Object.fromEntries(CRITERION_IDS.map((id) => [id, whole(sent, `${IN_STANDARD}.weights.${id}`)])),
    fields: many(sent, `${IN_STANDARD}.fields`).map((field) => ({ field })),
  };
  for (const { path, isShare } of STANDARD_NUMBERS) {
    const [group = '', name] = path.split('.');
    const value = (isShare ? percent : whole)(sent, `${IN_STANDARD}.${path}`);
    data[group] = name === undefined ? value : { ...(data[group] as object), [name]: value };
  }
  return data;
}

export const STANDARD_FORMS: OperationForms = {
  publish: {
    operation: 'publishStandard',
    read: (sent) => ({ from: one(sent, 'publish.from'), standard: standardIn(sent) }),
    done: '新标准已发布。',
  },
};

export const SIGNAL_FORMS: OperationForms = {
  dispute: {
    operation: 'disputeSignal',
    read: (sent) => ({ reason: one(sent, 'dispute.reason') }),
    done: '异议已提出，等待上级答复。',
  },
  answer: {
    operation: 'answerSignal',
    read: (sent) => ({ outcome: one(sent, 'answer.outcome'), text: one(sent, 'answer.text') }),
    done: '已答复异议。',
  },
};

export const YEAR_FORMS: OperationForms = {
  open: {
    operation: 'openRound',
    read: (sent) => ({ selfUntil: one(sent, 'open.selfUntil'), ...given(sent, 'note', 'open.note') }),
    done: '年度考评已启动。',
  },
  disclose: {
    operation: 'discloseResults',
    read: (sent) => ({ item: one(sent, 'disclose.item') }),
    done: '考评结果已公布。',
  },
  self: {
    operation: 'assessOneself',
    read: (sent) => ({ score: points(sent, 'self.score'), text: one(sent, 'self.text') }),
    done: '自评已提交。',
  },
  verdict: {
    operation: 'assessUnit',
    read: (sent) => ({ score: points(sent, 'verdict.score'), text: one(sent, 'verdict.text') }),
    done: '已评定。',
  },
  object: {
    operation: 'objectToAssessment',
    read: (sent) => ({ reason: one(sent, 'object.reason') }),
    done: '异议已提出，等待上级答复。',
  },
  answer: {
    operation: 'answerObjection',
    read: (sent) => {
      const outcome = one(sent, 'answer.outcome');
      const text = one(sent, 'answer.text');
      return outcome === 'changed'
        ? { outcome, text, score: points(sent, 'answer.score') }
        : { outcome, text };
    },
    done: '已答复异议。',
  },
};
