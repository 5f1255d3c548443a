import type { EnquiryCard } from '../../../domain/enquiry/card.ts';
import type { UnmetDemand } from '../../../domain/enquiry/demand.ts';
import { ENQUIRY_CHANNELS, type EnquiryChannel } from '../../../domain/enquiry/vocabulary.ts';
import type { ReceptionLog } from '../../shell/reading/receptions.ts';
import { Cases } from '../components/enquiry-lists.tsx';
import { TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';
import { emptyForm } from '../forms/form-data.ts';

interface ListProps {
  readonly frame: Frame;
  readonly organisation: string;
}

const desk = (organisation: string): string => `/desk/o/${organisation}/enquiries`;
const trail = (organisation: string) => [{ href: desk(organisation), name: '依申请公开登记簿' }];

/** 登记簿: every request, what is open first. */
export function EnquiryListPage({
  frame,
  organisation,
  cards,
}: ListProps & { cards: readonly EnquiryCard[] }) {
  const isOpen = ({ stage }: EnquiryCard) => stage !== 'closed' && stage !== 'answered';
  const open = cards.filter(isOpen).toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return (
    <Page frame={frame} title="依申请公开登记簿" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <h1>
        依申请公开登记簿 <small lang="en">Requests for disclosure</small>
      </h1>
      <p class="actions">
        <a class="button" href={`${desk(organisation)}/register`}>
          登记来访、来电、来信
        </a>{' '}
        <a class="button second" href={`${desk(organisation)}/receptions`}>
          接待记录
        </a>{' '}
        <a class="button second" href={`${desk(organisation)}/unmet`}>
          多次被申请而从未公开
        </a>
      </p>
      <Cases organisation={organisation} title="办理中" cards={open} />
      <Cases organisation={organisation} title="已办结" cards={cards.filter((card) => !isOpen(card))} />
    </Page>
  );
}

interface MonthProps {
  readonly action: string;
  readonly month: string;
}

const MonthPicker = ({ action, month }: MonthProps) => (
  <form method="get" action={action} class="filters">
    <div>
      <TextField filled={emptyForm({ month })} name="month" label="月份" hint="如 2026-11" max={7} />
    </div>
    <p>
      <button class="button second" type="submit">
        查看
      </button>
    </p>
  </form>
);

/** 接待记录, month by month. */
export function ReceptionsPage({
  frame,
  organisation,
  log,
  names,
}: ListProps & { log: ReceptionLog; names: Readonly<Record<string, string>> }) {
  const { month, receptions, counts } = log;
  const channels = Object.entries(counts.byChannel) as [EnquiryChannel, number][];
  return (
    <Page frame={frame} title="接待记录" section="desk" trail={trail(organisation)}>
      <h1>
        接待记录 <small lang="en">Reception log</small>
      </h1>
      <MonthPicker action={`${desk(organisation)}/receptions`} month={month} />
      <p class="note">
        {month} 接待 {counts.total} 次
        {channels.map(([channel, count]) => `，${ENQUIRY_CHANNELS[channel]} ${count} 次`)}，当场答复{' '}
        {counts.onTheSpot} 次。
      </p>
      {receptions.length > 0 && (
        <table class="catalogue">
          <caption class="vh">接待记录</caption>
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">来访人</th>
              <th scope="col">询问</th>
              <th scope="col">答复</th>
              <th scope="col">接待人</th>
            </tr>
          </thead>
          <tbody>
            {receptions.map(({ enquiry, at, channel, who, question, answer, takenBy }) => (
              <tr>
                <th scope="row">
                  <a href={`${desk(organisation)}/${enquiry}`}>{chineseMoment(at)}</a>
                </th>
                <td data-label="来访人">
                  {who}（{ENQUIRY_CHANNELS[channel]}）
                </td>
                <td data-label="询问" class="said">
                  {question}
                </td>
                <td data-label="答复" class="said">
                  {answer}
                </td>
                <td data-label="接待人">{names[takenBy] ?? takenBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}

/** What people ask for again and again and never get: the agenda of the next meeting. */
export function UnmetPage({
  frame,
  organisation,
  month,
  requests,
}: ListProps & { month: string; requests: readonly UnmetDemand[] }) {
  return (
    <Page frame={frame} title="多次被申请而从未公开" section="desk" trail={trail(organisation)}>
      <h1>
        多次被申请而从未公开 <small lang="en">Asked for often, never disclosed</small>
      </h1>
      <MonthPicker action={`${desk(organisation)}/unmet`} month={month} />
      <p>
        一年内被申请两次以上、当月又有人申请、始终没有公开的内容，次数多的在前。请党务公开办公室研究是否列入公开目录。标题相近（去掉常用词后一半以上相邻两字相同）的算作同一内容。
      </p>
      {requests.length === 0 ? (
        <p class="note good">✓ {month} 没有这样的内容。</p>
      ) : (
        <table class="catalogue">
          <caption class="vh">多次被申请而从未公开的内容</caption>
          <thead>
            <tr>
              <th scope="col">内容</th>
              <th scope="col">次数</th>
              <th scope="col">最早</th>
              <th scope="col">最近</th>
            </tr>
          </thead>
          <tbody>
            {requests.map(({ subject, count, firstAt, lastAt, enquiries }) => (
              <tr>
                <th scope="row">
                  <a href={`${desk(organisation)}/${enquiries[0]}`}>{subject}</a>
                </th>
                <td data-label="次数">{count} 次</td>
                <td data-label="最早">{chineseDate(firstAt)}</td>
                <td data-label="最近">{chineseDate(lastAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
