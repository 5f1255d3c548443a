import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import type { Instant } from '../../../../domain/kernel/time.ts';
import { ASSETS } from '../../assets.ts';
import { QrCode } from '../../components/qr.tsx';
import { chineseMoment } from '../../dates.ts';
import { WALLS, type Wall } from '../../stand-in.ts';
import { AUDIENCE_NAMES } from '../../words.ts';

export const PAPERS = { a4: 'A4', a3: 'A3' } as const;
export type Paper = keyof typeof PAPERS;

/** What every sheet says of itself. */
export interface SheetFrame {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly wall: Wall;
  readonly paper: Paper;
  readonly now: Instant;
  /** Path of this sheet, without what is chosen on it. */
  readonly here: string;
  /** Where its QR code leads: whether it is still current. */
  readonly check: string;
  /** The short hash, or the digest of a list. */
  readonly code: string;
}

interface SheetProps {
  readonly frame: SheetFrame;
  readonly title: string;
  /** 第 2 版; how many entries a list has. */
  readonly edition: string;
  readonly landscape?: boolean;
}

/** A page that is made to be printed. On the screen it says how, and lets choose paper and audience. */
export function Sheet(props: PropsWithChildren<SheetProps>) {
  const { frame, title, edition, landscape, children } = props;
  const { organisation, wall, paper, now, check, code } = frame;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${title} · ${organisation.name}`}</title>
          <link rel="stylesheet" href={ASSETS.styles} />
          <link rel="stylesheet" href={ASSETS.sheetStyles} />
          <link rel="icon" href={ASSETS.icon} type="image/svg+xml" />
          <script src={ASSETS.enhance} defer></script>
        </head>
        <body class={`on-paper ${paper}${landscape ? ' landscape' : ''}`}>
          <Choices frame={frame} />
          <main class="wrap">{children}</main>
          <footer class="proof">
            <QrCode text={check} label="核对本页是否为最新内容的二维码" />
            <div>
              <p>
                <b>扫码核对本页是否为最新内容，并可阅读全文、提出意见建议</b>
              </p>
              <p>
                {organisation.name}　面向{AUDIENCE_NAMES[wall]}　{edition}
              </p>
              <p>
                印出时间 {chineseMoment(now)}　记录校验码 <code>{code}</code>
              </p>
            </div>
          </footer>
        </body>
      </html>
    </>
  );
}

function Choices({ frame: { here, wall, paper, organisation } }: { frame: SheetFrame }) {
  const choices = (Object.keys(PAPERS) as Paper[]).flatMap((size) =>
    WALLS.map((audience) => ({ size, audience })),
  );
  return (
    <nav class="wrap no-print" aria-label="打印选项">
      <p>
        <a href={`/o/${organisation.id}`}>返回党务公开栏</a>
      </p>
      <ul class="choices row">
        {choices.map(({ size, audience }) => (
          <li>
            <a
              href={`${here}?paper=${size}&audience=${audience}`}
              aria-current={size === paper && audience === wall ? 'page' : undefined}
            >
              {PAPERS[size]}，面向{AUDIENCE_NAMES[audience]}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="button second" data-print="" hidden>
          打印
        </button>
      </p>
    </nav>
  );
}
