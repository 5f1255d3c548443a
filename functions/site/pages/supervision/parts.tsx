import { LIMITS } from '../../../../domain/limits.ts';
import type { FollowUpCard, LineOf } from '../../../../domain/supervision/card.ts';
import { type About, ATTACHABLE } from '../../../../domain/supervision/steps.ts';
import { FOLLOW_UP_STAGES, SOURCES } from '../../../../domain/supervision/vocabulary.ts';
import type { Choice } from '../../components/field.tsx';
import { chineseDate } from '../../dates.ts';

/** Names by id, of those who stand on a roster here or above. */
export type Names = Readonly<Record<string, string>>;
export const nameIn = (names: Names, id: string): string => names[id] ?? id;

export const peopleChoices = (names: Names): Choice[] =>
  Object.entries(names).map(([value, name]) => ({ value, name }));

/** Back to the list, for those who may see it; somebody who is only concerned with one thing goes to their tasks. */
export const trailTo = (base: string, works: boolean) =>
  works ? [{ href: base, name: '监督' }] : [{ href: '/desk', name: '我的待办' }];

interface Fact {
  readonly name: string;
  readonly value: string | undefined;
}
export const fact = (name: string, value: string | undefined): Fact => ({ name, value });

export const FactList = ({ facts }: { facts: readonly Fact[] }) => (
  <section class="sheet">
    <dl class="facts">
      {facts.map(({ name, value }) =>
        value === undefined ? null : (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ),
      )}
    </dl>
  </section>
);

export const aboutText = (about: About | undefined): string | undefined =>
  about &&
  `${ATTACHABLE[about.kind].zh} ${about.id}${about.step === undefined ? '' : `，第 ${about.step} 个环节`}`;

interface FollowUpTableProps {
  readonly title: string;
  readonly base: string;
  readonly followUps: readonly LineOf<FollowUpCard>[];
  readonly names: Names;
}

export function FollowUpTable({ title, base, followUps, names }: FollowUpTableProps) {
  return (
    <section class="sheet">
      <h2>
        {title}（{followUps.length}）
      </h2>
      {followUps.length === 0 ? (
        <p class="empty">没有督办事项。</p>
      ) : (
        <section class="table-scroll wide" tabindex={0} aria-label={title}>
          <table>
            <thead>
              <tr>
                {['督办事项', '来源', '责任人', '期限', '办理情况'].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {followUps.map((card) => (
                <tr>
                  <th scope="row">
                    <a href={`${base}/follow-ups/${card.id}`}>{card.title}</a>
                  </th>
                  <td>{SOURCES[card.source]}</td>
                  <td>{card.owner === undefined ? '党务公开办公室' : nameIn(names, card.owner)}</td>
                  <td>{chineseDate(card.dueOn)}</td>
                  <td>
                    <FollowUpTag card={card} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

export const FollowUpTag = ({
  card: { stage, overdue },
}: {
  card: Pick<FollowUpCard, 'stage' | 'overdue'>;
}) => {
  const isOpen = stage === 'waiting' || stage === 'reported';
  if (isOpen && overdue) return <span class="tag type">⚠ 逾期</span>;
  return (
    <span class={isOpen ? 'tag wait' : 'tag ok'}>
      {stage === 'settled' && '✓ '}
      {FOLLOW_UP_STAGES[stage]}
    </span>
  );
};

export const NOTE = LIMITS.note;
