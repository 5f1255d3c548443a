import { type Frame, Page } from '../components/layout.tsx';

interface MessageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly zh: string;
  readonly en: string;
  /** What to quote when asking for help. */
  readonly correlation?: string | undefined;
  readonly signIn?: boolean;
}

/** Something did not work: what, and where to go from here. */
export function MessagePage({ frame, title, zh, en, correlation, signIn }: MessageProps) {
  return (
    <Page frame={frame} title={title}>
      <div class="sheet">
        <h1>{title}</h1>
        <p>{zh}</p>
        <p lang="en" class="small">
          {en}
        </p>
        {correlation && <p class="small">求助时请提供编号：{correlation}</p>}
        <p class="actions">
          {signIn && (
            <a class="button" href={`/login?next=${encodeURIComponent(frame.here)}`}>
              登录
            </a>
          )}
          <a class={signIn ? 'button second' : 'button'} href="/">
            返回首页
          </a>
        </p>
      </div>
    </Page>
  );
}
