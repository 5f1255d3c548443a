import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ScreenMode } from '../../../../domain/display/screen.ts';
import type { Instant } from '../../../../domain/kernel/time.ts';
import { ASSETS } from '../../assets.ts';
import { chineseDate, chineseMoment, timeOfDay } from '../../dates.ts';
import { CHARACTERS_A_MINUTE, ELDER_CHARACTERS_A_MINUTE } from '../../reading-time.ts';
import { Notice, type Slide } from './notice.tsx';
import { TouchControls, TouchList } from './touch.tsx';

export interface ScreenProps {
  readonly organisation: { readonly id: string; readonly name: string; readonly shortName: string };
  /** Of the screen, when it has one: 校门口公示屏（校门口）. */
  readonly name?: string | undefined;
  readonly now: Instant;
  readonly modes: readonly ScreenMode[];
  /** What the board is at, as people can compare it. */
  readonly revision: string;
}

interface DisplayPageProps extends ScreenProps {
  readonly slides: readonly Slide[];
  /** Where this very page is asked for again. */
  readonly home: string;
  /** Where the list is polled, and its ETag. */
  readonly feed: string;
  readonly etag: string;
  /** Where it says what it shows; absent for somebody who looks at the page of a screen. */
  readonly seen?: string | undefined;
  /** Page by page, for a screen without a script: where it begins. */
  readonly still: string;
}

/**
 * What hangs on the wall. With a script one notice at a time, kept up while the network is gone; without one the
 * browser goes from page to page by itself.
 */
export function DisplayPage({ slides, home, feed, etag, seen, still, ...screen }: DisplayPageProps) {
  const { organisation, modes, now } = screen;
  const isTouch = modes.includes('touch');
  return (
    <Shell
      {...screen}
      head={
        <>
          <noscript>
            <meta http-equiv="refresh" content={isTouch ? '60' : `0; url=${still}`} />
          </noscript>
          <script src={ASSETS.display} defer></script>
        </>
      }
      about={{
        'data-home': home,
        'data-feed': feed,
        'data-etag': etag,
        'data-now': now,
        'data-per-minute': paceOf(modes),
        ...(seen && { 'data-seen': seen }),
      }}
      place={`共 ${slides.length} 项`}
      controls={isTouch && <TouchControls />}
    >
      {isTouch && <TouchList slides={slides} />}
      {slides.map((slide) => (
        <Notice slide={slide} organisation={organisation.name} />
      ))}
      <p class="nothing" id="nothing" hidden={slides.length > 0}>
        目前没有公开的事项
      </p>
    </Shell>
  );
}

interface StillPageProps extends ScreenProps {
  /** The part of a notice that it shows; undefined when there is nothing on show. */
  readonly part?: { readonly slide: Slide; readonly text: string; readonly place: string } | undefined;
  /** For how long, in seconds, and what comes then. */
  readonly seconds: number;
  readonly next: string;
}

/** One part of one notice. The browser asks for the next by itself. */
export function StillPage({ part, seconds, next, ...screen }: StillPageProps) {
  return (
    <Shell
      {...screen}
      head={<meta http-equiv="refresh" content={`${seconds};url=${next}`} />}
      about={{}}
      place={part?.place ?? ''}
      still
    >
      {part ? (
        <Notice slide={part.slide} organisation={screen.organisation.name} text={part.text} />
      ) : (
        <p class="nothing">目前没有公开的事项</p>
      )}
    </Shell>
  );
}

export const paceOf = (modes: readonly ScreenMode[]): number =>
  modes.includes('elder') ? ELDER_CHARACTERS_A_MINUTE : CHARACTERS_A_MINUTE;

interface ShellProps extends ScreenProps {
  readonly head: Child;
  readonly about: Readonly<Record<string, string | number>>;
  readonly place: string;
  readonly controls?: Child;
  readonly still?: boolean;
  readonly children?: Child;
}

function Shell({
  organisation,
  name,
  now,
  modes,
  revision,
  head,
  about,
  place,
  controls,
  still,
  children,
}: ShellProps) {
  const classes = [...modes, ...(still ? ['still'] : [])].join(' ');
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN" class={classes || undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          {head}
          <title>{organisation.name} · 党务公开栏</title>
          <link rel="stylesheet" href={ASSETS.displayStyles} />
          <link rel="icon" href={ASSETS.icon} type="image/svg+xml" />
        </head>
        <body {...about}>
          <div class="screen">
            <header class="top">
              <h1>{organisation.shortName}党务公开栏</h1>
              <p class="clock">
                <b id="time">{timeOfDay(now)}</b>
                <span id="date">{chineseDate(now)}</span>
              </p>
            </header>
            <main class="stage" id="stage">
              {children}
            </main>
            {controls}
            <footer class="foot">
              <p>
                数据截至 <span id="as-of">{chineseMoment(now)}</span>
                <span class="revision">
                  版本 <span id="revision">{revision}</span>
                </span>{' '}
                <span id="network" role="status" />
              </p>
              {name && <p>{name}</p>}
              <p id="place">{place}</p>
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
