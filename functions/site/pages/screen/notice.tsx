import { renderMarkdown } from '../../../rendering/markdown.tsx';
import type { VersionReading } from '../../../shell/reading/item-reading.ts';
import { CodeImage } from '../../components/code-image.tsx';
import { chineseDate } from '../../dates.ts';
import { noticePeriod } from '../../periods.ts';

export interface Slide {
  readonly id: string;
  readonly shown: VersionReading;
  readonly url: string;
}

interface NoticeProps {
  readonly slide: Slide;
  readonly organisation: string;
  /** In the place of the whole text: one part of it. */
  readonly text?: string | undefined;
}

/** One item on a screen: what it is, its text, how to object to it, and where to read and answer it. */
export function Notice({ slide: { id, shown, url }, organisation, text }: NoticeProps) {
  const { content, until, number } = shown;
  const period = noticePeriod(shown);
  const releasedAt = shown.releases[0]?.at;
  return (
    <article
      class="slide"
      id={anchorOf(id)}
      data-id={id}
      data-version={number}
      data-until={until ?? ''}
      tabindex={-1}
    >
      <div class="words">
        <p class="kind">
          {shown.documentTypeName}
          {content.important && <b class="mark">重要</b>}
        </p>
        <h2>{content.title}</h2>
        <div class="text">{renderMarkdown(text ?? content.text)}</div>
        {content.objection && (
          <p class="period">
            {period && `公示期：${chineseDate(period.from)}至${chineseDate(period.to)}　　`}
            监督电话：{content.objection.supervisionPhone}
          </p>
        )}
        <p class="sign">
          {organisation}　{releasedAt && chineseDate(releasedAt)}
        </p>
      </div>
      <div class="side">
        <Code url={url} what="扫码阅读全文" title={content.title} />
        <Code url={`${url}#opinions`} what="扫码提意见建议" title={content.title} />
      </div>
    </article>
  );
}

function Code({ url, what, title }: { readonly url: string; readonly what: string; readonly title: string }) {
  return (
    <p class="code">
      <CodeImage text={url} label={`${what}：《${title}》`} />
      <span aria-hidden="true">{what}</span>
    </p>
  );
}

export const anchorOf = (id: string): string => `n-${id}`;
