import { CIRCULAR_READERS } from '../../../domain/circular/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { renderMarkdown } from '../../rendering/markdown.tsx';
import type { IssuedReading, ReceivedReading } from '../../shell/reading/circular-readings.ts';
import { CaseForm, choices, Reason } from '../components/case-form.tsx';
import { AreaField, ChoiceField, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';
import type { FormPage } from '../forms/operation-forms.ts';
import { CircularText } from './circulars.tsx';
import { CircularTask, Reported } from './circulars-parts.tsx';
import { Done } from './topics.tsx';

interface DeskProps {
  readonly frame: Frame;
  readonly organisation: string;
}

interface IssueProps extends DeskProps {
  /** Whom it may be sent to, the own organisation first. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly page: FormPage;
}

export function IssueCircularPage({ frame, organisation, units, page }: IssueProps) {
  const back = { href: `/desk/o/${organisation}/circulars`, name: '文件下发和签收' };
  return (
    <Page frame={frame} title="下发文件通知" section="desk" trail={[back]}>
      <h1>
        下发文件通知 <small lang="en">Send a document down</small>
      </h1>
      <CaseForm
        props={page.forms}
        action="issue"
        title="文件通知"
        button="下发"
        start={{ 'issue.readers': 'party' }}
      >
        {(filled) => (
          <>
            <TextField filled={filled} name="issue.title" label="标题" max={LIMITS.title} />
            <AreaField filled={filled} name="issue.text" label="正文" max={LIMITS.text} long />
            <ChoiceField
              filled={filled}
              name="issue.recipients"
              label="发给"
              several
              row
              choices={units.map(({ id, name }) => ({ value: id, name }))}
            />
            <SelectField
              filled={filled}
              name="issue.readers"
              label="各组织中由谁阅读"
              choices={choices(CIRCULAR_READERS)}
            />
            <AreaField
              filled={filled}
              name="issue.task"
              label="办理要求"
              hint="需要各组织办理并报告办结的，写在这里；只需签收和阅读的不填。"
              optional
              max={LIMITS.reason}
            />
            <TextField filled={filled} name="issue.dueOn" label="期限" type="date" />
          </>
        )}
      </CaseForm>
    </Page>
  );
}

interface IssuedProps extends DeskProps {
  readonly circular: IssuedReading;
  readonly page: FormPage;
}

/** How every recipient fares with one of them; those who lag behind first. */
export function IssuedCircularPage({ frame, organisation, circular, page }: IssuedProps) {
  const { title, text, task, dueOn, issuedAt, readers, lines, withdrawn } = circular;
  const unreceived = lines.filter(({ receivedAt }) => receivedAt === undefined);
  const sorted = lines.toSorted((a, b) => Number(b.late) - Number(a.late));
  return (
    <Page
      frame={frame}
      title={title}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/circulars`, name: '文件下发和签收' }]}
    >
      <h1>{title}</h1>
      <Done text={page.done} />
      {withdrawn && <p class="note warn">已撤回：{withdrawn.reason}</p>}
      <p>
        {chineseDate(issuedAt)}下发，请{CIRCULAR_READERS[readers]}于 {chineseDate(dueOn)}前阅读。
        {unreceived.length === 0
          ? '各组织均已签收。'
          : `未签收 ${unreceived.length} 个：${unreceived.map(({ name }) => name).join('、')}。`}
      </p>
      <section class="table-scroll" tabindex={0} aria-label="签收、阅读和办结情况">
        <table>
          <caption>签收、阅读和办结情况</caption>
          <thead>
            <tr>
              {['组织', '签收', '已阅', task === undefined ? '' : '办结'].filter(Boolean).map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ name, receivedAt, read, of, done, late }) => (
              <tr>
                <th scope="row">
                  {name} {late && <span class="tag bad">逾期</span>}
                </th>
                <td>{receivedAt === undefined ? '未签收' : chineseMoment(receivedAt)}</td>
                <td>
                  {read}／{of} 人
                </td>
                {task !== undefined && (
                  <td>
                    {done ? chineseMoment(done.at) : '未办结'}
                    {done?.note !== undefined && <small>{done.note}</small>}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section class="sheet">
        <h2>正文</h2>
        <div class="text">{renderMarkdown(text)}</div>
        <CircularTask task={task} dueOn={dueOn} />
      </section>
      {!withdrawn && (
        <CaseForm props={page.forms} action="withdraw" title="撤回" folded>
          {(filled) => <Reason filled={filled} name="withdraw.reason" label="撤回理由" />}
        </CaseForm>
      )}
    </Page>
  );
}

interface ReceivedProps extends DeskProps {
  readonly circular: ReceivedReading;
  readonly page: FormPage;
}

/** One that came from above: receive it, follow who has read it, and report its task as done. */
export function ReceivedCircularPage({ frame, organisation, circular, page }: ReceivedProps) {
  const { title, hasTask, receivedAt, doneAt, readAt, asked, work } = circular;
  const unread = work?.unread ?? [];
  return (
    <Page
      frame={frame}
      title={title}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/circulars`, name: '文件下发和签收' }]}
    >
      <CircularText circular={circular} />
      <Done text={page.done} />
      <Reported circular={circular} />
      <p>
        应阅 {work?.of ?? 0} 人，
        {unread.length === 0 ? '均已阅读。' : `未阅 ${unread.length} 人：${unread.join('、')}。`}
      </p>
      {receivedAt === undefined && <CaseForm props={page.forms} action="receive" title="签收" />}
      {asked && readAt === undefined && (
        <CaseForm props={page.forms} action="read" title="阅读回执" button="我已阅读" />
      )}
      {hasTask && doneAt === undefined && (
        <CaseForm props={page.forms} action="done" title="报告办结">
          {(filled) => (
            <AreaField filled={filled} name="done.note" label="办理情况" optional max={LIMITS.reason} />
          )}
        </CaseForm>
      )}
    </Page>
  );
}
