import type { Tense } from '../../../domain/item/state.ts';
import type { DecisionReading } from '../../shell/reading/decision-reading.ts';
import type { MatterLine } from '../../shell/reading/decision-readings.ts';
import { DecisionDetails, DecisionHead } from '../components/decision-facts.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';
import { TENSES } from '../words.ts';

/** More than these are found on the board. */
const MOST = 100;

interface MattersProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly tense: Tense;
  readonly matters: readonly MatterLine[];
}

/** 要做什么、在做什么、做了什么: a page for each tense (LY-16). */
export function MattersPage({ frame, organisation, tense, matters }: MattersProps) {
  const here = `/o/${organisation}/decisions`;
  const inTense = matters.filter((matter) => matter.tense === tense);
  return (
    <Page frame={frame} title={`重大事项：${TENSES[tense]}`} section="board">
      <h1>
        重大事项
        <small>
          {TENSES[tense]} <span lang="en">Matters and decisions</span>
        </small>
      </h1>
      <nav aria-label="按时态查看" class="choices row">
        {(Object.keys(TENSES) as Tense[]).map((name) => (
          <p class="choice">
            <TenseLink
              href={`${here}?tense=${name}`}
              isCurrent={name === tense}
              text={`${TENSES[name]}（${matters.filter((matter) => matter.tense === name).length}）`}
            />
          </p>
        ))}
      </nav>
      <section class="sheet" aria-label={TENSES[tense]}>
        {inTense.length === 0 ? (
          <p class="empty">目前没有。</p>
        ) : (
          <ul class="tasks">
            {inTense.slice(0, MOST).map(({ about, id, title, since }) => (
              <li>
                <div class="what">
                  <a href={about === 'decision' ? `${here}/${id}` : `/o/${organisation}/items/${id}`}>
                    {title}
                  </a>
                  <p>{chineseDate(since)}</p>
                </div>
                <span class="tag">{about === 'decision' ? '决策事项' : '公开事项'}</span>
              </li>
            ))}
          </ul>
        )}
        {inTense.length > MOST && (
          <p class="small">
            只列最近 {MOST} 项，其余见<a href={`/o/${organisation}`}>党务公开栏</a>。
          </p>
        )}
      </section>
    </Page>
  );
}

const TenseLink = ({ href, isCurrent, text }: { href: string; isCurrent: boolean; text: string }) =>
  isCurrent ? <b aria-current="page">{text}</b> : <a href={href}>{text}</a>;

interface DecisionProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly decision: DecisionReading;
}

/** One decision, for those who are told of it. */
export const DecisionPage = ({ frame, organisation, decision }: DecisionProps) => (
  <Page
    frame={frame}
    title={decision.title}
    section="board"
    trail={[{ href: `/o/${organisation}/decisions`, name: '重大事项' }]}
  >
    <h1>{decision.title}</h1>
    <DecisionHead decision={decision} />
    <DecisionDetails decision={decision} organisation={organisation} />
  </Page>
);
