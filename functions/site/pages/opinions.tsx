import type { Day } from '../../../domain/kernel/time.ts';
import type { AnswerReading } from '../../shell/reading/opinions-outcomes.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { Answers, Opinions } from '../components/opinions.tsx';
import { QrCode } from '../components/qr.tsx';
import { chineseDate } from '../dates.ts';
import type { opinionForm } from '../forms/opinion-form.ts';

interface OpinionsPageProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly form: ReturnType<typeof opinionForm>;
  readonly answers: readonly AnswerReading[];
  readonly url: string;
}

/** 意见箱: a word to the organisation as such, or a proposal of what to disclose. */
export function OpinionsPage({ frame, organisation, form, answers, url }: OpinionsPageProps) {
  const here = `/o/${organisation}/opinions`;
  return (
    <Page frame={frame} title="意见建议" section="opinions">
      <div class="columns">
        <div class="major">
          <Opinions
            action={here}
            person={frame.person?.name}
            kinds
            follow={`${here}/follow`}
            heading="h1"
            {...form}
          />
          {answers.length > 0 && <Answers answers={answers} organisation={organisation} />}
        </div>
        <div class="minor">
          <section class="sheet">
            <h2>怎样提意见</h2>
            <p>
              对某一公开事项有意见的，请在该事项页面提出；对党组织工作的意见，或者建议公开某项内容，在此提出。
            </p>
            <p>也可以投入意见箱、来信、来电、来访，由党务公开办公室登记，办理要求相同。</p>
            <p>署名意见答复本人；匿名意见凭查询码查询。不记录您的网络地址。</p>
          </section>
          <div class="sheet qr">
            <QrCode text={url} label="意见建议网址的二维码" />
            <p>扫码提意见</p>
          </div>
        </div>
      </div>
    </Page>
  );
}

interface ReceivedProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly dueOn: Day;
  readonly code: string;
  /** Where the reader came from. */
  readonly back: { readonly href: string; readonly name: string };
}

/** 回执: shown once, in an answer to a form, so that the code stands in no address and no history. */
export function ReceivedPage({ frame, organisation, dueOn, code, back }: ReceivedProps) {
  return (
    <Page frame={frame} title="已收到您的意见建议" section="opinions" trail={[back]}>
      <div class="note good" role="status">
        <h1>已收到您的意见建议</h1>
        <p>
          意见已登记，由专人办理，将于{chineseDate(dueOn)}前答复。
          <span lang="en">Your opinion has been received.</span>
        </p>
      </div>
      <section class="sheet">
        <h2>您的查询码</h2>
        <p class="receipt">
          <code>{code}</code>
        </p>
        <p>请记下或截图保存。凭查询码可以查询进度、补充意见，仅显示这一次，遗失后无法找回。</p>
        <p class="actions">
          <a class="button second" href={`/o/${organisation}/opinions/follow`}>
            查询办理进度
          </a>
          <a href={back.href}>返回{back.name}</a>
        </p>
      </section>
    </Page>
  );
}
