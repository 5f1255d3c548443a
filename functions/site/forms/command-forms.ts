import type { ItemCommandType } from '../../../domain/item/commands.ts';
import { REVIEW_ASPECTS, type ReviewAspect } from '../../../domain/item/vocabulary.ts';
import { fromLocalInput } from '../dates.ts';
import type { FieldFinder } from './errors.ts';
import { filesIn, given, many, one, type Sent, whole } from './form-data.ts';

/** How a form on the desk becomes a command. Its fields are named `<action>.<field>`, since a page holds several forms. */
interface CommandForm {
  readonly type: ItemCommandType;
  /** The data that was meant, still unchecked. */
  read(sent: Sent): unknown;
  /** What to tell the person once it is done. */
  readonly done: string;
  /** Where the data and the form differ in names; otherwise the path is the field. */
  field?(path: string): string;
}

/** A time as it was written, when it cannot be read: the schema then says what is wrong. */
const moment = (sent: Sent, name: string): string => fromLocalInput(one(sent, name)) ?? one(sent, name);

const yesOrNo = (sent: Sent, name: string): boolean | undefined =>
  ({ yes: true, no: false })[one(sent, name)];

const aspects = Object.keys(REVIEW_ASPECTS) as ReviewAspect[];

const table = {
  submit: { type: 'SubmitItem', read: () => ({}), done: '已提交审核。' },
  mask: {
    type: 'MaskFinding',
    read: (sent) => ({ finding: one(sent, 'finding') }),
    done: '已遮盖。',
  },
  justify: {
    type: 'JustifyFinding',
    read: (sent) => ({ finding: one(sent, 'finding'), reason: one(sent, 'justify.reason') }),
    done: '已记录保留理由。',
  },
  return: {
    type: 'ReturnItem',
    read: (sent) => ({ reason: one(sent, 'return.reason') }),
    done: '已退回修改。',
  },
  review: {
    type: 'ReviewItem',
    read: (sent) => ({
      verdicts: Object.fromEntries(
        aspects.map((aspect) => [
          aspect,
          { ok: yesOrNo(sent, `review.${aspect}.ok`), ...given(sent, 'note', `review.${aspect}.note`) },
        ]),
      ),
      secrecy: {
        clear: yesOrNo(sent, 'review.secrecy.clear'),
        ...given(sent, 'note', 'review.secrecy.note'),
      },
      ...given(sent, 'risk', 'review.risk'),
    }),
    field: (path) => path.replace(/^verdicts\./, ''),
    done: '审核意见已记录。',
  },
  consult: {
    type: 'ConsultMembers',
    read: (sent) => ({ members: many(sent, 'consult.members'), deadline: moment(sent, 'consult.deadline') }),
    field: (path) => path.replace(/^members\.\d+$/, 'members'),
    done: '已发出征求意见。',
  },
  answer: {
    type: 'AnswerConsultation',
    read: (sent) => ({ agree: yesOrNo(sent, 'answer.agree'), ...given(sent, 'opinion', 'answer.opinion') }),
    done: '您的意见已记录。',
  },
  approve: {
    type: 'ApproveItem',
    read: (sent) =>
      one(sent, 'approve.withMeeting') === ''
        ? {}
        : {
            meeting: {
              heldOn: one(sent, 'approve.meeting.heldOn'),
              present: whole(sent, 'approve.meeting.present'),
              yes: whole(sent, 'approve.meeting.yes'),
              no: whole(sent, 'approve.meeting.no'),
              abstain: whole(sent, 'approve.meeting.abstain'),
            },
          },
    done: '已审批。',
  },
  escalate: {
    type: 'EscalateItem',
    read: (sent) => ({ reason: one(sent, 'escalate.reason') }),
    done: '已提请上级党组织审批。',
  },
  proof: {
    type: 'RecordProof',
    read: (sent) => ({
      form: one(sent, 'proof.form'),
      audience: one(sent, 'proof.audience'),
      place: one(sent, 'proof.place'),
      heldAt: moment(sent, 'proof.heldAt'),
      reached: whole(sent, 'proof.reached'),
      recipients: one(sent, 'proof.recipients'),
      note: one(sent, 'proof.note'),
      ...filesIn(sent, 'proof.files', 'files'),
    }),
    field: (path) => path.replace(/^files\.\d+$/, 'files'),
    done: '公开凭证已登记。',
  },
  withdraw: {
    type: 'WithdrawItem',
    read: (sent) => ({
      reason: one(sent, 'withdraw.reason'),
      inError: one(sent, 'withdraw.inError') === 'yes',
    }),
    done: '已撤下。',
  },
  progress: {
    type: 'RecordProgress',
    read: (sent) => ({ text: one(sent, 'progress.text'), percent: whole(sent, 'progress.percent') }),
    done: '进展已登记。',
  },
  stage: {
    type: 'CompleteStage',
    read: (sent) => ({
      stage: whole(sent, 'stage.stage'),
      completedOn: one(sent, 'stage.completedOn'),
      ...given(sent, 'note', 'stage.note'),
    }),
    done: '阶段完成情况已登记。',
  },
  close: {
    type: 'CloseItem',
    read: (sent) => ({
      ...given(sent, 'summary', 'close.summary'),
      ...given(sent, 'result', 'close.result'),
    }),
    done: '事项已办结。',
  },
} as const satisfies Record<string, CommandForm>;

export type DeskAction = keyof typeof table;
export const COMMAND_FORMS: Readonly<Record<DeskAction, CommandForm>> = table;
export const isDeskAction = (text: string): text is DeskAction => Object.hasOwn(table, text);

/** The field of one of these forms for a path in its command's data. */
export function deskField(action: DeskAction): FieldFinder {
  const rename = COMMAND_FORMS[action].field ?? ((path: string) => path);
  return (path) => (path === '' ? '' : `${action}.${rename(path)}`);
}
