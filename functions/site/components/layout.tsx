import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import type { Acting } from '../asking.ts';
import { ASSETS } from '../assets.ts';
import { type Preferences, TEXT_SIZES, type TextSize } from '../preferences.ts';
import { ActingSeat } from './acting-seat.tsx';

/** What every page knows about its reader and its place. */
export interface Frame {
  readonly preferences: Preferences;
  /** Address that shows this page again, for the forms that come back to it. */
  readonly here: string;
  /** Name of the district; stands at the head of every page. */
  readonly district: string;
  /** Who is signed in. */
  readonly person?: { readonly name: string } | undefined;
  /** Under which seats whoever works here may act, on pages where there is a choice. */
  readonly acting?: Acting | undefined;
  /** The organisation whose pages these are. */
  readonly organisation?:
    | {
        readonly id: string;
        readonly name: string;
        readonly kind: string;
        readonly official: boolean;
        /** Others may stand under it. */
        readonly leads: boolean;
        /** It does not work now; with a successor, never again. */
        readonly rest?: { readonly successor?: { readonly id: string; readonly name: string } };
      }
    | undefined;
}

type Section =
  | 'board'
  | 'catalogue'
  | 'topics'
  | 'surveys'
  | 'enquiries'
  | 'about'
  | 'opinions'
  | 'desk'
  | 'propose'
  | 'duties'
  | 'overview';

interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly section?: Section | undefined;
  /** Trail from the district to this page, without the page itself. */
  readonly trail?: readonly { readonly href: string; readonly name: string }[];
  /** Takes all the room there is, for wide tables. */
  readonly wide?: boolean;
}

/** A whole page, doctype included. */
export function Page({ frame, title, section, trail, wide, children }: PropsWithChildren<PageProps>) {
  const { preferences, organisation, district } = frame;
  const classes = [`size-${preferences.size}`, preferences.contrast ? 'contrast' : ''].join(' ').trim();
  const owner = organisation?.name ?? district;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN" class={classes}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title === owner ? `${title} · 党务公开` : `${title} · ${owner}`}</title>
          <link rel="stylesheet" href={ASSETS.styles} />
          <link rel="icon" href={ASSETS.icon} type="image/svg+xml" />
          <script src={ASSETS.enhance} defer></script>
        </head>
        <body class={wide ? 'wide' : undefined}>
          <a class="skip" href="#main">
            跳到正文
          </a>
          <Aids frame={frame} />
          <Head frame={frame} />
          {organisation && <Sections organisation={organisation} section={section} />}
          {organisation && frame.acting && (
            <ActingSeat acting={frame.acting} organisation={organisation.id} here={frame.here} />
          )}
          <main id="main" class="wrap" tabindex={-1}>
            {trail && trail.length > 0 && <Trail trail={trail} title={title} />}
            {organisation?.rest && <Rest rest={organisation.rest} />}
            {children}
          </main>
          <Foot frame={frame} />
        </body>
      </html>
    </>
  );
}

/** Reading aids and log-in: the first thing on the page, so that nobody has to look for them. */
function Aids({ frame: { preferences, here, person } }: { frame: Frame }) {
  return (
    <nav class="aids" aria-label="阅读辅助与登录">
      <div class="wrap">
        <form method="post" action="/settings">
          <input type="hidden" name="next" value={here} />
          <span class="label">字号</span>
          {(Object.keys(TEXT_SIZES) as TextSize[]).map((size) => (
            <button
              type="submit"
              name="size"
              value={size}
              aria-pressed={preferences.size === size ? 'true' : 'false'}
            >
              {TEXT_SIZES[size]}
              <span class="vh">字号</span>
            </button>
          ))}
          <button
            type="submit"
            name="contrast"
            value={preferences.contrast ? 'normal' : 'high'}
            aria-pressed={preferences.contrast ? 'true' : 'false'}
          >
            高对比度
          </button>
        </form>
        {person ? (
          <form method="post" action="/logout">
            <span class="who">{person.name}</span>
            <a href="/desk">办事台</a>
            <button type="submit">退出</button>
          </form>
        ) : (
          <a href={`/login?next=${encodeURIComponent(here)}`}>
            登录 <span lang="en">Sign in</span>
          </a>
        )}
      </div>
    </nav>
  );
}

/** Of an organisation that is suspended, or that was merged into another one. */
const Rest = ({ rest: { successor } }: { rest: NonNullable<NonNullable<Frame['organisation']>['rest']> }) => (
  <p class="note">
    {successor ? (
      <>
        本组织已并入<a href={`/o/${successor.id}`}>{successor.name}</a>，这里的内容只供查阅。
      </>
    ) : (
      '本组织已暂停，已公开的内容可以照常查阅。'
    )}
  </p>
);

function Head({ frame: { organisation, district } }: { frame: Frame }) {
  const name = organisation?.name ?? district;
  return (
    <header class="head">
      <div class="wrap">
        <a class="brand" href={organisation ? `/o/${organisation.id}` : '/'}>
          <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="3" fill="#9b1b1e" />
            <path d="M8 8h16v3H8zm0 6.5h16v3H8zM8 21h10v3H8z" fill="#fff" />
          </svg>
          <span>
            <b>{name}</b>
            <small>
              党务公开 · <span lang="en">Open Party Affairs</span>
            </small>
          </span>
        </a>
      </div>
    </header>
  );
}

function Sections({
  organisation: { id, official, leads },
  section,
}: {
  organisation: NonNullable<Frame['organisation']>;
  section: Section | undefined;
}) {
  const current = (name: Section) => (section === name ? { 'aria-current': 'page' as const } : {});
  return (
    <nav class="sections" aria-label="栏目">
      <div class="wrap">
        <a href={`/o/${id}`} {...current('board')}>
          党务公开栏
        </a>
        <a href={`/o/${id}/catalogue`} {...current('catalogue')}>
          公开目录
        </a>
        <a href={`/o/${id}/topics`} {...current('topics')}>
          群众关注
        </a>
        <a href={`/o/${id}/surveys`} {...current('surveys')}>
          征求意见
        </a>
        <a href={`/o/${id}/opinions`} {...current('opinions')}>
          意见建议
        </a>
        <a href={`/o/${id}/enquiries`} {...current('enquiries')}>
          依申请公开
        </a>
        <a href={`/o/${id}/about`} {...current('about')}>
          单位信息
        </a>
        {official && (
          <a href={`/desk/o/${id}/propose`} {...current('propose')}>
            提出公开事项
          </a>
        )}
        {official && (
          <a href="/desk" {...current('desk')}>
            我的待办
          </a>
        )}
        {official && (
          <a href={`/desk/o/${id}/duties`} {...current('duties')}>
            公开台账
          </a>
        )}
        {official && leads && (
          <a href={`/desk/o/${id}/overview`} {...current('overview')}>
            下级公开情况
          </a>
        )}
        <a href="/">区内各校</a>
      </div>
    </nav>
  );
}

function Trail({ trail, title }: { trail: NonNullable<PageProps['trail']>; title: string }) {
  return (
    <nav class="crumbs" aria-label="所在位置">
      <ol>
        {trail.map(({ href, name }) => (
          <li>
            <a href={href}>{name}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}

function Foot({ frame: { district, organisation } }: { frame: Frame }) {
  return (
    <footer class="foot">
      <div class="wrap">
        <p>
          {district} ·
          依据《中国共产党党务公开条例（试行）》公开。对公开内容有意见建议的，可在事项页面提出，或拨打事项所列监督电话。
        </p>
        <p lang="en">
          Disclosed under the 2017 Regulation on the Disclosure of Party Affairs. Every item page takes
          opinions.
        </p>
        {organisation && (
          <p class="no-print">
            <a href={`/o/${organisation.id}/seals`}>每日封存值</a>{' '}
            <span lang="en">Daily seals of the record</span>
          </p>
        )}
      </div>
    </footer>
  );
}
