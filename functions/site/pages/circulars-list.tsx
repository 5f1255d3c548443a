import type { CircularCard } from '../../../domain/circular/state.ts';
import type { Day } from '../../../domain/kernel/time.ts';
import type { ReceivedLine } from '../../shell/reading/circular-lines.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';

interface ListProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly issued: readonly CircularCard[];
  readonly received: readonly ReceivedLine[];
  readonly today: Day;
}

/** 文件下发和签收, for the office: what came from above, and what goes down. */
export function CircularDeskListPage({ frame, organisation, issued, received, today }: ListProps) {
  const base = `/desk/o/${organisation}`;
  return (
    <Page frame={frame} title="文件下发和签收" section="desk" trail={[{ href: base, name: '工作台' }]}>
      <div class="title-row">
        <h1>
          文件下发和签收 <small lang="en">Documents sent down</small>
        </h1>
        <a class="button" href={`${base}/circulars/issue`}>
          下发文件通知
        </a>
      </div>
      <section class="sheet">
        <h2>收到的文件通知</h2>
        <p>
          本单位人员在<a href={`/o/${organisation}/circulars`}>文件通知</a>页面阅读。
        </p>
        {received.length === 0 && <p>没有收到文件通知。</p>}
        <ul>
          {received.map(({ id, title, issuer, issuerName, dueOn, receivedAt, doneAt, hasTask }) => {
            const isOpen = receivedAt === undefined || (hasTask && doneAt === undefined);
            return (
              <li>
                <a href={`${base}/received/${issuer}/${id}`}>{title}</a>{' '}
                {isOpen ? (
                  <span class={`tag ${today > dueOn ? 'bad' : 'wait'}`}>
                    {receivedAt === undefined ? '待签收' : '待办结'}
                    {today > dueOn && '，已逾期'}
                  </span>
                ) : (
                  <span class="tag ok">✓ 已办</span>
                )}
                <br />
                <small>
                  {issuerName}，{chineseDate(dueOn)}前
                </small>
              </li>
            );
          })}
        </ul>
      </section>
      <section class="sheet">
        <h2>下发的文件通知</h2>
        {issued.length === 0 && <p>没有下发过文件通知。</p>}
        <ul>
          {issued.map(({ id, title, recipients, dueOn, issuedAt, withdrawn }) => (
            <li>
              <a href={`${base}/circulars/${id}`}>{title}</a> {withdrawn && <span class="tag">已撤回</span>}
              <br />
              <small>
                {chineseDate(issuedAt)}发给 {recipients.length} 个组织，{chineseDate(dueOn)}前
              </small>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
