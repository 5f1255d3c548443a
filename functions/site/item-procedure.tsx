import { missingParts } from '../../domain/item/life-meeting.ts';
import { LIFE_PARTS } from '../../domain/item/vocabulary.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { DecisionReading } from '../shell/reading/decision-reading.ts';
import type { VersionReading } from '../shell/reading/item-reading.ts';
import type { Readings } from '../shell/readings.ts';
import { DecisionSteps } from './components/decision-steps.tsx';
import type { Place } from './frames.ts';

interface Linked {
  readonly name: string;
  readonly href?: string;
  readonly title?: string;
}

/** How a matter came about: its decision with every step, its tender, and what is still to be told of it. */
export async function itemProcedure(
  readings: Pick<Readings, 'decisions' | 'items'>,
  { scope, reader }: Pick<Place, 'scope' | 'reader'>,
  { content }: Pick<VersionReading, 'content'>,
  now: Instant,
) {
  const { decision: id, noDecision, tender } = content;
  const linked = async (name: string, item: string | undefined): Promise<Linked> => {
    const found =
      item === undefined ? undefined : await readings.items.one(scope, item, reader).catch(() => undefined);
    const title = found?.shown?.content.title;
    return title === undefined ? { name } : { name, href: `/o/${scope.organisation}/items/${item}`, title };
  };
  const [decision, tenders] = await Promise.all([
    id === undefined ? undefined : readings.decisions.one(scope, id, reader, now).catch(() => undefined),
    tender ? Promise.all([linked('招标公告', tender.notice), linked('中标结果', tender.result)]) : [],
  ]);
  return (
    <>
      {decision && <Behind decision={decision} organisation={scope.organisation} />}
      {noDecision !== undefined && (
        <section class="sheet">
          <h2>决策过程</h2>
          <p>⚠ 本事项未经决策程序，理由：{noDecision}</p>
        </section>
      )}
      {tenders.length > 0 && <Tender linked={tenders} />}
      <LifeMeeting content={content} />
    </>
  );
}

const Behind = ({ decision, organisation }: { decision: DecisionReading; organisation: string }) => (
  <section class="sheet">
    <h2>决策过程</h2>
    <p>
      依据的决策：<a href={`/o/${organisation}/decisions/${decision.id}`}>{decision.title}</a>
    </p>
    <DecisionSteps mechanisms={decision.mechanisms} />
  </section>
);

const Tender = ({ linked }: { linked: readonly Linked[] }) => (
  <section class="sheet">
    <h2>公开招标</h2>
    <ul>
      {linked.map(({ name, href, title }) => (
        <li>
          {name}：{href === undefined ? '尚未公开' : <a href={href}>{title}</a>}
        </li>
      ))}
    </ul>
  </section>
);

/** 民主生活会: three parts, each told or missing (ZH-07). */
function LifeMeeting({ content }: Pick<VersionReading, 'content'>) {
  if (!content.lifeMeeting) return null;
  const missing = missingParts(content);
  return (
    <section class="sheet">
      <h2>民主生活会情况</h2>
      <ul>
        {Object.entries(LIFE_PARTS).map(([part, name]) => (
          <li>
            {name}：
            {missing.some((each) => each === part) ? (
              <span class="tag wait">○ 尚未公开</span>
            ) : (
              <span class="tag ok">✓ 已公开</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
