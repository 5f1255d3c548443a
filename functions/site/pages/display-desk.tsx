import { isOfficeSystem } from '../../../domain/display/office-system.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { DeliveryReading, DisplayReading } from '../../shell/reading/displays.ts';
import { answerText, DeliveryMark, DisplayMark, DisplayTrouble } from '../components/display-status.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseMoment } from '../dates.ts';
import { AUDIENCE_NAMES, NOTICE_NAMES } from '../words.ts';

interface Screen {
  readonly display: DisplayReading;
  /** The latest first. */
  readonly deliveries: readonly DeliveryReading[];
}

interface DisplayDeskProps {
  readonly frame: Frame;
  readonly now: Instant;
  readonly organisation: string;
  readonly screens: readonly Screen[];
}

/** 公示屏: where each hangs, whether it gets its notices, and what it answered last. */
export function DisplayDeskPage({ frame, now, organisation, screens }: DisplayDeskProps) {
  return (
    <Page frame={frame} title="公示屏" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <div class="title-row">
        <h1>
          公示屏
          <small lang="en">Displays</small>
        </h1>
        <p class="asof">
          数据截至 <time datetime={now}>{chineseMoment(now)}</time>
        </p>
      </div>
      <p>
        公示屏、单位网站自行取用公开内容的地址，见<a href={`/desk/o/${organisation}/addresses`}>取用地址</a>
        。屏幕是否亮着、屏上内容是否最新，见
        <a href={`/desk/o/${organisation}/screens`}>屏幕在线情况</a>。党内公开的事项不上屏，可推送到
        <a href={`/desk/o/${organisation}/office-system`}>办公系统</a>。
      </p>
      {screens.length === 0 && (
        <p class="note">尚未登记公示屏。公示屏通过接口登记，由办公室或领导小组办理。</p>
      )}
      {screens.map((screen) => (
        <ScreenSheet screen={screen} organisation={organisation} />
      ))}
    </Page>
  );
}

function ScreenSheet({ screen, organisation }: { screen: Screen; organisation: string }) {
  const { display, deliveries } = screen;
  const { id, name, place, audience, receiver } = display;
  return (
    <section class="sheet" id={id}>
      <h2>
        {name} <DisplayMark display={display} last={deliveries[0]} />
      </h2>
      <p class="meta">
        <span>{isOfficeSystem(display) ? `办公系统，接收群组：${place}` : place}</span>
        <span>面向{AUDIENCE_NAMES[audience]}</span>
        <span>{receiver ? `接收地址 ${receiver}` : '自行打开网页，不接收通知'}</span>
      </p>
      <DisplayTrouble display={display} />
      {deliveries.length > 0 ? (
        <Deliveries deliveries={deliveries} name={name} organisation={organisation} />
      ) : (
        receiver && <p class="empty">还没有发过通知。</p>
      )}
      {receiver && (
        <p>
          <a href={`/desk/o/${organisation}/displays/${id}`}>{name}的发送记录、测试与重发</a>
        </p>
      )}
    </section>
  );
}

interface DeliveriesProps {
  readonly deliveries: readonly DeliveryReading[];
  readonly name: string;
  readonly organisation: string;
}

function Deliveries({ deliveries, name, organisation }: DeliveriesProps) {
  return (
    <table class="catalogue">
      <caption class="vh">{name}最近的通知</caption>
      <thead>
        <tr>
          <th scope="col">事项</th>
          <th scope="col">通知</th>
          <th scope="col">状态</th>
          <th scope="col">最近一次发送</th>
          <th scope="col">应答</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr>
            <th scope="row">
              <a href={`/desk/o/${organisation}/items/${delivery.item}`}>{delivery.title || delivery.item}</a>
            </th>
            <td data-label="通知">{NOTICE_NAMES[delivery.type]}</td>
            <td data-label="状态">
              <DeliveryMark delivery={delivery} />
            </td>
            <td data-label="最近一次发送">
              {chineseMoment(delivery.attemptedAt)}
              <small>（第 {delivery.attempts} 次）</small>
              {delivery.nextAttemptAt && <small>，{chineseMoment(delivery.nextAttemptAt)} 重试</small>}
            </td>
            <td data-label="应答">{delivery.lastAnswer ? answerText(delivery.lastAnswer) : '尚无应答'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
