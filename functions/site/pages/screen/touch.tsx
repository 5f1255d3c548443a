import { chineseDate } from '../../dates.ts';
import { anchorOf, type Slide } from './notice.tsx';

/** 全部事项: every item as something large to touch. Without a script these are links down the page. */
export function TouchList({ slides }: { readonly slides: readonly Slide[] }) {
  return (
    <nav class="list" id="list" aria-labelledby="list-title">
      <h2 id="list-title" tabindex={-1}>
        请点选要看的事项
      </h2>
      <ul id="choices">
        {slides.map(({ id, shown: { content, documentTypeName, releases } }) => (
          <li data-id={id}>
            <a class="choice" href={`#${anchorOf(id)}`}>
              <span>{content.title}</span>
              <small>
                {documentTypeName}
                {releases[0] && `　${chineseDate(releases[0].at)}`}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What can be done by hand; there is nothing to do by hand where no script runs. */
export function TouchControls() {
  return (
    <nav class="controls" id="controls" aria-label="触摸操作" hidden>
      <button type="button" id="to-list">
        ☰ 全部事项
      </button>
      <button type="button" id="back">
        ‹ 上一页
      </button>
      <button type="button" id="on">
        下一页 ›
      </button>
      <button type="button" id="to-round" hidden>
        返回轮播
      </button>
    </nav>
  );
}
