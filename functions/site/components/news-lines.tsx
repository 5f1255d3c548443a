import type { NewsLine } from '../../shell/reading/news-readings.ts';
import { chineseDate } from '../dates.ts';

interface LinesProps {
  readonly news: readonly NewsLine[];
  readonly organisation: string;
  readonly heading: 'h2' | 'h3';
}

/** News that readers have before them, each under the label of its stream. */
export const NewsLines = ({ news, organisation, heading: Heading }: LinesProps) => (
  <ul class="items">
    {news.map(
      ({ id, label, shown }) =>
        shown && (
          <li>
            <p>
              <span class="tag">{label}</span>
              {shown.audience === 'unit' && <span class="tag">本单位公开</span>}
            </p>
            <Heading>
              <a class="name" href={`/o/${organisation}/news/${id}`}>
                {shown.title}
              </a>
            </Heading>
            <p class="meta">
              <time datetime={shown.since}>{chineseDate(shown.since)}</time>
            </p>
          </li>
        ),
    )}
  </ul>
);

/** The latest few beside what is disclosed by the catalogue; nothing where there are none (JX-03). */
export const NewsStrip = ({ news, organisation }: Omit<LinesProps, 'heading'>) =>
  news.length === 0 ? null : (
    <section class="sheet">
      <h2>
        动态 <small lang="en">News</small>
      </h2>
      <NewsLines news={news} organisation={organisation} heading="h3" />
      <p>
        <a href={`/o/${organisation}/news`}>
          全部动态 <span aria-hidden="true">›</span>
        </a>
      </p>
    </section>
  );
