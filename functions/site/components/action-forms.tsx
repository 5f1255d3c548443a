import type { DeskOffer } from '../desk-actions.ts';
import type { DeskAction } from '../forms/command-forms.ts';
import type { ActionFormsProps } from './action-form.tsx';
import {
  AnswerForm,
  ApproveForm,
  ConsultForm,
  EscalateForm,
  ReturnForm,
  ReviewForm,
} from './deciding-forms.tsx';
import { ErrorSummary } from './field.tsx';
import { CloseForm, ProgressForm, ProofForm, StageForm, WithdrawForm } from './keeping-forms.tsx';

/** What this person may do with the item now; the next step of its way first. */
export function ActionForms(props: ActionFormsProps) {
  const { offers, base } = props;
  const has = (action: DeskOffer) => offers.actions.has(action);
  const refusedElsewhere =
    props.refused && !SHOWN_BELOW.some((action) => action === props.refused?.action && has(action));
  return (
    <div class="no-print" id="actions">
      {refusedElsewhere && props.refused && <ErrorSummary filled={props.refused.filled} />}
      {(has('edit') || has('submit')) && (
        <section class="sheet">
          <h2>拟稿</h2>
          <p class="actions">
            <a class="button" href={`${base}/check`}>
              {has('submit') ? '核对并提交审核' : '核对内容'}
            </a>
            <a class="button second" href={`${base}/edit`}>
              修改内容
            </a>
          </p>
        </section>
      )}
      {has('review') && <ReviewForm {...props} />}
      {has('answer') && <AnswerForm {...props} />}
      {has('approve') && <ApproveForm {...props} />}
      {has('proof') && <ProofForm {...props} />}
      {has('stage') && <StageForm {...props} />}
      {has('progress') && <ProgressForm {...props} />}
      {has('consult') && <ConsultForm {...props} />}
      {has('return') && <ReturnForm {...props} />}
      {has('escalate') && <EscalateForm {...props} />}
      {has('revise') && (
        <section class="sheet">
          <h2>修改再公开</h2>
          <p>内容有变化，或采纳了意见建议的，可修改后重新审核、再次公开。原版本在原范围内仍可查看。</p>
          <p class="actions">
            <a class="button second" href={`${base}/revise`}>
              修改再公开
            </a>
          </p>
        </section>
      )}
      {has('close') && <CloseForm {...props} />}
      {has('withdraw') && <WithdrawForm {...props} />}
    </div>
  );
}

const SHOWN_BELOW: readonly DeskAction[] = [
  'review',
  'answer',
  'approve',
  'proof',
  'stage',
  'progress',
  'consult',
  'return',
  'escalate',
  'close',
  'withdraw',
];
