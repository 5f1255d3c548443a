import { OUTCOMES, SPEAKERS, WISHES } from '../../../domain/feedback/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { Challenge } from '../../shell/feedback-challenge.ts';
import { WORK_BITS } from '../../shell/feedback-challenge.ts';
import type { AnswerReading } from '../../shell/reading/opinions-outcomes.ts';
import { chineseDate } from '../dates.ts';
import { AreaField, ChoiceField, ErrorSummary, type Filled, SelectField, TextField } from './field.tsx';

interface AnswersProps {
  readonly answers: readonly AnswerReading[];
  /** Of the item; versions and what was disclosed instead are linked from it. */
  readonly here?: string;
  readonly organisation?: string;
}

/** 意见建议办理结果: what was said as far as it may be shown, the official answer, and the version that came of it. */
export function Answers({ answers, here, organisation }: AnswersProps) {
  return (
    <section class="sheet">
      <h2>意见建议办理结果</h2>
      <ol class="steps">
        {answers.map(({ outcome, text, answeredAt, words, others = 0, version, disclosure, rectified }) => (
          <li>
            <p>
              <b>{OUTCOMES[outcome]}</b>
              <time datetime={answeredAt}>{chineseDate(answeredAt)}</time>
              {others > 0 && <span class="small">　另有 {others} 人提出同类意见</span>}
            </p>
            {words !== undefined && (
              <blockquote class="said">
                <span class="vh">意见原文：</span>
                {words}
              </blockquote>
            )}
            <p class="said">
              <b>答复：</b>
              {text}
            </p>
            {rectified && <p class="small">✓ 已整改，并经他人核验。</p>}
            {here !== undefined && version !== undefined && (
              <p class="small">
                据此再公开：<a href={`${here}?version=${version}`}>第 {version} 版</a>
              </p>
            )}
            {organisation !== undefined && disclosure !== undefined && (
              <p class="small">
                已公开：<a href={`/o/${organisation}/items/${disclosure}`}>查看公开事项</a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface OpinionsProps {
  readonly action: string;
  /** Name of the person who is signed in. */
  readonly person?: string | undefined;
  readonly filled: Filled;
  readonly hidden: Readonly<Record<string, string>>;
  /** For whoever has not signed in. */
  readonly challenge?: Challenge | undefined;
  /** What may be asked for; on an item an opinion only. */
  readonly kinds?: boolean;
  /** Where to follow one that was left before. */
  readonly follow: string;
  /** The tag of its title. */
  readonly heading?: 'h1' | 'h2';
}

const choices = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, name]) => ({ value, name }));

/** 意见建议: a reader says what they think, under their name or without it. Works on a phone and without scripts. */
export function Opinions(props: OpinionsProps) {
  const { action, person, filled, hidden, challenge, kinds, follow, heading: Heading = 'h2' } = props;
  return (
    <section class="sheet no-print" id="opinions">
      <Heading>
        意见建议 <small lang="en">Leave an opinion</small>
      </Heading>
      <p class="small">
        曾经提出过意见？<a href={follow}>凭查询码查询办理进度</a>
      </p>
      <ErrorSummary filled={filled} />
      <form method="post" action={`${action}#opinions`}>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {kinds && <ChoiceField filled={filled} name="kind" label="您要提出" row choices={choices(WISHES)} />}
        <AreaField
          filled={filled}
          name="text"
          label="您的意见或建议"
          hint="请不要填写他人的身份证号、住址等个人信息。"
          max={LIMITS.note}
        />
        <SelectField filled={filled} name="speaker" label="您是" choices={choices(SPEAKERS)} />
        <ChoiceField
          filled={filled}
          name="signed"
          label="署名方式"
          row
          choices={[
            { value: 'anonymous', name: '匿名' },
            { value: 'signed', name: person ? `署名：${person}` : '署名' },
          ]}
        />
        {!person && (
          <div data-shown-for="signed=signed">
            <TextField
              filled={filled}
              name="from.name"
              label="姓名"
              hint="署名时填写；仅供办理和答复使用，不会公开。"
              max={LIMITS.name}
            />
          </div>
        )}
        {challenge && <Work challenge={challenge} filled={filled} />}
        <p class="actions">
          <button class="button" type="submit">
            提交意见
          </button>
        </p>
      </form>
    </section>
  );
}

/** A sum for whoever has no script; a script does other work instead and hides it. And a field that only machines fill in. */
export function Work({ challenge, filled }: { challenge: Challenge; filled: Filled }) {
  return (
    <>
      <div class="vh" aria-hidden="true">
        <label for="f-website">网址（请勿填写）</label>
        <input type="text" id="f-website" name="website" tabindex={-1} autocomplete="off" value="" />
      </div>
      <input type="hidden" name="challenge" value={challenge.token} />
      <input type="hidden" name="work" value="" data-work={challenge.token} data-bits={String(WORK_BITS)} />
      <div data-work-instead="">
        <TextField
          filled={filled}
          name="sum"
          label={`请计算：${challenge.question}等于多少？`}
          hint="填写数字，用于防止机器批量提交；不记录您的身份。"
          max={4}
        />
      </div>
    </>
  );
}
