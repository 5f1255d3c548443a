import type { EnquiryCard } from '../../../domain/enquiry/card.ts';
import { DECISIONS, ENQUIRY_CHANNELS, ENQUIRY_STAGES } from '../../../domain/enquiry/vocabulary.ts';
import type { OwnEnquiry } from '../../shell/reading/enquiries.ts';
import { chineseDate } from '../dates.ts';

/** What the person who is signed in has asked for. */
export function OwnList({ organisation, own }: { organisation: string; own: readonly OwnEnquiry[] }) {
  return (
    <section class="sheet">
      <h2>我的申请</h2>
      <ul class="tasks">
        {own.map(({ id, subject, registeredAt, stage, outcome }) => (
          <li>
            <div class="what">
              <a href={`/o/${organisation}/enquiries/${id}`}>{subject}</a>
              <p>{chineseDate(registeredAt)}</p>
            </div>
            <span class="tag">{outcome ? DECISIONS[outcome] : ENQUIRY_STAGES[stage]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CasesProps {
  readonly organisation: string;
  readonly title: string;
  readonly cards: readonly EnquiryCard[];
}

/** Cases as a list of the desk. */
export function Cases({ organisation, title, cards }: CasesProps) {
  return (
    <section class="sheet">
      <h2>
        {title}（{cards.length}）
      </h2>
      {cards.length === 0 ? (
        <p class="empty">没有。</p>
      ) : (
        <ul class="tasks">
          {cards.map((card) => (
            <li>
              <div class="what">
                <a href={`/desk/o/${organisation}/enquiries/${card.id}`}>{card.subject}</a>
                <p>
                  {[
                    chineseDate(card.registeredAt),
                    ENQUIRY_CHANNELS[card.channel],
                    card.signed ? '署名' : '匿名',
                    ...(card.rows.length === 0 ? ['目录外'] : []),
                  ].join('　')}
                </p>
              </div>
              <Standing card={card} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Standing({ card: { stage, dueOn, overdue, outcome } }: { card: EnquiryCard }) {
  if (overdue && stage !== 'closed') return <span class="tag type">⚠ {ENQUIRY_STAGES[stage]}，已超期</span>;
  const ends = dueOn === undefined ? '' : `，期限 ${chineseDate(dueOn)}`;
  if (stage === 'closed' && outcome) return <span class="tag">{DECISIONS[outcome]}</span>;
  return <span class="tag wait">{`${ENQUIRY_STAGES[stage]}${ends}`}</span>;
}
