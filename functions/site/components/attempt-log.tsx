import { ATTEMPT_KINDS } from '../../../domain/display/attempt-log.ts';
import { ATTEMPT_OUTCOMES } from '../../../domain/display/card.ts';
import { NOTICE_TYPES } from '../../../domain/display/delivery-commands.ts';
import type { AttemptPage, AttemptReading } from '../../shell/reading/displays.ts';
import { chineseMoment } from '../dates.ts';
import { ATTEMPT_KIND_NAMES, ATTEMPT_OUTCOME_NAMES, NOTICE_NAMES } from '../words.ts';
import { answerText } from './display-status.tsx';
import { FilterSelect } from './filter-select.tsx';

/** As it stands in the address; empty for everything. */
export interface LogFilter {
  readonly outcome: string;
  readonly kind: string;
  readonly type: string;
  /** Wall clock in Shanghai. */
  readonly since: string;
}

interface AttemptLogProps {
  /** Address of the page. */
  readonly home: string;
  readonly organisation: string;
  readonly page: AttemptPage;
  readonly filter: LogFilter;
}

/** 发送记录: every message of the last thirty days, what came back, and how long that took. */
export function AttemptLog({ home, organisation, page, filter }: AttemptLogProps) {
  const { attempts, next } = page;
  const query = new URLSearchParams({ ...filter, ...(next !== undefined && { after: next }) });
  return (
    <section class="sheet" id="log">
      <h2>发送记录</h2>
      <p class="note">保留 30 天。应答摘要为接收端返回内容的前 256 个字符。</p>
      <Filters home={home} filter={filter} />
      {attempts.length === 0 ? (
        <p class="empty">没有符合条件的记录。</p>
      ) : (
        <table class="catalogue">
          <caption class="vh">发送记录</caption>
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">内容</th>
              <th scope="col">结果</th>
              <th scope="col">用时</th>
              <th scope="col">应答摘要</th>
            </tr>
          </thead>
          <tbody>
            {attempts.map((attempt) => (
              <Line attempt={attempt} organisation={organisation} />
            ))}
          </tbody>
        </table>
      )}
      {next !== undefined && (
        <p>
          <a href={`${home}?${query}#log`}>更早的记录</a>
        </p>
      )}
    </section>
  );
}

function Line({ attempt, organisation }: { attempt: AttemptReading; organisation: string }) {
  const { kind, number, at, notice, outcome, answer, durationMs } = attempt;
  const excerpt = 'excerpt' in answer ? answer.excerpt : undefined;
  return (
    <tr>
      <td data-label="时间">
        <time datetime={at}>{chineseMoment(at)}</time>
      </td>
      <th scope="row">
        {ATTEMPT_KIND_NAMES[kind]}
        {notice && `（${NOTICE_NAMES[notice.type]}）`}
        <small>　第 {number} 次</small>
        {notice && (
          <div>
            <a href={`/desk/o/${organisation}/items/${notice.item}`}>{notice.title || notice.item}</a>
          </div>
        )}
      </th>
      <td data-label="结果">
        <span class={outcome === 'succeeded' ? 'tag ok' : 'tag type'}>
          {outcome === 'succeeded' ? '✓' : '✕'} {answerText(answer)}
        </span>
      </td>
      <td data-label="用时">{durationMs === undefined ? '—' : `${durationMs} 毫秒`}</td>
      <td data-label="应答摘要">{excerpt ? <code>{excerpt}</code> : '—'}</td>
    </tr>
  );
}

const namesOf = <Key extends string>(keys: readonly Key[], names: Readonly<Record<Key, string>>) => [
  ['', '全部'] as const,
  ...keys.map((key) => [key, names[key]] as const),
];

const Filters = ({ home, filter }: { home: string; filter: LogFilter }) => (
  <form class="filters no-print" method="get" action={`${home}#log`}>
    <FilterSelect
      id="log-outcome"
      name="outcome"
      label="结果"
      chosen={filter.outcome}
      options={namesOf(ATTEMPT_OUTCOMES, ATTEMPT_OUTCOME_NAMES)}
    />
    <FilterSelect
      id="log-kind"
      name="kind"
      label="类别"
      chosen={filter.kind}
      options={namesOf(ATTEMPT_KINDS, ATTEMPT_KIND_NAMES)}
    />
    <FilterSelect
      id="log-type"
      name="type"
      label="通知"
      chosen={filter.type}
      options={namesOf(NOTICE_TYPES, NOTICE_NAMES)}
    />
    <div>
      <label for="log-since">自</label>
      <input type="datetime-local" id="log-since" name="since" value={filter.since} />
    </div>
    <div>
      <button class="button second" type="submit">
        查看
      </button>
    </div>
  </form>
);
