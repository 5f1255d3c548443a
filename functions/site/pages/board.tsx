import type { Instant } from '../../../domain/kernel/time.ts';
import { DISCLOSURE } from '../../../domain/news/vocabulary.ts';
import type { ItemLine } from '../../shell/reading/lines.ts';
import type { NewsLine } from '../../shell/reading/news-readings.ts';
import type { Choice } from '../components/field.tsx';
import { Items } from '../components/items.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { NewsStrip } from '../components/news-lines.tsx';
import { QrCode } from '../components/qr.tsx';
import { chineseMoment } from '../dates.ts';
import { FORMATS } from '../feed-formats.ts';

export interface ContactLine {
  readonly office: string;
  readonly value: string;
}

/** Feeds that people subscribe to; the others are for devices. */
const SUBSCRIPTIONS = ['feed.rss', 'feed.atom', 'feed.json', 'calendar.ics'] as const;

interface BoardProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly asOf: Instant;
  readonly items: readonly ItemLine[];
  /** The latest few, shown beside them. */
  readonly news: readonly NewsLine[];
  readonly filter: { readonly className: string; readonly type: string };
  readonly classes: readonly string[];
  readonly types: readonly Choice[];
  /** Address of the next page; undefined at the end. */
  readonly next?: string | undefined;
  readonly isFirst: boolean;
  readonly contacts: readonly ContactLine[];
  /** Address of this board, for the QR code. */
  readonly url: string;
}

/** 党务公开栏: what one organisation has on show for this reader. */
export function BoardPage(props: BoardProps) {
  const { frame, organisation, asOf, items, news, filter, next, isFirst } = props;
  const isFiltered = filter.className !== '' || filter.type !== '';
  return (
    <Page frame={frame} title={organisation.name} section="board">
      <FeedLinks organisation={organisation} />
      <div class="title-row">
        <h1>
          党务公开栏
          <small lang="en">What this organisation has disclosed</small>
        </h1>
        <p class="asof">
          数据截至 <time datetime={asOf}>{chineseMoment(asOf)}</time>
        </p>
      </div>
      <div class="columns">
        <div class="major">
          <Filters {...props} />
          <section class="sheet" aria-label="公开事项">
            <Items
              items={items}
              heading="h2"
              stream={news.length > 0 ? DISCLOSURE : undefined}
              empty={isFiltered ? '没有符合条件的公开事项。' : '目前没有您可以查看的公开事项。'}
            />
            {(next || !isFirst) && (
              <p class="pager">
                {!isFirst && <a href={`/o/${organisation.id}`}>回到最新</a>}
                {!isFirst && next && '　'}
                {next && (
                  <a href={next} rel="next">
                    较早的事项 <span aria-hidden="true">›</span>
                  </a>
                )}
              </p>
            )}
          </section>
          {!frame.person && (
            <p class="note">
              这里只列出向社会公开的事项。本单位党员和教职工
              <a href={`/login?next=${encodeURIComponent(frame.here)}`}>登录</a>
              后可查看党内和本单位公开的事项。
            </p>
          )}
        </div>
        <div class="minor">
          <NewsStrip news={news} organisation={organisation.id} />
          <Contacts contacts={props.contacts} />
          <section class="sheet">
            <h2>公开目录</h2>
            <p>
              应公开什么、以何种形式、向谁公开、目前公开到哪一步，见
              <a href={`/o/${organisation.id}/catalogue`}>公开目录</a>。
            </p>
          </section>
          <Outlets organisation={organisation.id} />
          <div class="sheet qr">
            <QrCode text={props.url} label={`${organisation.name}党务公开栏二维码`} />
            <p>扫码在手机上查看</p>
          </div>
        </div>
      </div>
    </Page>
  );
}

/** For feed readers; the renderer moves them into the head. */
function FeedLinks({ organisation: { id, name } }: Pick<BoardProps, 'organisation'>) {
  return (
    <>
      {SUBSCRIPTIONS.map((format) => (
        <link
          rel="alternate"
          type={FORMATS[format].type}
          href={`/o/${id}/${format}`}
          title={`${name}党务公开（${FORMATS[format].name}）`}
        />
      ))}
    </>
  );
}

function Outlets({ organisation }: { organisation: string }) {
  return (
    <section class="sheet no-print">
      <h2>张贴与订阅</h2>
      <ul>
        <li>
          打印张贴：<a href={`/o/${organisation}/print/window`}>党员之窗</a>、
          <a href={`/o/${organisation}/print/catalogue`}>公开目录</a>
        </li>
        <li>
          订阅向社会公开的事项：
          {SUBSCRIPTIONS.map((format, index) => (
            <>
              {index > 0 && '、'}
              <a href={`/o/${organisation}/${format}`}>{FORMATS[format].name}</a>
            </>
          ))}
        </li>
      </ul>
    </section>
  );
}

function Filters({ organisation, classes, types, filter }: BoardProps) {
  return (
    <form class="filters" method="get" action={`/o/${organisation.id}`}>
      <div>
        <label for="class">公开类别</label>
        <select id="class" name="class">
          <option value="">全部类别</option>
          {classes.map((name) => (
            <option value={name} selected={name === filter.className}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="type">文种</label>
        <select id="type" name="type">
          <option value="">全部文种</option>
          {types.map(({ value, name }) => (
            <option value={value} selected={value === filter.type}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <button class="button second" type="submit">
          查看
        </button>
      </div>
    </form>
  );
}

function Contacts({ contacts }: { contacts: readonly ContactLine[] }) {
  if (contacts.length === 0) return null;
  return (
    <section class="sheet">
      <h2>联系与监督</h2>
      <dl class="facts">
        {contacts.map(({ office, value }) => (
          <>
            <dt>{office}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
