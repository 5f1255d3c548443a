import { CHANNELS, OUTCOMES, SPEAKERS } from '../../../domain/feedback/commands.ts';
import { FEEDBACK_STAGES } from '../../../domain/feedback/state.ts';
import { LIMITS } from '../../../domain/text.ts';
import type { FeedbackReading } from '../../shell/reading/opinions.ts';
import { AreaField, ErrorSummary, type Filled, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';
import { emptyForm } from '../forms/form-data.ts';

export type OpinionAction = 'assign' | 'answer' | 'close';

interface OpinionDeskProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly reading: FeedbackReading;
  readonly about?: { readonly id: string; readonly title: string } | undefined;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly refused?: { readonly action: OpinionAction; readonly filled: Filled } | undefined;
  readonly done?: string | undefined;
  readonly commandId: string;
}

/** One opinion, who answers it by when, and what became of it. */
export function OpinionDeskPage(props: OpinionDeskProps) {
  const { frame, organisation, reading, about, people, done } = props;
  const { feedback, stage } = reading;
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  return (
    <Page frame={frame} title="意见建议" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      {done && (
        <p class="note good" role="status">
          ✓ {done}
        </p>
      )}
      <h1>意见建议</h1>
      <section class="sheet">
        <h2>{FEEDBACK_STAGES[stage]}</h2>
        <blockquote class="said">{feedback.text}</blockquote>
        <table class="particulars">
          <tbody>
            {about && (
              <tr>
                <th scope="row">所涉事项</th>
                <td>
                  <a href={`/desk/o/${organisation}/items/${about.id}`}>{about.title}</a>
                </td>
              </tr>
            )}
            <tr>
              <th scope="row">提出人</th>
              <td>
                {SPEAKERS[feedback.speaker]}，
                {feedback.from.kind === 'signed' ? (feedback.from.name ?? '署名') : '匿名'}
              </td>
            </tr>
            <tr>
              <th scope="row">来源</th>
              <td>
                {CHANNELS[feedback.channel]}　{chineseMoment(feedback.receivedAt)}
              </td>
            </tr>
            <tr>
              <th scope="row">承办人</th>
              <td>{feedback.owner ? nameOf(feedback.owner) : '待分办'}</td>
            </tr>
            <tr>
              <th scope="row">答复期限</th>
              <td>
                {chineseDate(feedback.dueOn)}
                {feedback.overdue && '　⚠ 已超期'}
              </td>
            </tr>
            {feedback.answer && (
              <tr>
                <th scope="row">答复</th>
                <td>
                  {OUTCOMES[feedback.answer.outcome]}　{chineseMoment(feedback.answer.at)}
                  <p>{feedback.answer.text}</p>
                </td>
              </tr>
            )}
            {feedback.closed && (
              <tr>
                <th scope="row">办结</th>
                <td>
                  {chineseMoment(feedback.closed.at)}
                  {feedback.closed.reason && <p>{feedback.closed.reason}</p>}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
      {!feedback.closed && !feedback.answer && <AnswerForm {...props} />}
      {!feedback.closed && !feedback.answer && <AssignForm {...props} />}
      {!feedback.closed && <CloseForm {...props} />}
    </Page>
  );
}

interface FormProps {
  readonly props: OpinionDeskProps;
  readonly action: OpinionAction;
  readonly title: string;
  readonly start?: Filled['values'];
  readonly children: (filled: Filled) => unknown;
}

function OpinionForm({ props, action, title, start = {}, children }: FormProps) {
  const { organisation, reading, refused, commandId } = props;
  const filled = refused?.action === action ? refused.filled : emptyForm(start);
  return (
    <section class="sheet no-print" id={action}>
      <h2>{title}</h2>
      <form method="post" action={`/desk/o/${organisation}/opinions/${reading.id}/${action}#${action}`}>
        <ErrorSummary filled={filled} />
        <input type="hidden" name="command" value={`${commandId}-${action}`} />
        <input type="hidden" name="version" value={String(reading.streamVersion)} />
        {children(filled)}
        <p class="actions">
          <button class={action === 'answer' ? 'button' : 'button second'} type="submit">
            {title}
          </button>
        </p>
      </form>
    </section>
  );
}

const OUTCOME_CHOICES = Object.entries(OUTCOMES).map(([value, name]) => ({ value, name }));

const AnswerForm = (props: OpinionDeskProps) => (
  <OpinionForm props={props} action="answer" title="答复意见">
    {(filled) => (
      <>
        <SelectField filled={filled} name="answer.outcome" label="处理结果" choices={OUTCOME_CHOICES} />
        <AreaField
          filled={filled}
          name="answer.text"
          label="答复内容"
          max={LIMITS.note}
          hint="办结后，答复随事项公开；意见原文和提出人不公开。请勿写入个人信息，也不要引用原文。"
        />
      </>
    )}
  </OpinionForm>
);

const AssignForm = (props: OpinionDeskProps) => (
  <OpinionForm
    props={props}
    action="assign"
    title="分办"
    start={{ 'assign.owner': props.reading.feedback.owner }}
  >
    {(filled) => (
      <>
        <SelectField
          filled={filled}
          name="assign.owner"
          label="承办人"
          choices={props.people.map(({ id, name }) => ({ value: id, name }))}
        />
        <TextField
          filled={filled}
          name="assign.dueOn"
          label="答复期限"
          type="date"
          optional
          hint="不填则不变。"
        />
      </>
    )}
  </OpinionForm>
);

const CloseForm = (props: OpinionDeskProps) => (
  <OpinionForm props={props} action="close" title="办结">
    {(filled) => (
      <AreaField
        filled={filled}
        name="close.reason"
        label="办结说明"
        optional
        max={LIMITS.reason}
        hint="未答复即办结的，须写明理由。"
      />
    )}
  </OpinionForm>
);
