import { DELIVERY_STATUSES } from '../../../domain/display/delivery-state.ts';
import { isOfficeSystem } from '../../../domain/display/office-system.ts';
import type { Probe } from '../../../domain/display/probing.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { AttemptPage, DeliveryReading, DisplayReading } from '../../shell/reading/displays.ts';
import { AttemptLog, type LogFilter } from '../components/attempt-log.tsx';
import { CarrierSummary } from '../components/carrier-summary.tsx';
import { answerText, DeliveryMark, DisplayMark, DisplayTrouble } from '../components/display-status.tsx';
import { ErrorSummary, type Filled, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseMoment } from '../dates.ts';
import { DELIVERY_STATUS_NAMES, NOTICE_NAMES } from '../words.ts';

export type KeepingAction = 'test' | 'verify' | 'resync' | 'resend-range' | 'resend';

export interface DisplayKeepingProps {
  readonly frame: Frame;
  readonly now: Instant;
  readonly organisation: string;
  readonly display: DisplayReading;
  /** The latest first. */
  readonly deliveries: readonly DeliveryReading[];
  readonly attempts: AttemptPage;
  readonly filter: LogFilter;
  /** Whoever may not keep displays only looks. */
  readonly keeps: boolean;
  readonly commandId: string;
  /** What was just asked for. */
  readonly done?: string | undefined;
  /** What was filled in and refused. */
  readonly filled: Filled;
}

/** One display for those who look after it: how it fares, what it was sent, and what may be sent to it again. */
export function DisplayKeepingPage(props: DisplayKeepingProps) {
  const { frame, now, organisation, display, deliveries, attempts, filter, keeps, done, filled } = props;
  const home = `/desk/o/${organisation}/displays`;
  const trail = [
    { href: '/desk', name: '我的待办' },
    { href: home, name: '公示屏' },
  ];
  return (
    <Page frame={frame} title={display.name} section="desk" trail={trail}>
      <div class="title-row">
        <h1>
          {display.name} <DisplayMark display={display} last={deliveries[0]} />
        </h1>
        <p class="asof">
          数据截至 <time datetime={now}>{chineseMoment(now)}</time>
        </p>
      </div>
      {done && (
        <p class="note ok" role="status">
          {done}
        </p>
      )}
      <ErrorSummary filled={filled} />
      <DisplayTrouble display={display} />
      <Particulars display={display} />
      {keeps && <Actions {...props} />}
      <Notices {...props} />
      <AttemptLog
        home={`${home}/${display.id}`}
        organisation={organisation}
        page={attempts}
        filter={filter}
      />
    </Page>
  );
}

function Particulars({ display }: { display: DisplayReading }) {
  const { place, receiver, verified, challenge, perMinute, notices, headerNames, test } = display;
  return (
    <section class="sheet">
      <h2>接收端</h2>
      <table class="particulars">
        <tbody>
          <Fact name={isOfficeSystem(display) ? '接收群组' : '位置'}>{place}</Fact>
          <Fact name="接收地址">{receiver}</Fact>
          <Fact name="送达方式">
            <CarrierSummary carrier={display.carrier} />
          </Fact>
          {verified !== undefined && (
            <Fact name="地址验证">
              {verified ? <span class="tag ok">✓ 已验证</span> : <span class="tag wait">⚠ 未验证</span>}
              {challenge && <span>　{probeText(challenge)}</span>}
              {!verified && (
                <div>
                  <small>接收端须应答验证消息中的 challenge；未验证的地址每分钟最多发送 30 条。</small>
                </div>
              )}
            </Fact>
          )}
          {perMinute !== undefined && <Fact name="目前每分钟最多">{perMinute} 条</Fact>}
          <Fact name="接收的通知">
            {notices ? notices.map((type) => NOTICE_NAMES[type]).join('、') : '全部'}
          </Fact>
          {headerNames && <Fact name="自定义请求头">{headerNames.join('、')}</Fact>}
          {test && <Fact name="最近一次测试">{probeText(test)}</Fact>}
        </tbody>
      </table>
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children?: unknown }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{children}</td>
  </tr>
);

function probeText({ requestedAt, answeredAt, answer, durationMs }: Probe): string {
  if (!answer || !answeredAt) return `${chineseMoment(requestedAt)} 已发出，尚无结果`;
  const took = durationMs === undefined ? '' : `，用时 ${durationMs} 毫秒`;
  return `${chineseMoment(answeredAt)}　${answerText(answer)}${took}`;
}

interface ButtonProps {
  readonly props: DisplayKeepingProps;
  readonly action: KeepingAction;
  readonly name: string;
  readonly item?: string;
  readonly children?: unknown;
}

/** A form of its own: nothing here needs a script. */
const Command = ({ props, action, name, item, children }: ButtonProps) => (
  <form method="post" action={`/desk/o/${props.organisation}/displays/${props.display.id}/${action}`}>
    <input type="hidden" name="command" value={`${props.commandId}-${action}${item ? `-${item}` : ''}`} />
    {item && <input type="hidden" name="item" value={item} />}
    {children}
    <button class="button second small" type="submit">
      {name}
    </button>
  </form>
);

const STATUS_CHOICES = [
  { value: '', name: '全部状态' },
  ...DELIVERY_STATUSES.map((value) => ({ value, name: DELIVERY_STATUS_NAMES[value] })),
];

function Actions(props: DisplayKeepingProps) {
  const { display, filled } = props;
  return (
    <section class="sheet no-print" id="actions">
      <h2>测试与重发</h2>
      <p class="note">
        重发的通知编号和内容不变，以现行密钥重新签名，只发送一次，不影响通知的失败计数；已停用的也可重发。
      </p>
      <div class="actions">
        <Command props={props} action="test" name="发送测试通知" />
        {display.verified !== undefined && <Command props={props} action="verify" name="重新验证地址" />}
        <Command props={props} action="resync" name="重发应有的全部内容" />
      </div>
      <details open={filled.errors.length > 0}>
        <summary>重发一段时间内的通知</summary>
        <div class="inside">
          <Command props={props} action="resend-range" name="重发">
            <TextField filled={filled} name="since" label="计划发送时间自" type="datetime-local" />
            <TextField filled={filled} name="until" label="至" type="datetime-local" optional />
            <SelectField filled={filled} name="status" label="通知状态" choices={STATUS_CHOICES} />
          </Command>
        </div>
      </details>
    </section>
  );
}

function Notices(props: DisplayKeepingProps) {
  const { organisation, deliveries, keeps } = props;
  if (deliveries.length === 0) return null;
  return (
    <section class="sheet">
      <h2>最近的通知</h2>
      <table class="catalogue">
        <caption class="vh">最近的通知</caption>
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">通知</th>
            <th scope="col">状态</th>
            <th scope="col">计划时间</th>
            {keeps && <th scope="col">重发</th>}
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr>
              <th scope="row">
                <a href={`/desk/o/${organisation}/items/${delivery.item}`}>
                  {delivery.title || delivery.item}
                </a>
              </th>
              <td data-label="通知">{NOTICE_NAMES[delivery.type]}</td>
              <td data-label="状态">
                <DeliveryMark delivery={delivery} />
              </td>
              <td data-label="计划时间">{chineseMoment(delivery.plannedAt)}</td>
              {keeps && (
                <td data-label="重发">
                  <Command props={props} action="resend" name="重发" item={delivery.item} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
