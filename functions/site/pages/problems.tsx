import { FEEDBACK_STAGES } from '../../../domain/feedback/state.ts';
import { OUTCOMES } from '../../../domain/feedback/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { ProblemReading } from '../../shell/reading/problems.ts';
import { AreaField, ErrorSummary, type Filled } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';

interface ProblemsProps {
  readonly frame: Frame;
  readonly organisation: string;
  /** Undefined where nobody stands above. */
  readonly superior: string | undefined;
  readonly problems: readonly ProblemReading[];
  readonly filled: Filled;
  readonly commandId: string;
}

/** 困难问题: what an organisation asks its superior to solve, and what came of it (XH-16). */
export function ProblemsPage({ frame, organisation, superior, problems, filled, commandId }: ProblemsProps) {
  return (
    <Page frame={frame} title="困难问题" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <h1>
        困难问题 <small lang="en">Problems brought before the superior</small>
      </h1>
      {superior === undefined ? (
        <p class="note">本组织没有上级党组织。</p>
      ) : (
        <section class="sheet">
          <h2>向{superior}提出</h2>
          <ErrorSummary filled={filled} />
          <form method="post" action={`/desk/o/${organisation}/problems`}>
            <input type="hidden" name="command" value={commandId} />
            <AreaField
              filled={filled}
              name="text"
              label="党务公开中遇到的困难和问题"
              hint="以本组织名义提出，由上级党务公开办公室分办、限期答复。"
              max={LIMITS.note}
            />
            <p class="actions">
              <button class="button" type="submit">
                提交上级
              </button>
            </p>
          </form>
        </section>
      )}
      <section class="sheet">
        <h2>已提出的问题（{problems.length}）</h2>
        {problems.length === 0 && <p>尚未提出困难问题。</p>}
        <ol class="steps">
          {problems.map((problem) => (
            <Problem {...problem} />
          ))}
        </ol>
      </section>
    </Page>
  );
}

function Problem({ text, raisedAt, stage, dueOn, overdue, answer }: ProblemReading) {
  return (
    <li>
      <p>
        <b>{FEEDBACK_STAGES[stage]}</b>
        <time datetime={raisedAt}>{chineseMoment(raisedAt)}</time>
        {dueOn !== undefined && (
          <span class={overdue ? 'tag type' : 'tag wait'}>
            {overdue && '⚠ 已超期 '}答复期限{chineseDate(dueOn)}
          </span>
        )}
      </p>
      <blockquote class="said">{text}</blockquote>
      {answer && (
        <p class="said">
          <b>{OUTCOMES[answer.outcome]}：</b>
          {answer.text}
        </p>
      )}
    </li>
  );
}
