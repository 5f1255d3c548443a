import { OUTCOMES, SPEAKERS } from '../../../domain/feedback/commands.ts';
import { LIMITS } from '../../../domain/text.ts';
import type { AnswerReading } from '../../shell/reading/opinions.ts';
import { chineseDate } from '../dates.ts';
import { AreaField, ChoiceField, ErrorSummary, type Filled, SelectField, TextField } from './field.tsx';

/** 意见建议办理结果: the official answers. The opinions themselves, and who left them, are not disclosed. */
export function Answers({ answers }: { answers: readonly AnswerReading[] }) {
  return (
    <section class="sheet">
      <h2>意见建议办理结果</h2>
      <ol class="steps">
        {answers.map(({ outcome, text, answeredAt }) => (
          <li>
            <p>
              <b>{OUTCOMES[outcome]}</b>
              <time datetime={answeredAt}>{chineseDate(answeredAt)}</time>
            </p>
            <p class="said">{text}</p>
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
}

const SPEAKER_CHOICES = Object.entries(SPEAKERS).map(([value, name]) => ({ value, name }));

/** 意见建议: a reader says what they think of an item, under their name or without it. */
export function Opinions({ action, person, filled, hidden }: OpinionsProps) {
  return (
    <section class="sheet no-print" id="opinions">
      <h2>
        意见建议 <small lang="en">Leave an opinion</small>
      </h2>
      <ErrorSummary filled={filled} />
      <form method="post" action={`${action}#opinions`}>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <AreaField
          filled={filled}
          name="text"
          label="您的意见或建议"
          hint="请不要填写他人的身份证号、住址等个人信息。"
          max={LIMITS.note}
        />
        <SelectField filled={filled} name="speaker" label="您是" choices={SPEAKER_CHOICES} />
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
        <p class="actions">
          <button class="button" type="submit">
            提交意见
          </button>
        </p>
      </form>
    </section>
  );
}
