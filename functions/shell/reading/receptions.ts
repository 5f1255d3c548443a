import type { EnquiryCard } from '../../../domain/enquiry/card.ts';
import { type Enquiry, enquiryHistory } from '../../../domain/enquiry/state.ts';
import { DECISIONS, ENQUIRY_STAGES, type EnquiryChannel } from '../../../domain/enquiry/vocabulary.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import type { Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { enquiriesOf } from './enquiries.ts';

/** 接待记录 (XH-20): who came when, what they asked, and what they were told. */
export interface Reception {
  readonly enquiry: string;
  /** The name they gave, or 匿名. */
  readonly who: string;
  readonly at: Instant;
  readonly channel: EnquiryChannel;
  /** Id of whoever of the office took it. */
  readonly takenBy: string;
  readonly question: string;
  readonly answer: string;
}

export interface ReceptionLog {
  readonly month: string;
  readonly receptions: readonly Reception[];
  readonly counts: {
    readonly total: number;
    readonly byChannel: Readonly<Partial<Record<EnquiryChannel, number>>>;
    /** Answered there and then. */
    readonly onTheSpot: number;
  };
}

/** The reception log of one month, newest first. @throws Refusal `not-found` for who does not work here */
export async function receptionLog(
  { aggregates, views }: { readonly aggregates: Aggregates; readonly views: Views },
  scope: OrgScope,
  reader: Reader,
  month: string,
): Promise<ReceptionLog> {
  const isInMonth = ({ at }: { readonly at: Instant }) => dayOf(at).startsWith(month);
  const cards = (await enquiriesOf({ views }, scope, reader)).filter((card: EnquiryCard) =>
    card.receptions.some(isInMonth),
  );
  const found = cards.map(async ({ id }) => {
    const { state } = await aggregates.load(scope.stream('ENQUIRY', id), enquiryHistory);
    return state ? receptionsOf(id, state) : [];
  });
  const receptions = (await Promise.all(found))
    .flat()
    .filter(isInMonth)
    .toSorted((a, b) => (a.at > b.at ? -1 : 1));
  const byChannel = [...Map.groupBy(receptions, ({ channel }) => channel)];
  return {
    month,
    receptions: receptions.map(({ isOnTheSpot: _, ...reception }) => reception),
    counts: {
      total: receptions.length,
      byChannel: Object.fromEntries(byChannel.map(([channel, theirs]) => [channel, theirs.length])),
      onTheSpot: receptions.filter(({ isOnTheSpot }) => isOnTheSpot).length,
    },
  };
}

function receptionsOf(id: string, enquiry: Enquiry): readonly (Reception & { isOnTheSpot: boolean })[] {
  const { from, channel, registeredAt, takenBy, subject, details, answer, visits } = enquiry;
  const who = from.kind === 'signed' ? (from.name ?? enquiry.asker ?? '署名') : '匿名';
  const first = {
    enquiry: id,
    who,
    at: registeredAt,
    channel,
    takenBy: takenBy ?? '',
    question: [subject, details].filter((text) => text !== undefined).join('\n'),
    answer: answer?.text ?? caseAnswer(enquiry),
    isOnTheSpot: answer !== undefined,
  };
  return [
    ...(channel === 'online' ? [] : [first]),
    ...visits.map(({ by, ...visit }) => ({ enquiry: id, who, takenBy: by, ...visit, isOnTheSpot: true })),
  ];
}

/** What they could be told there: that it became a case, and how that stands. */
function caseAnswer({ stage, decisions }: Enquiry): string {
  const outcome = decisions.at(-1)?.outcome;
  const stands = outcome ? DECISIONS[outcome] : ENQUIRY_STAGES[stage];
  return `已作为依申请公开登记办理（${stands}）`;
}
