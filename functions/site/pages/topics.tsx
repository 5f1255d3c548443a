import { LIMITS } from '../../../domain/limits.ts';
import { TOPIC_GROUNDS, TOPIC_STAGES, type TopicGround } from '../../../domain/topic/vocabulary.ts';
import type { Challenge } from '../../shell/feedback-challenge.ts';
import type { TopicLine, TopicReading } from '../../shell/reading/topics.ts';
import { AreaField, ErrorSummary, type Filled, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { Work } from '../components/opinions.tsx';
import { chineseDate } from '../dates.ts';
import { AUDIENCE_NAMES } from '../words.ts';

interface TopicsProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly topics: readonly TopicLine[];
  readonly form: {
    readonly filled: Filled;
    readonly command: string;
    readonly challenge: Challenge | undefined;
    /** Audiences that whoever asks belongs to. */
    readonly audiences: readonly { readonly value: string; readonly name: string }[];
  };
  readonly done?: string | undefined;
}

/** 群众关注榜: what people want to see disclosed, most supported first, and the form for one more. */
export function TopicsPage({ frame, organisation, topics, form, done }: TopicsProps) {
  const here = `/o/${organisation}/topics`;
  return (
    <Page frame={frame} title="群众关注" section="topics">
      <h1>
        群众关注 <small lang="en">What people ask for</small>
      </h1>
      <Done text={done} />
      <p>
        群众关注什么，就公开什么。每一件都须以公开事项回应，或者说明不予公开的理由。支持数按登录人计，每人一次；未登录的访问不计数。
      </p>
      <TopicList title="关注事项" topics={topics} base={here} />
      <section class="sheet no-print" id="raise">
        <h2>提出希望公开的事项</h2>
        <ErrorSummary filled={form.filled} />
        <form method="post" action={`${here}#raise`} novalidate>
          <input type="hidden" name="command" value={form.command} />
          <TextField
            filled={form.filled}
            name="title"
            label="希望公开什么"
            hint="请不要填写身份证号、电话、住址等个人信息。"
            max={LIMITS.title}
          />
          <AreaField filled={form.filled} name="text" label="具体说明" optional max={LIMITS.reason} />
          {form.audiences.length > 1 && (
            <SelectField filled={form.filled} name="audience" label="谁可以看到" choices={form.audiences} />
          )}
          <p class="small">
            {frame.person ? '不记录提出人姓名。' : '不记录您的身份；经党务公开办公室审看后展示。'}
          </p>
          {form.challenge && <Work challenge={form.challenge} filled={form.filled} />}
          <p class="actions">
            <button class="button" type="submit">
              提出
            </button>
          </p>
        </form>
      </section>
    </Page>
  );
}

export const Done = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : (
    <p class="note good" role="status">
      ✓ {text}
    </p>
  );

interface TopicListProps {
  readonly title: string;
  readonly topics: readonly TopicLine[];
  readonly base: string;
}

/** Topics, best supported first; whoever lists them has put them in that order. */
export function TopicList({ title, topics, base }: TopicListProps) {
  return (
    <section class="sheet">
      <h2>
        {title}（{topics.length}）
      </h2>
      {topics.length === 0 ? (
        <p class="empty">还没有人提出。</p>
      ) : (
        <ol class="tasks">
          {topics.map((topic) => (
            <li>
              <div class="what">
                <a href={`${base}/${topic.id}`}>{topic.title}</a>
                <p>{factsOf(topic)}</p>
              </div>
              <Standing topic={topic} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const factsOf = ({ support, merged, audience, raisedAt, hidden }: TopicLine): string =>
  [
    `${support} 人支持`,
    AUDIENCE_NAMES[audience],
    `${chineseDate(raisedAt)}提出`,
    ...(merged > 0 ? [`合并 ${merged} 件`] : []),
    ...(hidden ? ['未展示'] : []),
  ].join('　');

function Standing({ topic: { stage, dueOn, overdue } }: { topic: TopicLine }) {
  if (stage !== 'open')
    return <span class={stage === 'answered' ? 'tag ok' : 'tag'}>{TOPIC_STAGES[stage]}</span>;
  if (overdue) return <span class="tag type">⚠ 逾期未回应</span>;
  return <span class="tag wait">{`${chineseDate(dueOn)}前回应`}</span>;
}

interface TopicProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly topic: TopicReading;
  readonly command: string;
  readonly done?: string | undefined;
}

/** One topic, its answer, and the button of whoever wants it too. */
export function TopicPage({ frame, organisation, topic, command, done }: TopicProps) {
  const list = `/o/${organisation}/topics`;
  return (
    <Page frame={frame} title={topic.title} section="topics" trail={[{ href: list, name: '群众关注' }]}>
      <h1>{topic.title}</h1>
      <Done text={done} />
      <TopicFacts topic={topic} organisation={organisation} />
      {topic.stage === 'open' && (
        <section class="sheet no-print">
          <h2>支持公开</h2>
          {frame.person && topic.supported ? (
            <p>您已支持。每人计一次，不公布姓名。</p>
          ) : frame.person ? (
            <form method="post" action={`${list}/${topic.id}/support`}>
              <input type="hidden" name="command" value={command} />
              <p>每人计一次，不公布姓名。</p>
              <p class="actions">
                <button class="button" type="submit">
                  我也关注
                </button>
              </p>
            </form>
          ) : (
            <p>
              <a href={`/login?next=${encodeURIComponent(`${list}/${topic.id}`)}`}>登录</a>
              后可以支持，每人计一次。
            </p>
          )}
        </section>
      )}
    </Page>
  );
}

/** What was asked, how many want it, and what was answered. */
export function TopicFacts({ topic, organisation }: Pick<TopicProps, 'topic' | 'organisation'>) {
  const { text, answer, into } = topic;
  return (
    <section class="sheet">
      <p>
        <Standing topic={topic} /> {factsOf(topic)}
      </p>
      {text !== undefined && <p class="said">{text}</p>}
      {into !== undefined && (
        <p>
          已并入 <a href={`/o/${organisation}/topics/${into}`}>另一件关注事项</a>，一并回应。
        </p>
      )}
      {answer?.kind === 'item' && (
        <p>
          <b>{chineseDate(answer.at)}以公开事项回应：</b>
          <a href={`/o/${organisation}/items/${answer.item}`}>查看公开事项</a>
        </p>
      )}
      {answer?.kind === 'refused' && (
        <>
          <p>
            <b>{chineseDate(answer.at)}答复不予公开：</b>
            {TOPIC_GROUNDS[answer.ground as TopicGround]}
          </p>
          <p class="said">{answer.reason}</p>
        </>
      )}
    </section>
  );
}
