import type { DueDate } from '../../../domain/calendar/due-date.ts';
import { FEEDBACK_STAGES } from '../../../domain/feedback/state.ts';
import { CHANNELS, CLASSES, KINDS, OUTCOMES, VOICES } from '../../../domain/feedback/vocabulary.ts';
import type { FeedbackReading } from '../../shell/reading/opinions.ts';
import { ErrorSummary, type Filled } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { OPINION_FORMS, type OpinionChoices } from '../components/opinion-forms.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';
import { emptyForm } from '../forms/form-data.ts';
import type { OpinionAction } from '../forms/opinion-actions.ts';

export interface OpinionDeskProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly reading: FeedbackReading;
  readonly about?: { readonly id: string; readonly title: string } | undefined;
  /** Where the due day comes from; absent once somebody set another one. */
  readonly due?: DueDate['explanation'] | undefined;
  readonly choices: OpinionChoices;
  readonly refused?: { readonly action: OpinionAction; readonly filled: Filled } | undefined;
  readonly done?: string | undefined;
  readonly commandId: string;
}

/** One opinion, who answers it by when, and what became of it. */
export function OpinionDeskPage(props: OpinionDeskProps) {
  const { frame, organisation, reading, choices, done, refused } = props;
  const { feedback, stage } = reading;
  const actions = Object.keys(OPINION_FORMS) as OpinionAction[];
  return (
    <Page
      frame={frame}
      title={KINDS[feedback.kind ?? 'opinion']}
      section="desk"
      trail={[
        { href: '/desk', name: '我的待办' },
        { href: `/desk/o/${organisation}/opinions`, name: '意见建议' },
      ]}
    >
      {done && (
        <p class="note good" role="status">
          ✓ {done}
        </p>
      )}
      <h1>{KINDS[feedback.kind ?? 'opinion']}</h1>
      <section class="sheet">
        <h2>{FEEDBACK_STAGES[stage]}</h2>
        <blockquote class="said">{feedback.text}</blockquote>
        {feedback.additions.map(({ text, at }) => (
          <blockquote class="said">
            <small>{chineseMoment(at)} 补充</small>
            <br />
            {text}
          </blockquote>
        ))}
        <Particulars {...props} />
      </section>
      {actions
        .filter((action) => refused?.action === action || OPINION_FORMS[action].isOffered(feedback, choices))
        .map((action, index) => (
          <ActionForm props={props} action={action} isFirst={index === 0} />
        ))}
    </Page>
  );
}

function speakerName({ feedback: { from }, below }: OpinionDeskProps['reading']): string {
  if (from.kind === 'organisation') return below ?? from.organisation;
  return from.kind === 'signed' ? (from.name ?? '署名') : '匿名';
}

function Particulars({ organisation, reading, about, due, choices }: OpinionDeskProps) {
  const { feedback } = reading;
  const { rectification, raised, answer, earlier, closed, reopened, moderated } = feedback;
  const nameOf = (id: string) => choices.people.find(({ value }) => value === id)?.name ?? id;
  const rows: readonly (readonly [string, unknown])[] = [
    ['所涉事项', about && <a href={`/desk/o/${organisation}/items/${about.id}`}>{about.title}</a>],
    [
      '提出人',
      `${VOICES[feedback.speaker]}，${speakerName(reading)}${feedback.onBehalf ? '（监督小组代为反映）' : ''}`,
    ],
    ['来源', `${CHANNELS[feedback.channel]}　${chineseMoment(feedback.receivedAt)}`],
    ['类别', feedback.class && CLASSES[feedback.class]],
    [
      '承办人',
      `${feedback.owner ? nameOf(feedback.owner) : '待分办（当日未分办的，自动交办公室负责人）'}${feedback.department ? `（${feedback.department}）` : ''}`,
    ],
    [
      '答复期限',
      <>
        {chineseDate(feedback.dueOn)}
        {feedback.overdue && '　⚠ 已超期'}
        {due && (
          <small>
            <br />
            {due.rule}
            {due.skipped.length > 0 &&
              `；不计${due.skipped.map(({ from, until, why }) => `${why}${from === until ? from.slice(5) : `${from.slice(5)}至${until.slice(5)}`}`).join('、')}`}
            {due.provisional && '；其中有的日子尚未最后确定'}
          </small>
        )}
      </>,
    ],
    [
      '呈报领导',
      raised && `${raised.to.map(nameOf).join('、')}　${chineseMoment(raised.at)}　${raised.reason}`,
    ],
    [
      '并案',
      feedback.into !== undefined ? (
        <a href={`/desk/o/${organisation}/opinions/${feedback.into}`}>并入另一条意见办理</a>
      ) : (
        feedback.duplicates.length > 0 && `另有 ${feedback.duplicates.length} 条意见并入`
      ),
    ],
    ['原答复', earlier && <Said at={earlier.at} head={OUTCOMES[earlier.outcome]} text={earlier.text} />],
    ['重新办理', reopened && <Said at={reopened.at} text={reopened.reason} />],
    ['答复', answer && <Said at={answer.at} head={OUTCOMES[answer.outcome]} text={answer.text} />],
    [
      '整改',
      rectification && (
        <>
          {rectification.what}　责任人：{nameOf(rectification.owner)}　期限：
          {chineseDate(rectification.dueOn)}
          {rectification.returned && <p>退回：{rectification.returned.note}</p>}
          {rectification.report && <p>报告：{rectification.report.proof}</p>}
          {rectification.verified && <p>✓ 核验通过：{rectification.verified.note}</p>}
        </>
      ),
    ],
    ['原文公开', moderated && `${moderated.shown ? '可与答复一并公开' : '不公开'}：${moderated.reason}`],
    ['办结', closed && <Said at={closed.at} text={closed.reason ?? ''} />],
    [
      '转为公开事项',
      feedback.promoted && <a href={`/desk/o/${organisation}/items/${feedback.promoted}`}>查看</a>,
    ],
  ];
  return (
    <table class="particulars">
      <tbody>
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

const Said = ({ at, head = '', text }: { at: string; head?: string; text: string }) => (
  <>
    {head}　{chineseMoment(at)}
    {text !== '' && <p class="said">{text}</p>}
  </>
);

interface FormProps {
  readonly props: OpinionDeskProps;
  readonly action: OpinionAction;
  readonly isFirst: boolean;
}

/** Folded, but for what is to be done next and what was refused. */
function ActionForm({ props, action, isFirst }: FormProps) {
  const { organisation, reading, refused, commandId, choices } = props;
  const { title, start, Fields } = OPINION_FORMS[action];
  const isRefused = refused?.action === action;
  const filled = isRefused ? refused.filled : emptyForm(start?.(reading.feedback));
  return (
    <details id={action} open={(isFirst && !reading.feedback.closed) || isRefused} class="no-print">
      <summary>{title}</summary>
      <form
        class="inside"
        method="post"
        action={`/desk/o/${organisation}/opinions/${reading.id}/${action}#${action}`}
      >
        <ErrorSummary filled={filled} />
        <input type="hidden" name="command" value={`${commandId}-${action}`} />
        <input type="hidden" name="version" value={String(reading.streamVersion)} />
        <Fields filled={filled} choices={choices} feedback={reading.feedback} />
        <p class="actions">
          <button class={isFirst ? 'button' : 'button second'} type="submit">
            {title}
          </button>
        </p>
      </form>
    </details>
  );
}
