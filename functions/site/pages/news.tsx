import { NEWS_STREAMS, type NewsLabels, type NewsStream } from '../../../domain/news/vocabulary.ts';
import { renderMarkdown } from '../../rendering/markdown.tsx';
import type { NewsLine, NewsShown } from '../../shell/reading/news-readings.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { NewsLines } from '../components/news-lines.tsx';
import { chineseDate } from '../dates.ts';
import { FORMATS } from '../feed-formats.ts';

interface ListProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly labels: NewsLabels;
  /** The stream that the reader asked for; both when undefined. */
  readonly stream: NewsStream | undefined;
  readonly news: readonly NewsLine[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
}

/** Carries what the catalogue asks for and both streams of news, each entry under its label (JX-03). */
const COMBINED = 'streams=disclosure,party,affairs';
const SUBSCRIPTIONS = ['feed.rss', 'feed.atom', 'feed.json'] as const;

/** 动态: what the organisation tells at any time, in two streams. */
export function NewsListPage(props: ListProps) {
  const { frame, organisation, labels, stream, news, next, isFirst } = props;
  const home = `/o/${organisation.id}`;
  return (
    <Page frame={frame} title="动态" section="board" trail={[{ href: home, name: organisation.name }]}>
      <h1>
        动态 <small lang="en">News</small>
      </h1>
      <p>
        这里随时报道党组织开展的工作（{labels.party}）和本单位的有关情况（{labels.affairs}
        ）；按目录公开的事项见
        <a href={home}>党务公开栏</a>。
      </p>
      <Filter organisation={organisation.id} labels={labels} stream={stream} />
      <section class="sheet" aria-label="动态">
        <NewsLines news={news} organisation={organisation.id} heading="h2" />
        {news.length === 0 && <p class="empty">目前没有您可以查看的动态。</p>}
        <NewsPager here={`${home}/news`} stream={stream} next={next} isFirst={isFirst} />
      </section>
      <p class="no-print">
        订阅党务公开与动态：
        {SUBSCRIPTIONS.map((format, index) => (
          <>
            {index > 0 && '、'}
            <a href={`${home}/${format}?${COMBINED}`}>{FORMATS[format].name}</a>
          </>
        ))}
      </p>
    </Page>
  );
}

function Filter({
  organisation,
  labels,
  stream,
}: Pick<ListProps, 'labels' | 'stream'> & { organisation: string }) {
  return (
    <form class="filters" method="get" action={`/o/${organisation}/news`}>
      <div>
        <label for="stream">栏目</label>
        <select id="stream" name="stream">
          <option value="">全部动态</option>
          {NEWS_STREAMS.map((each) => (
            <option value={each} selected={each === stream}>
              {labels[each]}
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

/** @param here path of the list */
export function NewsPager(props: Pick<ListProps, 'stream' | 'next' | 'isFirst'> & { here: string }) {
  const { here, stream, next, isFirst } = props;
  if (!next && isFirst) return null;
  const asked = { ...(stream && { stream }) };
  const older = next && `${here}?${new URLSearchParams({ ...asked, after: next })}`;
  const newest = stream ? `${here}?${new URLSearchParams(asked)}` : here;
  return (
    <p class="pager">
      {!isFirst && <a href={newest}>回到最新</a>}
      {!isFirst && older && '　'}
      {older && (
        <a href={older} rel="next">
          较早的动态 <span aria-hidden="true">›</span>
        </a>
      )}
    </p>
  );
}

interface NewsProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly label: string;
  readonly shown: NewsShown;
}

/** One piece of news, as it stands now. */
export function NewsPage({ frame, organisation, label, shown }: NewsProps) {
  const trail = [{ href: `/o/${organisation.id}/news`, name: '动态' }];
  return (
    <Page frame={frame} title={shown.title} section="board" trail={trail}>
      <NewsText organisation={organisation.name} label={label} shown={shown} />
    </Page>
  );
}

/** The text under its label, and what was corrected in it. */
function NewsText({
  organisation,
  label,
  shown,
}: { organisation: string } & Omit<NewsProps, 'frame' | 'organisation'>) {
  const { title, text, audience, since, at, correction } = shown;
  return (
    <article class="sheet document">
      <header>
        <p>
          <span class="tag type">{label}</span>
          {audience === 'unit' && <span class="tag">本单位公开</span>}
        </p>
        <h1 class="paper-title">{title}</h1>
        <p>
          {organisation}　<time datetime={since}>{chineseDate(since)}</time>
        </p>
      </header>
      <h2 class="vh">正文</h2>
      <div class="text">{renderMarkdown(text)}</div>
      {correction !== undefined && (
        <p class="note">
          {chineseDate(at)}更正：{correction}
        </p>
      )}
    </article>
  );
}
