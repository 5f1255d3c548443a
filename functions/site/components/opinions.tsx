import type { Audience } from '../../../domain/kernel/audience.ts';
import { LIMITS } from '../../../domain/text.ts';
import { AreaField, ChoiceField, ErrorSummary, type Filled, TextField } from './field.tsx';

interface OpinionsProps {
  readonly action: string;
  readonly audience: Audience;
  readonly signedAs?: string | undefined;
  readonly filled: Filled;
  readonly commandId: string;
}

/** 意见建议: a reader says what they think of an item, under their name or without it. */
export function Opinions({ action, signedAs, filled, commandId }: OpinionsProps) {
  return (
    <section class="sheet no-print" id="opinions">
      <h2>
        意见建议 <small lang="en">Leave an opinion</small>
      </h2>
      <ErrorSummary filled={filled} />
      <form method="post" action={`${action}#opinions`}>
        <input type="hidden" name="command" value={commandId} />
        <AreaField
          filled={filled}
          name="text"
          label="您的意见或建议"
          hint="请不要填写他人的身份证号、住址等个人信息。"
          max={LIMITS.note}
        />
        <ChoiceField
          filled={filled}
          name="signed"
          label="署名方式"
          row
          choices={[
            { value: 'anonymous', name: '匿名' },
            { value: 'signed', name: signedAs ? `署名：${signedAs}` : '署名' },
          ]}
        />
        {!signedAs && (
          <div data-shown-for="signed=signed">
            <TextField filled={filled} name="name" label="姓名" optional max={LIMITS.name} />
            <TextField
              filled={filled}
              name="contact"
              label="联系方式"
              optional
              hint="仅供答复时联系您，不会公开。"
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
