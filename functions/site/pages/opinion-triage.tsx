import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import { FEEDBACK_STAGES } from '../../../domain/feedback/state.ts';
import { CHANNELS, CLASSES, KINDS, VOICES } from '../../../domain/feedback/vocabulary.ts';
import type { Day } from '../../../domain/kernel/time.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';

/** What the desk may be narrowed to. */
export const TRIAGE_FILTERS = {
  open: '未办结',
  new: '待分办',
  overdue: '已超期',
  rectifying: '整改中',
  proposals: '建议公开',
  problems: '困难问题',
  all: '全部',
} as const;
export type TriageFilter = keyof typeof TRIAGE_FILTERS;

interface TriageProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly cards: readonly FeedbackCard[];
  readonly filter: TriageFilter;
  readonly today: Day;
  readonly nameOf: (person: string) => string;
}

export const isIn = (filter: TriageFilter, card: FeedbackCard, today: Day): boolean => {
  const { stage, answeredAt, dueOn, rectifyBy, kind } = card;
  const isOpen = stage !== 'closed' && stage !== 'merged';
  switch (filter) {
    case 'open':
      return isOpen;
    case 'new':
      return stage === 'received';
    case 'overdue':
      return isOpen && ((answeredAt === undefined && dueOn < today) || (rectifyBy ?? today) < today);
    case 'rectifying':
      return rectifyBy !== undefined;
    case 'proposals':
      return kind === 'proposal';
    case 'problems':
      return kind === 'problem' && isOpen;
    case 'all':
      return true;
  }
};

/** 意见建议办理台: everything that came in, whoever has it, by when it is due. */
export function TriagePage({ frame, organisation, cards, filter, today, nameOf }: TriageProps) {
  const here = `/desk/o/${organisation}/opinions`;
  const shown = cards.filter((card) => isIn(filter, card, today));
  return (
    <Page frame={frame} title="意见建议办理" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <h1>
        意见建议办理 <small lang="en">Opinions</small>
      </h1>
      <p class="actions">
        <a class="button" href={`${here}/new`}>
          登记线下意见
        </a>
        <a href={`/o/${organisation}/opinions/overview`}>办理情况统计</a>
        <a href={`/desk/o/${organisation}/reports`}>情况报告</a>
      </p>
      <nav aria-label="筛选" class="choices row">
        {Object.entries(TRIAGE_FILTERS).map(([value, name]) => (
          <p class="choice">
            <a href={`${here}?show=${value}`} {...(value === filter && { 'aria-current': 'true' as const })}>
              {name}（{cards.filter((card) => isIn(value as TriageFilter, card, today)).length}）
            </a>
          </p>
        ))}
      </nav>
      {shown.length === 0 ? (
        <p class="note good">✓ 没有{TRIAGE_FILTERS[filter]}的意见建议。</p>
      ) : (
        <section class="sheet">
          <ul class="tasks">
            {shown.map((card) => (
              <Line card={card} here={here} today={today} nameOf={nameOf} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

interface LineProps extends Pick<TriageProps, 'today' | 'nameOf'> {
  readonly card: FeedbackCard;
  readonly here: string;
}

function Line({ card, here, today, nameOf }: LineProps) {
  const { id, excerpt, kind = 'opinion', class: sorted, speaker, channel, signed, owner, stage } = card;
  const isLate = isIn('overdue', card, today);
  const facts = [
    KINDS[kind],
    sorted && CLASSES[sorted],
    `${VOICES[speaker]}${signed ? '（署名）' : ''}`,
    CHANNELS[channel],
    owner === undefined ? '待分办' : nameOf(owner),
    card.raised && '已呈报领导',
    card.duplicates && `并入 ${card.duplicates} 条`,
  ];
  return (
    <li>
      <div class="what">
        <a href={`${here}/${id}`}>{excerpt}</a>
        <p>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <span class={isLate ? 'tag type' : 'tag wait'}>
        {isLate && '⚠ 已超期 '}
        {FEEDBACK_STAGES[stage]}
        {dueText(card)}
      </span>
    </li>
  );
}

function dueText({ stage, answeredAt, dueOn, rectifyBy }: FeedbackCard): string {
  if (rectifyBy !== undefined) return ` 整改期限${chineseDate(rectifyBy)}`;
  return stage === 'closed' || stage === 'merged' || answeredAt !== undefined
    ? ''
    : ` 答复期限${chineseDate(dueOn)}`;
}
