import { CIRCULAR_READERS } from '../../../domain/circular/vocabulary.ts';
import { renderMarkdown } from '../../rendering/markdown.tsx';
import type { ReceivedLine } from '../../shell/reading/circular-lines.ts';
import type { ReceivedReading } from '../../shell/reading/circular-readings.ts';
import { CaseForm } from '../components/case-form.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';
import type { FormPage } from '../forms/operation-forms.ts';
import { CircularTask, Reported } from './circulars-parts.tsx';
import { Done } from './topics.tsx';

interface ListProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly circulars: readonly ReceivedLine[];
}

/** 文件通知, for the people to whom they were sent: what they have not read comes first. */
export function CircularListPage({ frame, organisation: { id, name }, circulars }: ListProps) {
  const unread = circulars.filter(({ asked, readAt }) => asked && readAt === undefined);
  return (
    <Page frame={frame} title="文件通知" section="board" trail={[{ href: `/o/${id}`, name }]}>
      <h1>
        文件通知 <small lang="en">Documents sent to you</small>
      </h1>
      {circulars.length === 0 && <p>没有发给您的文件通知。</p>}
      <Lines title="待阅" lines={unread} base={`/o/${id}/circulars`} />
      <Lines
        title="已阅"
        lines={circulars.filter((line) => !unread.includes(line))}
        base={`/o/${id}/circulars`}
      />
    </Page>
  );
}

function Lines({ title, lines, base }: { title: string; lines: readonly ReceivedLine[]; base: string }) {
  if (lines.length === 0) return null;
  return (
    <section class="sheet">
      <h2>
        {title}（{lines.length}）
      </h2>
      <ul>
        {lines.map(({ id, title: name, issuer, issuerName, issuedAt, dueOn, readAt }) => (
          <li>
            <a href={`${base}/${issuer}/${id}`}>{name}</a>
            <br />
            <small>
              {issuerName}，{chineseDate(issuedAt)}下发，{chineseDate(dueOn)}前
              {readAt !== undefined && `，${chineseMoment(readAt)} 已阅`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CircularProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string };
  readonly circular: ReceivedReading;
  readonly page: FormPage;
}

/** One of them in full, to be read and said so. */
export function CircularPage({ frame, organisation: { id }, circular, page }: CircularProps) {
  const { title, readAt, asked } = circular;
  return (
    <Page
      frame={frame}
      title={title}
      section="board"
      trail={[{ href: `/o/${id}/circulars`, name: '文件通知' }]}
    >
      <CircularText circular={circular} />
      <Done text={page.done} />
      {readAt !== undefined && <p class="note good">✓ 您已于 {chineseMoment(readAt)} 阅读。</p>}
      {asked && readAt === undefined && (
        <CaseForm props={page.forms} action="read" title="阅读回执" button="我已阅读">
          {() => <p>提交后，本单位党务公开办公室可以看到您已阅读。</p>}
        </CaseForm>
      )}
      <Reported circular={circular} />
    </Page>
  );
}

/** The document as it was sent. */
export function CircularText({ circular }: { circular: ReceivedReading }) {
  const { title, issuerName, issuedAt, dueOn, text, task, readers } = circular;
  return (
    <article class="sheet document">
      <header>
        <h1 class="paper-title">{title}</h1>
        <p>
          {issuerName}，{chineseDate(issuedAt)}下发，请{CIRCULAR_READERS[readers]}于 {chineseDate(dueOn)}
          前阅读
        </p>
      </header>
      <h2 class="vh">正文</h2>
      <div class="text">{renderMarkdown(text)}</div>
      <CircularTask task={task} dueOn={dueOn} />
    </article>
  );
}
