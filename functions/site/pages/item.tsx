import type { Audience } from '../../../domain/kernel/audience.ts';
import type { Day, Instant } from '../../../domain/kernel/time.ts';
import { renderMarkdown } from '../../rendering/markdown.tsx';
import type { Filled } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { Opinions } from '../components/opinions.tsx';
import { Progress, type ProgressView } from '../components/progress.tsx';
import { QrCode } from '../components/qr.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';
import { AUDIENCE_NAMES } from '../words.ts';

export interface TimelineStep {
  readonly name: string;
  readonly at?: Instant | undefined;
  readonly who?: string | undefined;
  readonly note?: string | undefined;
}

export interface ItemView {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly documentType: string;
  readonly basis: string;
  readonly text: string;
  readonly className?: string | undefined;
  readonly rowName?: string | undefined;
  readonly important: boolean;
  readonly provider: string;
  readonly accountable?: string | undefined;
  /** Day under the signature: the first release. */
  readonly signedOn: Instant;
  readonly objection?:
    | {
        readonly from: Day;
        readonly to: Day;
        readonly contact: string;
        readonly phone: string;
        readonly supervisionPhone: string;
        readonly howToObject: string;
      }
    | undefined;
  readonly releases: readonly {
    readonly audience: Audience;
    readonly at: Instant;
    readonly online: boolean;
  }[];
  readonly planned: readonly { readonly audience: Audience; readonly at?: Instant | undefined }[];
  readonly forms: readonly string[];
  readonly until?: Day | undefined;
  readonly timeline: readonly TimelineStep[];
  readonly version: number;
  readonly versions: readonly {
    readonly number: number;
    readonly at: Instant;
    readonly reason?: string | undefined;
    readonly answers: number;
  }[];
  readonly proofs: readonly {
    readonly form: string;
    readonly audience: Audience;
    readonly place: string;
    readonly heldAt: Instant;
    readonly reached: number;
    readonly recipients: string;
    readonly note: string;
  }[];
  readonly progress?: ProgressView | undefined;
  readonly related: readonly { readonly href: string; readonly relation: string; readonly title: string }[];
  readonly closed?: { readonly at: Instant; readonly summary?: string | undefined } | undefined;
  /** Undefined when the item takes no opinions from this reader. */
  readonly opinions?: { readonly audience: Audience; readonly signedAs?: string | undefined } | undefined;
  readonly url: string;
}

export interface ItemProps {
  readonly frame: Frame;
  readonly item: ItemView;
  readonly opinion: Filled;
  readonly commandId: string;
  /** Receipt of an opinion that has just been left. */
  readonly received?: { readonly dueOn?: Day | undefined } | undefined;
}

/** One disclosed item, laid out as the official paper that it is. */
export function ItemPage({ frame, item, opinion, commandId, received }: ItemProps) {
  const latest = item.versions.at(-1)?.number ?? item.version;
  const base = `/o/${item.organisation.id}`;
  return (
    <Page frame={frame} title={item.title} trail={[{ href: base, name: '党务公开栏' }]}>
      {received && <Received dueOn={received.dueOn} />}
      {item.version !== latest && (
        <p class="note warn">
          您正在查看第 {item.version} 版。现行版本为第 {latest} 版，
          <a href={`${base}/items/${item.id}`}>查看现行版本</a>。
        </p>
      )}
      <div class="columns">
        <div class="major">
          <Document item={item} />
          {item.progress && <Progress view={item.progress} />}
          {item.proofs.length > 0 && <Proofs proofs={item.proofs} />}
          {item.opinions && (
            <Opinions
              action={`${base}/items/${item.id}/opinions`}
              audience={item.opinions.audience}
              signedAs={item.opinions.signedAs}
              filled={opinion}
              commandId={commandId}
            />
          )}
        </div>
        <div class="minor">
          <Timeline steps={item.timeline} />
          <Facts item={item} />
          {item.versions.length > 1 && <Versions item={item} />}
          {item.related.length > 0 && (
            <section class="sheet">
              <h2>相关事项</h2>
              <ul>
                {item.related.map(({ href, relation, title }) => (
                  <li>
                    {relation}：<a href={href}>{title}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <div class="sheet qr">
            <QrCode text={item.url} label="本事项二维码" />
            <p>扫码查看本事项</p>
          </div>
        </div>
      </div>
    </Page>
  );
}

export function Document({ item }: { item: Pick<ItemView, DocumentPart> }) {
  return (
    <article class="sheet document">
      <header>
        <p>
          <span class="tag type">{item.documentType}</span>
          {item.important && <span class="tag strong">重要</span>}
        </p>
        <h1>{item.title}</h1>
        {item.className && <p>{item.rowName ? `${item.className}　·　${item.rowName}` : item.className}</p>}
      </header>
      <div class="text">{renderMarkdown(item.text)}</div>
      <p class="signature">
        <span>{item.organisation.name}</span>
        <span>{item.signedOn ? chineseDate(item.signedOn) : '（公开之日）'}</span>
      </p>
      {item.objection && <Particulars terms={item.objection} />}
    </article>
  );
}
type DocumentPart =
  | 'documentType'
  | 'important'
  | 'title'
  | 'className'
  | 'rowName'
  | 'text'
  | 'organisation'
  | 'signedOn'
  | 'objection';

function Particulars({ terms }: { terms: NonNullable<ItemView['objection']> }) {
  return (
    <table class="particulars">
      <caption>公示事项</caption>
      <tbody>
        <tr>
          <th scope="row">公示期</th>
          <td>
            {terms.from === ''
              ? `自公开次日起 ${terms.to} 天`
              : `${chineseDate(terms.from)}至${chineseDate(terms.to)}`}
          </td>
        </tr>
        <tr>
          <th scope="row">联系人</th>
          <td>{terms.contact}</td>
        </tr>
        <tr>
          <th scope="row">联系电话</th>
          <td>{terms.phone}</td>
        </tr>
        <tr>
          <th scope="row">监督电话</th>
          <td>{terms.supervisionPhone}</td>
        </tr>
        <tr>
          <th scope="row">异议提出方式</th>
          <td>{terms.howToObject}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <section class="sheet">
      <h2>公开流程</h2>
      <ol class="steps">
        {steps.map(({ name, at, who, note }) => (
          <li class={at ? '' : 'future'}>
            <p>
              <b>{name}</b>
              {at ? <time datetime={at}>{chineseMoment(at)}</time> : <span class="small">待办理</span>}
            </p>
            {(who || note) && <p class="small">{[who, note].filter(Boolean).join('　')}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Facts({ item }: { item: ItemView }) {
  return (
    <section class="sheet">
      <h2>公开信息</h2>
      <dl class="facts">
        <dt>公开范围与时间</dt>
        <dd>
          {item.releases.map(({ audience, at, online }) => (
            <div>
              {AUDIENCE_NAMES[audience]}：{chineseMoment(at)}
              {!online && '（线下公开）'}
            </div>
          ))}
          {item.planned.map(({ audience, at }) => (
            <div>
              {AUDIENCE_NAMES[audience]}：{at ? `计划 ${chineseMoment(at)}` : '待公开'}
            </div>
          ))}
        </dd>
        <dt>公开形式</dt>
        <dd>{item.forms.join('、')}</dd>
        <dt>公开依据</dt>
        <dd>{item.basis}</dd>
        {item.until && (
          <>
            <dt>公开截止</dt>
            <dd>{chineseDate(item.until)}</dd>
          </>
        )}
        <dt>内容提供</dt>
        <dd>{item.provider}</dd>
        {item.accountable && (
          <>
            <dt>责任人</dt>
            <dd>{item.accountable}</dd>
          </>
        )}
        {item.closed && (
          <>
            <dt>办结</dt>
            <dd>
              {chineseDate(item.closed.at)}
              {item.closed.summary && <p>{item.closed.summary}</p>}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Versions({ item }: { item: ItemView }) {
  return (
    <section class="sheet">
      <h2>历次版本</h2>
      <ol class="steps">
        {item.versions.toReversed().map(({ number, at, reason, answers }) => (
          <li>
            <p>
              {number === item.version ? (
                <b aria-current="true">第 {number} 版（本页）</b>
              ) : (
                <b>
                  <a href={`/o/${item.organisation.id}/items/${item.id}?version=${number}`}>第 {number} 版</a>
                </b>
              )}
              {chineseDate(at)}
            </p>
            {reason && <p class="small">再公开原因：{reason}</p>}
            {answers > 0 && <p class="small">回应意见建议 {answers} 条</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Proofs({ proofs }: { proofs: ItemView['proofs'] }) {
  return (
    <section class="sheet">
      <h2>线下公开凭证</h2>
      <div class="table-scroll wide" tabindex={0} role="region" aria-label="线下公开凭证表">
        <table>
          <thead>
            <tr>
              <th scope="col">形式</th>
              <th scope="col">时间、地点</th>
              <th scope="col">范围</th>
              <th scope="col">到达</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {proofs.map((proof) => (
              <tr>
                <th scope="row">{proof.form}</th>
                <td>
                  {chineseMoment(proof.heldAt)}
                  <br />
                  {proof.place}
                </td>
                <td>{AUDIENCE_NAMES[proof.audience]}</td>
                <td>
                  {proof.reached} 人
                  <br />
                  {proof.recipients}
                </td>
                <td>{proof.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Received({ dueOn }: { dueOn?: Day | undefined }) {
  return (
    <div class="note good" role="status">
      <h2>已收到您的意见建议</h2>
      <p>
        意见已登记并交由专人办理{dueOn && `，将于${chineseDate(dueOn)}前答复`}。
        <span lang="en">Your opinion has been received.</span>
      </p>
    </div>
  );
}
