import type { SheetStatus } from '../../../shell/reading/sheet-status.ts';
import { type Frame, Page } from '../../components/layout.tsx';

/** What became of a sheet on the wall; `changed` for a list that shows something else by now. */
export type SheetAnswer = SheetStatus | { readonly state: 'changed' };

interface AnswerProps {
  readonly frame: Frame;
  readonly answer: SheetAnswer;
  /** The page in its place today, for as long as there is one. */
  readonly href: string;
  /** Signing in may show more. */
  readonly signIn: boolean;
}

/** Whether a sheet that somebody scanned still says what this system says. */
export function SheetAnswerPage({ frame, answer, href, signIn }: AnswerProps) {
  const { tone, zh, en, more } = words(answer);
  const isThere = answer.state !== 'withdrawn' && answer.state !== 'unknown';
  return (
    <Page frame={frame} title="核对公开栏张贴内容" section="board">
      <div class="title-row">
        <h1>
          核对公开栏张贴内容
          <small lang="en">Is the sheet on the wall up to date?</small>
        </h1>
      </div>
      <div class={`note ${tone}`} role="status">
        <h2>{zh}</h2>
        <p>{more}</p>
        <p lang="en">{en}</p>
      </div>
      {'title' in answer && <p>《{answer.title}》</p>}
      {isThere && (
        <p>
          <a class="button" href={href}>
            查看现行内容
          </a>
        </p>
      )}
      {answer.state === 'unknown' && signIn && (
        <p>
          张贴在党员活动室、教师办公室的内容，
          <a href={`/login?next=${encodeURIComponent(frame.here)}`}>登录</a>后才能核对。
        </p>
      )}
    </Page>
  );
}

function words(answer: SheetAnswer): { tone: string; zh: string; en: string; more: string } {
  switch (answer.state) {
    case 'current':
      return {
        tone: 'good',
        zh: '本页内容为最新版',
        more: '张贴的内容与网上公开的内容一致。',
        en: 'The sheet is up to date.',
      };
    case 'replaced':
      return {
        tone: 'warn',
        zh: `已更新为第 ${answer.by} 版`,
        more: '张贴的是以前的版本，请以网上公开的内容为准，并请更换张贴。',
        en: `The sheet has been replaced by version ${answer.by}. Please go by what is online.`,
      };
    case 'changed':
      return {
        tone: 'warn',
        zh: '公开内容已有变动',
        more: '张贴之后，所列事项有增减或更新，请以网上公开的内容为准，并请更换张贴。',
        en: 'What is listed on the sheet has changed since. Please go by what is online.',
      };
    case 'withdrawn':
      return {
        tone: 'bad',
        zh: '已撤下',
        more: '该事项已撤下或公开期满，请取下张贴的内容。',
        en: 'This has been taken down. Please remove the sheet.',
      };
    case 'unknown':
      return {
        tone: 'bad',
        zh: '没有找到相符的公开内容',
        more: '本系统没有与此二维码相符、且您可以查看的公开内容。',
        en: 'Nothing that you may see matches this code.',
      };
  }
}
