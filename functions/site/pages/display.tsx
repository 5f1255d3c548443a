import { raw } from 'hono/html';
import { DOCUMENT_TYPES } from '../../../domain/item/vocabulary.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { renderMarkdown } from '../../rendering/markdown.tsx';
import type { VersionReading } from '../../shell/reading/item-reading.ts';
import { ASSETS } from '../assets.ts';
import { QrCode } from '../components/qr.tsx';
import { chineseDate, chineseMoment, timeOfDay } from '../dates.ts';
import { noticePeriod } from '../periods.ts';

export interface Slide {
  readonly id: string;
  readonly shown: VersionReading;
  readonly url: string;
}

interface DisplayPageProps {
  readonly organisation: { readonly id: string; readonly name: string; readonly shortName: string };
  /** Of the screen, when it has one: 校门口公示屏. */
  readonly name?: string | undefined;
  readonly now: Instant;
  readonly slides: readonly Slide[];
  /** Where the list is polled, and its ETag. */
  readonly feed: string;
  readonly etag: string;
}

/**
 * What hangs on the wall. Without a script it is a list that the browser loads again each minute; with it one notice
 * at a time, kept up while the network is gone.
 */
export function DisplayPage({ organisation, name, now, slides, feed, etag }: DisplayPageProps) {
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <noscript>
            <meta http-equiv="refresh" content="60" />
          </noscript>
          <title>{organisation.name} · 党务公开栏</title>
          <link rel="stylesheet" href={ASSETS.displayStyles} />
          <link rel="icon" href={ASSETS.icon} type="image/svg+xml" />
          <script src={ASSETS.display} defer></script>
        </head>
        <body data-feed={feed} data-etag={etag} data-now={now}>
          <div class="screen">
            <header class="top">
              <h1>{organisation.shortName}党务公开栏</h1>
              <p class="clock">
                <b id="time">{timeOfDay(now)}</b>
                <span id="date">{chineseDate(now)}</span>
              </p>
            </header>
            <main class="stage" id="stage">
              {slides.map((slide) => (
                <Notice slide={slide} organisation={organisation.name} />
              ))}
              <p class="nothing" id="nothing" hidden={slides.length > 0}>
                目前没有向社会公开的事项
              </p>
            </main>
            <footer class="foot">
              <p>
                数据截至 <span id="as-of">{chineseMoment(now)}</span> <span id="network" role="status" />
              </p>
              {name && <p>{name}</p>}
              <p id="place">共 {slides.length} 项</p>
              <div class="pace" aria-hidden="true">
                <progress id="pace" max={100} value={0} />
              </div>
            </footer>
          </div>
        </body>
      </html>
    </>
  );
}

function Notice({ slide: { id, shown, url }, organisation }: { slide: Slide; organisation: string }) {
  const { content, until, number } = shown;
  const period = noticePeriod(shown);
  const releasedAt = shown.releases[0]?.at;
  return (
    <article class="slide" data-id={id} data-version={number} data-until={until ?? ''}>
      <div class="words">
        <p class="kind">
          {DOCUMENT_TYPES[content.documentType]}
          {content.important && '　重要'}
        </p>
        <h2>{content.title}</h2>
        <div class="text">{renderMarkdown(content.text)}</div>
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
        <QrCode text={url} label={`《${content.title}》的二维码`} />
        <p>
          扫码阅读全文
          <br />
          提出意见建议
        </p>
      </div>
    </article>
  );
}
