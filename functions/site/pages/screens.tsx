import type { Instant } from '../../../domain/kernel/time.ts';
import type { ScreenLine, ScreenStatus } from '../../shell/reading/screens.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseMoment, waited } from '../dates.ts';

interface ScreensProps {
  readonly frame: Frame;
  readonly now: Instant;
  readonly organisation: string;
  readonly lines: readonly ScreenLine[];
  /** Of the organisation itself: registered to open their page by themselves, and never heard of. */
  readonly unheard: readonly { readonly name: string; readonly place: string }[];
}

/** 屏幕在线情况: when each screen was last heard of, what it showed then, and who sees to those that are dark. */
export function ScreensPage({ frame, now, organisation, lines, unheard }: ScreensProps) {
  const count = (status: ScreenStatus) => lines.filter((line) => line.status === status).length;
  return (
    <Page
      frame={frame}
      title="屏幕在线情况"
      section="desk"
      trail={[{ href: '/desk', name: '我的待办' }]}
      wide
    >
      <div class="title-row">
        <h1>
          屏幕在线情况
          <small lang="en">Screens on the walls</small>
        </h1>
        <p class="asof">
          数据截至 <time datetime={now}>{chineseMoment(now)}</time>
        </p>
      </div>
      <p>
        屏幕每五分钟报告一次屏上内容的版本，版本号同屏幕底部所示。开屏时段内长时间没有报告的，列为黑屏，由责任人处理。
        屏幕须用<a href={`/desk/o/${organisation}/addresses`}>取用地址</a>
        中的网页地址打开，才会报告；接收通知的系统见
        <a href={`/desk/o/${organisation}/displays`}>公示屏</a>。
      </p>
      {unheard.length > 0 && (
        <p class="note warn">
          本单位已登记、但从未报告过的屏幕：
          {unheard.map(({ name, place }) => `${name}（${place}）`).join('，')}。
        </p>
      )}
      {lines.length === 0 ? (
        <p class="note">还没有屏幕报告过在线。</p>
      ) : (
        <>
          <p>
            黑屏 {count('dark')} 块，内容未更新 {count('behind')} 块，正常 {count('current')} 块。
          </p>
          <Lines lines={lines} now={now} />
        </>
      )}
    </Page>
  );
}

function Lines({ lines, now }: Pick<ScreensProps, 'lines' | 'now'>) {
  return (
    <table class="catalogue">
      <caption class="vh">各屏幕的在线情况，黑屏在前</caption>
      <thead>
        <tr>
          {['屏幕', '单位', '状态', '最近报告', '屏上版本', '应有版本', '责任人'].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr id={line.display}>
            <th scope="row">
              {line.name}
              <br />
              <small>{line.place}</small>
            </th>
            <td data-label="单位">{line.unit}</td>
            <td data-label="状态">
              <Status line={line} now={now} />
            </td>
            <td data-label="最近报告">{chineseMoment(line.seenAt)}</td>
            <td data-label="屏上版本">{line.shown}</td>
            <td data-label="应有版本">{line.current}</td>
            <td data-label="责任人">{line.keepers.join('、') || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Status({
  line: { status, darkAt, behindSince },
  now,
}: {
  readonly line: ScreenLine;
  readonly now: Instant;
}) {
  switch (status) {
    case 'dark':
      return <span class="tag type">✕ 黑屏 {waited(darkAt, now)}</span>;
    case 'behind':
      return <span class="tag wait">⚠ 内容未更新 {waited(behindSince ?? now, now)}</span>;
    case 'current':
      return <span class="tag ok">✓ 正常</span>;
  }
}
