import { FEEDBACK_STAGES } from '../../../domain/feedback/state.ts';
import { OUTCOMES } from '../../../domain/feedback/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { FollowedReading } from '../../shell/reading/opinions-followed.ts';
import { AreaField, ErrorSummary, type Filled, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';
import { emptyForm } from '../forms/form-data.ts';

export type FollowAction = 'add' | 'reopen';

interface FollowProps {
  readonly frame: Frame;
  readonly organisation: string;
  /** Undefined until a code was given that leads somewhere. */
  readonly reading?: FollowedReading | undefined;
  /** The code that was given; absent for whoever left it under their name and is signed in. */
  readonly code?: string | undefined;
  readonly filled: Filled;
  readonly refused?: FollowAction | undefined;
  readonly done?: string | undefined;
  readonly commandId: string;
}

/** 查询办理进度: how an opinion fares, for whoever left it, and what they may still do. */
export function FollowPage(props: FollowProps) {
  const { frame, organisation, reading, filled, done, refused } = props;
  const here = `/o/${organisation}/opinions/follow`;
  return (
    <Page
      frame={frame}
      title="查询办理进度"
      section="opinions"
      trail={[{ href: `/o/${organisation}/opinions`, name: '意见建议' }]}
    >
      {done && (
        <p class="note good" role="status">
          ✓ {done}
        </p>
      )}
      <h1>
        查询办理进度 <small lang="en">Follow an opinion</small>
      </h1>
      {reading && <Progress reading={reading} organisation={organisation} />}
      {reading?.mayAdd && (
        <ActionForm props={props} action="add" title="补充意见" label="补充的内容" max={LIMITS.note} />
      )}
      {reading?.mayReopen && (
        <ActionForm
          props={props}
          action="reopen"
          title="要求重新办理"
          label="理由"
          max={LIMITS.reason}
          hint="每条意见可以要求重新办理一次。"
        />
      )}
      {!reading && (
        <section class="sheet">
          <form method="post" action={here}>
            {!refused && <ErrorSummary filled={filled} />}
            <TextField
              filled={filled}
              name="code"
              label="查询码"
              hint="提交意见时显示的 16 位字母和数字，大小写和连字符不限。"
              max={40}
            />
            <p class="actions">
              <button class="button" type="submit">
                查询
              </button>
            </p>
          </form>
        </section>
      )}
    </Page>
  );
}

function Progress({ reading, organisation }: { reading: FollowedReading; organisation: string }) {
  const { stage, receivedAt, dueOn, overdue, answer, reason, additions } = reading;
  return (
    <section class="sheet">
      <h2>{FEEDBACK_STAGES[stage]}</h2>
      <table class="particulars">
        <tbody>
          <tr>
            <th scope="row">收到时间</th>
            <td>{chineseMoment(receivedAt)}</td>
          </tr>
          {dueOn !== undefined && (
            <tr>
              <th scope="row">答复期限</th>
              <td>
                {chineseDate(dueOn)}
                {overdue && '　⚠ 已超期，已按规定提醒并上报'}
              </td>
            </tr>
          )}
          {additions > 0 && (
            <tr>
              <th scope="row">补充</th>
              <td>{additions} 次</td>
            </tr>
          )}
          {answer && (
            <tr>
              <th scope="row">答复</th>
              <td>
                {OUTCOMES[answer.outcome]}　{chineseMoment(answer.at)}
                {answer.text === undefined ? (
                  <p>答复内容仅向该事项的公开对象提供，请登录后查询。</p>
                ) : (
                  <p class="said">{answer.text}</p>
                )}
                {answer.disclosure !== undefined && (
                  <p>
                    <a href={`/o/${organisation}/items/${answer.disclosure}`}>查看公开事项</a>
                  </p>
                )}
              </td>
            </tr>
          )}
          {reason !== undefined && (
            <tr>
              <th scope="row">办结说明</th>
              <td class="said">{reason}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

interface ActionProps {
  readonly props: FollowProps;
  readonly action: FollowAction;
  readonly title: string;
  readonly label: string;
  readonly max: number;
  readonly hint?: string;
}

function ActionForm({ props, action, title, label, max, hint }: ActionProps) {
  const { organisation, reading, code, refused, commandId } = props;
  const filled = refused === action ? props.filled : emptyForm();
  const place = code === undefined ? `/${reading?.id}/${action}` : `/follow/${action}`;
  return (
    <section class="sheet" id={action}>
      <h2>{title}</h2>
      <form method="post" action={`/o/${organisation}/opinions${place}#${action}`}>
        <ErrorSummary filled={filled} />
        <input type="hidden" name="command" value={`${commandId}-${action}`} />
        {code !== undefined && <input type="hidden" name="code" value={code} />}
        <AreaField filled={filled} name={`${action}.text`} label={label} max={max} hint={hint} />
        <p class="actions">
          <button class="button second" type="submit">
            {title}
          </button>
        </p>
      </form>
    </section>
  );
}
